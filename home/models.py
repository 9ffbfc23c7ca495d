"""Home, plain pages, and the accessibility declaration."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from base.blocks import text_blocks
from base.models import BasePage
from base.models.rows import FactRow
from base.panels import FactPanel, FactRowsPanel, FactsPanel, RecordPanel, page_tabs
from base.refusals import Missing
from base.text import has_text


class HomePage(BasePage):
    """What EMPIRIE are, and what is new in them."""

    manual: ClassVar[str] = "co-jest-gdzie"
    structural: ClassVar[bool] = True
    facts: ClassVar[list[str]] = [*BasePage.facts, "slots"]
    max_title_length: ClassVar[int] = 120
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]

    claim = models.CharField(
        _("opening sentence"),
        max_length=160,
        blank=True,
        help_text=_("The largest text on the page."),
    )
    about = RichTextField(_("about EMPIRIE"), blank=True)

    edit_handler = page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, FieldPanel("claim"), FieldPanel("about")]),
            (
                _("Featured"),
                [
                    FactRowsPanel(
                        "slots",
                        heading=_("Featured"),
                        label=_("Slot"),
                        help_text=_(
                            "When the date of a slot has passed, or the slot is "
                            "empty, the newest page is shown."
                        ),
                    ),
                    RecordPanel("home/admin/unseen_panel.html"),
                ],
            ),
            (_("Media"), [FactPanel("cover")]),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("claim"),
        TranslatableField("about"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .front import front_page

        return {**super().get_context(request), **front_page(self, request)}


class SlotKind(models.TextChoices):
    PRACTICE = "practice", _("practice")
    NEWS = "news", _("article")
    NETWORK = "network", _("network")


class HomeSlot(FactRow):
    """One featured item, until a date."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="slots")
    kind = models.CharField(_("what"), max_length=16, choices=SlotKind)
    target = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    until = models.DateField(_("until"), null=True, blank=True)

    panels: ClassVar[list] = [
        FieldPanel("kind"),
        PageChooserPanel(
            "target",
            page_type=["practices.PracticePage", "news.NewsPage", "networks.NetworkPage"],
        ),
        FieldPanel("until"),
    ]

    class Meta(FactRow.Meta):
        verbose_name = _("featured item")
        verbose_name_plural = _("featured items")

    @property
    def is_current(self) -> bool:
        return self.until is None or self.until >= timezone.localdate()


class PlainPage(BasePage):
    """A page of text: about, contact, privacy notice, how to use."""

    manual: ClassVar[str] = "galeria-film-kolekcja-praktyk-zwykła-strona"
    searched_as_text: ClassVar[bool] = True
    required_to_publish: ClassVar[list[str]] = ["body"]
    required_in_english: ClassVar[list[str]] = ["body"]
    facts: ClassVar[list[str]] = [*BasePage.facts, "external_id", "in_footer"]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.PlainPage"]
    subpage_types: ClassVar[list[str]] = ["home.PlainPage"]

    body = StreamField(text_blocks(), blank=True, verbose_name=_("text"))
    external_id = models.CharField(max_length=100, blank=True, editable=False)
    in_footer = models.BooleanField(_("linked in the footer"), default=True)

    edit_handler = page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, FieldPanel("body")]),
            (_("Facts"), [FactPanel("in_footer")]),
            (_("Media"), [FactPanel("cover")]),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")


class ComplianceStatus(models.TextChoices):
    FULLY = "fully", _("fully compliant")
    PARTIALLY = "partially", _("partially compliant")
    NOT = "not", _("not compliant")


# What the law wants the procedure to say, by language; an editor who forgets it is told.
MANDATORY_IN_PROCEDURE: list[tuple[dict[str, str], Any]] = [
    (
        {"pl": r"\b(7|siedmiu) dni\b", "en": r"\b(7|seven) days\b"},
        _("Say that an answer comes within 7 days."),
    ),
    (
        {"pl": r"\b(2|dwa|dwóch) miesi", "en": r"\b(2|two) months\b"},
        _("Say that it takes 2 months at most."),
    ),
    (
        dict.fromkeys(("pl", "en"), r"href=\"[^\"]*\bb?rpo\.gov\.pl"),
        _("Link to the Commissioner for Human Rights (Rzecznik Praw Obywatelskich)."),
    ),
]


