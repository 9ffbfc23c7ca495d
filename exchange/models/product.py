"""Products of networks: schemes, recommendations, handbooks, and the two PIM documents."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail_localize.fields import TranslatableField

from base.models import BasePage
from base.models.rows import FactRow
from base.panels import FactPanel, FactRowsPanel, FactsPanel, RecordPanel, page_tabs
from networks.models import NetworkPage
from registers.models import BearsTags, Person, Tag
from registers.panels import tags_panel

from .meeting import MeetingPage
from .product_state import ProductState


class ProductType(models.TextChoices):
    SCHEME = "scheme", _("scheme or method")
    RECOMMENDATION = "recommendation", _("recommendation")
    HANDBOOK = "handbook", _("handbook")
    STANDARD = "standard", pgettext_lazy("product", "standard")
    MODEL_DOCUMENT = "model_document", _("model document")
    INNOVATIVE_PROJECT = "innovative_project", _("innovative project")
    CITY_ACTION_INITIATIVE = "city_action_initiative", _("City Action Initiative")
    IMPROVEMENT_PLAN = "improvement_plan", _("Improvement Plan")


class AddresseeLevel(models.TextChoices):
    NATIONAL = "national", _("national")
    REGIONAL = "regional", _("regional")
    LOCAL = "local", _("local")


class ProductIndexPage(BasePage):
    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("list of products")
        verbose_name_plural = _("lists of products")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..listing import product_list

        return {**super().get_context(request), **product_list(request)}


class ProductTag(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+", verbose_name=_("tag"))
    content_object = ParentalKey(
        "exchange.ProductPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta(ItemBase.Meta):
        verbose_name = _("tags")


class ProductPage(BearsTags, BasePage):
    """A product of a network, public once it is final. Before that its audience is its members."""

    manual: ClassVar[str] = "produkt-sieci"
    default_audience: ClassVar[str] = "members"
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "external_id",
        "tags",
        "tagged_items",
        "type",
        "level",
        "version",
        "public_from",
        "authors",
        "meetings",
        "practices",
        "files",
    ]
    required_to_publish: ClassVar[list[str]] = ["lead", "summary", "type", "level"]
    required_in_english: ClassVar[list[str]] = ["lead", "summary"]
    parent_page_types: ClassVar[list[str]] = ["networks.NetworkPage"]
    subpage_types: ClassVar[list[str]] = []

    summary = models.TextField(_("summary"), blank=True)
    body = RichTextField(_("text"), blank=True)
    changelog = RichTextField(_("what changed in this version"), blank=True)

    external_id = models.CharField(max_length=100, blank=True, editable=False)
    tags = ClusterTaggableManager(
        through=ProductTag, blank=True, related_name="products+", verbose_name=_("tags")
    )
    type = models.CharField(_("type"), max_length=32, choices=ProductType, blank=True)
    level = models.CharField(_("who it is for"), max_length=16, choices=AddresseeLevel, blank=True)
    version = models.CharField(_("version"), max_length=20, blank=True)
    public_from = models.DateField(_("public from"), null=True, blank=True)
    authors = ParentalManyToManyField(
        Person, blank=True, related_name="+", verbose_name=_("authors")
    )
    meetings = ParentalManyToManyField(
        MeetingPage,
        blank=True,
        related_name="+",
        verbose_name=_("meetings it comes from"),
        limit_choices_to={"locale__language_code": "pl"},
    )
    practices = ParentalManyToManyField(
        "practices.PracticePage",
        blank=True,
        related_name="+",
        verbose_name=_("practices"),
        limit_choices_to={"locale__language_code": "pl"},
    )

    edit_handler = page_tabs(
        [
            (
                _("Content"),
                [
                    *BasePage.content_panels,
                    FieldPanel(
                        "summary", help_text=_("What it is and who it helps, in a few lines.")
                    ),
                    FieldPanel("body"),
                    FieldPanel("changelog"),
                ],
            ),
            (
                _("Facts"),
                [
                    RecordPanel(
                        "exchange/admin/stage_panel.html", heading=_("Stage"), icon="info-circle"
                    ),
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel("type"), FactPanel("level")]),
                            FieldRowPanel(
                                [
                                    FactPanel("version", help_text=_("For example “1.2”.")),
                                    FactPanel("public_from"),
                                ]
                            ),
                        ],
                        heading=_("Product"),
                    ),
                    tags_panel(),
                    FactPanel("authors"),
                    FactPanel("meetings"),
                    FactPanel("practices"),
                ],
            ),
            (
                _("Media"),
                [
                    FactPanel("cover"),
                    FactRowsPanel("files", heading=_("Files"), label=_("File")),
                ],
            ),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("summary"),
        TranslatableField("body"),
        TranslatableField("changelog"),
    ]

    class Meta:
        verbose_name = _("network product")
        verbose_name_plural = _("network products")

    @property
    def network(self) -> NetworkPage:
        return self.get_parent().specific

    @property
    def state(self) -> ProductState:
        return ProductState.of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..presentation import present_product

        return {**super().get_context(request), **present_product(self, request)}


class ProductFile(FactRow):
    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "base.CustomDocument",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
    )

    class Meta(FactRow.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
