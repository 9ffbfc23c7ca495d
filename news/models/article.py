"""News."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from base.blocks import PageLinkBlock, text_blocks
from base.listing import paginate
from base.models import BasePage, RoutableBasePage
from base.models.rows import FactRow
from base.panels import (
    FactPagePanel,
    FactPanel,
    FactRowsPanel,
    FactsPanel,
    page_tabs,
)
from networks.feeds import FeedRoutes
from networks.models import NetworkPage
from registers.models import BearsTags, City, Tag
from registers.panels import tags_panel

if TYPE_CHECKING:
    from base.feeds import FeedEntry
    from base.listing import Entry
    from base.models.pages import BasePageQuerySet


class NewsCategory(models.TextChoices):
    NETWORKS = "networks", pgettext_lazy("news category", "Networks")
    MEETINGS = "meetings", pgettext_lazy("news category", "Meetings")
    PRACTICES = "practices", pgettext_lazy("news category", "Practices")
    CALLS = "calls", pgettext_lazy("news category", "Calls")
    PRODUCTS = "products", pgettext_lazy("news category", "Products")
    PROGRAMME = "programme", pgettext_lazy("news category", "Programme")
    MULTIMEDIA = "multimedia", pgettext_lazy("news category", "Multimedia")


class NewsType(models.TextChoices):
    ARTICLE = "article", pgettext_lazy("news type", "Article")
    REPORT = "report", pgettext_lazy("news type", "Report")
    INTERVIEW = "interview", pgettext_lazy("news type", "Interview")
    ANNOUNCEMENT = "announcement", pgettext_lazy("news type", "Announcement")


class NewsIndexPage(FeedRoutes, RoutableBasePage):
    """News by category and year."""

    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["news.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def feed_items(self) -> BasePageQuerySet:
        return NewsPage.objects.originals().filter(archived=False).order_by("-date", "pk")

    def feed_entries(self, items: list[Entry]) -> list[FeedEntry]:
        from ..feeds import news_entries

        return news_entries(items)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..listing import news_list

        return {**super().get_context(request), **news_list(request, paginate)}


class NewsTag(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+", verbose_name=_("tag"))
    content_object = ParentalKey(
        "news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta(ItemBase.Meta):
        verbose_name = _("tags")


class NewsPage(BearsTags, BasePage):
    """An article. Commenting is off."""

    manual: ClassVar[str] = "aktualność"
    max_title_length: ClassVar[int] = 110
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "external_id",
        "date",
        "category",
        "type",
        "tags",
        "tagged_items",
        "pinned_until",
        "closes_on",
        "networks",
        "meeting",
        "cities",
        "source",
        "author_name",
        "related",
        "archived",
    ]
    required_to_publish: ClassVar[list[str]] = ["lead", "body", "date", "category", "type"]
    required_in_english: ClassVar[list[str]] = ["lead"]
    parent_page_types: ClassVar[list[str]] = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    body = StreamField(
        [
            *text_blocks(),
            (
                "record",
                PageLinkBlock(
                    page_type=[
                        "practices.PracticePage",
                        "exchange.MeetingPage",
                        "exchange.ProductPage",
                    ],
                    label=_("Practice, meeting or product"),
                ),
            ),
        ],
        blank=True,
        verbose_name=_("text"),
    )
    external_id = models.CharField(max_length=100, blank=True, editable=False)
    date = models.DateTimeField(_("date"), default=timezone.now, db_index=True)
    category = models.CharField(_("category"), max_length=16, choices=NewsCategory, blank=True)
    type = models.CharField(
        _("type"), max_length=16, choices=NewsType, default=NewsType.ARTICLE, blank=True
    )
    tags = ClusterTaggableManager(
        through=NewsTag, blank=True, related_name="news+", verbose_name=_("tags")
    )
    pinned_until = models.DateField(_("pinned until"), null=True, blank=True)
    closes_on = models.DateField(_("call open until"), null=True, blank=True)
    networks = ParentalManyToManyField(
        NetworkPage,
        blank=True,
        related_name="+",
        verbose_name=_("networks"),
        limit_choices_to={"locale__language_code": "pl"},
    )
    meeting = models.ForeignKey(
        "exchange.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("reported meeting"),
    )
    cities = ParentalManyToManyField(City, blank=True, related_name="+", verbose_name=_("cities"))
    source = models.CharField(_("source"), max_length=250, blank=True)
    author_name = models.CharField(_("author"), max_length=200, blank=True)
    archived = models.BooleanField(
        _("archival"), default=False, help_text=_("Kept and marked as old; not among the newest.")
    )

    edit_handler = page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, FieldPanel("body")]),
            (
                _("Facts"),
                [
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel("category"), FactPanel("type")]),
                            FieldRowPanel(
                                [
                                    FactPanel("date"),
                                    FactPanel(
                                        "pinned_until",
                                        help_text=_(
                                            "It stays at the top of the list until that day."
                                        ),
                                    ),
                                ]
                            ),
                            FactPanel(
                                "closes_on",
                                help_text=_(
                                    "For a call: the last day. Readers see it, "
                                    "and afterwards that the call is closed."
                                ),
                            ),
                            FactPanel("archived"),
                        ],
                        heading=_("Article"),
                    ),
                    tags_panel(),
                    FactPanel("networks"),
                    FactPagePanel(
                        "meeting",
                        page_type="exchange.MeetingPage",
                        help_text=_("For a report: the meeting's page will link to it."),
                    ),
                    FactPanel("cities"),
                    FactsPanel(
                        [FieldRowPanel([FactPanel("author_name"), FactPanel("source")])],
                        heading=_("Author and source"),
                    ),
                    FactRowsPanel(
                        "related",
                        heading=_("Related"),
                        label=_("Article"),
                        help_text=_("If you choose none, the site shows similar ones."),
                    ),
                ],
            ),
            (_("Media"), [FactPanel("cover")]),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def is_over(self) -> bool:
        """Of a call: its last day has passed."""
        return self.closes_on is not None and self.closes_on < timezone.localdate()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..presentation import present_article

        context = super().get_context(request, *args, **kwargs)
        return {**context, **present_article(self, request)}


class RelatedNews(FactRow):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related")
    article = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("article")
    )

    panels: ClassVar[list] = [PageChooserPanel("article", page_type="news.NewsPage")]

    class Meta(FactRow.Meta):
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")