class AccessibilityPage(BasePage):
    """Deklaracja dostępności: structured, in each language, edited without code.

    Source: technical conditions of the declaration, version 2.0, 31 July 2024; the template
    carries the ids they name, each once.
    """

    structural: ClassVar[bool] = True
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "site_name",
        "site_url",
        "published_on",
        "updated_on",
        "prepared_on",
        "reviewed_on",
        "status",
        "contact_name",
        "email",
        "phone",
        "architecture_url",
    ]
    required_to_publish: ClassVar[list[str]] = [
        "entity",
        "site_name",
        "site_url",
        "published_on",
        "updated_on",
        "prepared_on",
        "status",
        "contact_name",
        "email",
        "phone",
        "procedure",
        "architecture",
        "communication",
    ]
    required_in_english: ClassVar[list[str]] = [
        "entity",
        "procedure",
        "architecture",
        "communication",
    ]
    texts: ClassVar[list[str]] = [
        "entity",
        "non_compliant",
        "assessment",
        "procedure",
        "architecture",
        "communication",
        "easy_to_read",
        "applications",
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    entity = models.CharField(_("public entity"), max_length=200, blank=True)
    non_compliant = RichTextField(_("what is not accessible, and why"), blank=True)
    assessment = RichTextField(_("how it was assessed"), blank=True)
    procedure = RichTextField(_("complaints procedure"), blank=True)
    architecture = RichTextField(_("accessibility of the building"), blank=True)
    communication = RichTextField(_("accessible communication"), blank=True)
    easy_to_read = RichTextField(_("easy-to-read text (ETR)"), blank=True)
    applications = RichTextField(_("mobile applications"), blank=True)
    site_name = models.CharField(_("name of the site"), max_length=200, blank=True)
    site_url = models.URLField(_("address of the site"), blank=True)
    published_on = models.DateField(_("site published on"), null=True, blank=True)
    updated_on = models.DateField(_("last important change on"), null=True, blank=True)
    prepared_on = models.DateField(_("statement prepared on"), null=True, blank=True)
    reviewed_on = models.DateField(
        _("statement reviewed on"),
        null=True,
        blank=True,
        help_text=_("A review is due by 31 March each year."),
    )
    status = models.CharField(_("compliance"), max_length=16, choices=ComplianceStatus, blank=True)
    contact_name = models.CharField(_("contact"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    architecture_url = models.URLField(_("page about the building's accessibility"), blank=True)

    edit_handler = page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, *[FieldPanel(name) for name in texts]]),
            (
                _("Facts"),
                [
                    FactsPanel(
                        [FactPanel(name) for name in ("site_name", "site_url", "status")],
                        heading=_("Site"),
                    ),
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel("published_on"), FactPanel("updated_on")]),
                            FieldRowPanel([FactPanel("prepared_on"), FactPanel("reviewed_on")]),
                        ],
                        heading=_("Dates"),
                    ),
                    FactsPanel(
                        [FactPanel(name) for name in ("contact_name", "email", "phone")],
                        heading=_("Contact"),
                    ),
                    FactPanel("architecture_url"),
                ],
            ),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        *[TranslatableField(name) for name in texts],
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def missing_for_publication(self) -> list[Missing]:
        """The deadlines and the way to the Commissioner are mandatory wording in each language."""
        missing = super().missing_for_publication()
        falls_short = self.is_original and self.status not in ("", ComplianceStatus.FULLY)
        if falls_short and not has_text(self.non_compliant):
            message = _("Say what is not accessible, and why.")
            missing.append(Missing("non_compliant", self.label_of("non_compliant"), message))
        if not has_text(self.procedure):
            return missing
        language = "pl" if self.is_original else "en"
        label = self.label_of("procedure")
        return missing + [
            Missing("procedure", label, message)
            for patterns, message in MANDATORY_IN_PROCEDURE
            if not re.search(patterns[language], self.procedure, re.IGNORECASE)
        ]

    @property
    def review_is_due(self) -> bool:
        """From 1 March until somebody reviews the declaration in that year (due by 31 March)."""
        today = timezone.localdate()
        reviewed = self.original.reviewed_on or self.original.prepared_on
        return today >= date(today.year, 3, 1) and (reviewed is None or reviewed.year < today.year)
