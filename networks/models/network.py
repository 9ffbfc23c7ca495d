"""A network: the cities that exchange experience on a theme."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from base.finding import searched_by
from base.models import BasePage
from base.models.rows import FactRow, TextRow
from base.panels import (
    FactPagePanel,
    FactPanel,
    FactRowsPanel,
    FactsPanel,
    TextRowsPanel,
    page_tabs,
)
from registers.models import City, Person, Theme
from registers.models.theme import NETWORK_COLOURS

from .programme import ProgrammePage


class NetworkKind(models.TextChoices):
    THEMATIC = "thematic", _("thematic network")
    LEADERS = "leaders", _("leaders' network")
    PIM = "pim", _("network of the Partnership Initiative of Cities")


class NetworkAccess(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class NetworkState(models.TextChoices):
    RECRUITING = "recruiting", pgettext_lazy("network", "recruiting")
    ACTIVE = "active", pgettext_lazy("network", "active")
    FINISHED = "finished", pgettext_lazy("network", "finished")


class NetworkPage(BasePage):
    """One network. Its names stand here and nowhere else: they drift otherwise."""

    manual: ClassVar[str] = "sieci-udziały-miast-dofinansowanie"
    structural: ClassVar[bool] = True
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "number",
        "kind",
        "access",
        "state",
        "started_on",
        "ended_on",
        "lead_city",
        "themes",
        "colour",
        "icon",
        "people",
        "work_plan",
        "external_id",
    ]
    required_to_publish: ClassVar[list[str]] = ["lead", "summary", "short_name", "purpose"]
    required_in_english: ClassVar[list[str]] = ["lead", "summary", "short_name"]
    parent_page_types: ClassVar[list[str]] = ["networks.ProgrammePage"]

    short_name = models.CharField(
        _("short name"), max_length=60, blank=True, help_text=_("For example “Cyfryzacja”.")
    )
    theme_name = models.CharField(
        _("name of the theme"),
        max_length=120,
        blank=True,
        help_text=_("For example “MIASTO CYFROWE”."),
    )
    summary = models.TextField(_("summary"), blank=True)
    purpose = RichTextField(_("purpose"), blank=True)
    goals = RichTextField(_("goals"), blank=True)
    who_may_join = RichTextField(_("who may join"), blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    kind = models.CharField(
        _("kind"), max_length=16, choices=NetworkKind, default=NetworkKind.THEMATIC
    )
    access = models.CharField(
        _("access"),
        max_length=8,
        choices=NetworkAccess,
        default=NetworkAccess.OPEN,
        help_text=_("A closed network shows the public only its purpose and who may join."),
    )
    state = models.CharField(
        _("state"), max_length=16, choices=NetworkState, default=NetworkState.ACTIVE
    )
    started_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("to"), null=True, blank=True)
    lead_city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lead city"),
        help_text=_("In the Partnership Initiative of Cities only."),
    )
    themes = ParentalManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("themes"))
    colour = models.CharField(_("colour"), max_length=4, choices=NETWORK_COLOURS, default="c1")
    icon = models.CharField(
        _("icon"), max_length=40, default="network", help_text=_("A name from the Lucide set.")
    )
    work_plan = models.ForeignKey(
        "base.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("work plan and rules"),
    )
    external_id = models.CharField(max_length=100, blank=True, editable=False)

    search_fields = [*BasePage.search_fields, *searched_by("short_name", "theme_name")]
    edit_handler = page_tabs(
        [
            (
                _("Content"),
                [
                    *BasePage.content_panels,
                    FieldPanel("short_name"),
                    FieldPanel("theme_name"),
                    FieldPanel(
                        "summary", help_text=_("Two or three sentences for lists and cards.")
                    ),
                    FieldPanel("purpose"),
                    FieldPanel("goals"),
                    FieldPanel("who_may_join"),
                    TextRowsPanel(
                        "topics",
                        [
                            FieldPanel("topic"),
                            FactPagePanel("agreed_at", page_type="exchange.MeetingPage"),
                        ],
                        heading=_("Topics"),
                        label=_("Topic"),
                    ),
                ],
            ),
            (
                _("Facts"),
                [
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel("number"), FactPanel("kind")]),
                            FieldRowPanel([FactPanel("access"), FactPanel("state")]),
                            FieldRowPanel([FactPanel("started_on"), FactPanel("ended_on")]),
                            FactPanel("lead_city"),
                        ],
                        heading=_("Network"),
                    ),
                    FactPanel("themes"),
                    FactsPanel(
                        [FieldRowPanel([FactPanel("colour"), FactPanel("icon")])],
                        heading=_("Appearance"),
                    ),
                    FactPanel("work_plan"),
                ],
            ),
            (
                _("People"),
                [
                    FactRowsPanel(
                        "people",
                        heading=_("People"),
                        label=_("Person"),
                        help_text=_(
                            "Only people who agreed to be public are shown. "
                            "Cities are members: see Networks → Memberships in "
                            "the menu."
                        ),
                    )
                ],
            ),
            (_("Media"), [FactPanel("cover")]),
        ]
    )

    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("short_name"),
        TranslatableField("theme_name"),
        TranslatableField("summary"),
        TranslatableField("purpose"),
        TranslatableField("goals"),
        TranslatableField("who_may_join"),
        TranslatableField("topics"),
    ]

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")

    @property
    def is_closed(self) -> bool:
        """Whether the public sees only what the network is for and whom it admits."""
        return self.original.access == NetworkAccess.CLOSED

    @cached_property
    def programme(self) -> ProgrammePage:
        """The programme in the page's own language."""
        return ProgrammePage.objects.get(path=self.path[: -self.steplen])


class NetworkTopic(TextRow):
    """What the network works on, and the meeting where that was agreed."""

    texts: ClassVar[list[str]] = ["topic"]

    page = ParentalKey(NetworkPage, on_delete=models.CASCADE, related_name="topics")
    topic = models.CharField(_("topic"), max_length=250, blank=True)
    agreed_at = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("agreed at the meeting"),
    )

    class Meta(TextRow.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class NetworkRole(models.TextChoices):
    COORDINATOR = "coordinator", pgettext_lazy("role in a network", "coordinator")
    MODERATOR = "moderator", pgettext_lazy("role in a network", "moderator")
    EXPERT = "expert", _("thematic expert")
    SECRETARIAT = "secretariat", _("secretariat")
    CARETAKER = "caretaker", _("caretaker in the secretariat")


class NetworkPerson(FactRow):
    """Who looks after the network, and as what."""

    page = ParentalKey(NetworkPage, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=16, choices=NetworkRole)

    class Meta(FactRow.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
