"""Programmes and the publicity their funders ask for, as data with dates."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail_localize.fields import TranslatableField

from base.labels import in_language, text_in_language
from base.models import BasePage
from base.panels import FactPanel, FactRowsPanel, FactsPanel, page_tabs


class NetworkIndexPage(BasePage):
    """Every network of every programme."""

    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["networks.ProgrammePage"]

    class Meta:
        verbose_name = _("list of networks")
        verbose_name_plural = _("lists of networks")


class ProgrammePage(BasePage):
    """A programme: whose it is, what it is for, and how its funder is to be named."""

    manual: ClassVar[str] = "sieci-udziały-miast-dofinansowanie"
    structural: ClassVar[bool] = True
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "edition",
        "period_start",
        "period_end",
        "operator_pl",
        "operator_en",
        "secretariat_pl",
        "secretariat_en",
        "parent_strategy_pl",
        "parent_strategy_en",
        "publicity",
    ]
    required_to_publish: ClassVar[list[str]] = ["lead", "summary"]
    required_in_english: ClassVar[list[str]] = ["lead", "summary"]
    parent_page_types: ClassVar[list[str]] = ["networks.NetworkIndexPage"]
    subpage_types: ClassVar[list[str]] = ["networks.NetworkPage"]

    summary = models.TextField(_("summary"), blank=True)
    name = models.CharField(
        _("full name"),
        max_length=200,
        blank=True,
        help_text=_("The full official name; the title may be shorter."),
    )
    aims = RichTextField(_("aims"), blank=True)
    support = RichTextField(_("support offered"), blank=True)
    edition = models.CharField(_("edition"), max_length=50, blank=True)
    period_start = models.DateField(_("from"), null=True, blank=True)
    period_end = models.DateField(_("to"), null=True, blank=True)
    operator_pl = models.CharField(_("operator in Polish"), max_length=200, blank=True)
    operator_en = models.CharField(_("operator in English"), max_length=200, blank=True)
    secretariat_pl = models.CharField(_("secretariat in Polish"), max_length=200, blank=True)
    secretariat_en = models.CharField(_("secretariat in English"), max_length=200, blank=True)
    parent_strategy_pl = models.CharField(
        _("strategy it serves, in Polish"), max_length=200, blank=True
    )
    parent_strategy_en = models.CharField(
        _("strategy it serves, in English"), max_length=200, blank=True
    )

    edit_handler = page_tabs(
        [
            (
                _("Content"),
                [
                    *BasePage.content_panels,
                    FieldPanel("name"),
                    FieldPanel(
                        "summary", help_text=_("Two or three sentences for lists and cards.")
                    ),
                    FieldPanel("aims"),
                    FieldPanel("support"),
                ],
            ),
            (
                _("Facts"),
                [
                    FactPanel("edition", help_text=_("For example “third edition”.")),
                    FactsPanel(
                        [FieldRowPanel([FactPanel("period_start"), FactPanel("period_end")])],
                        heading=_("Period"),
                    ),
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel(f"{name}_pl"), FactPanel(f"{name}_en")])
                            for name in ("operator", "secretariat", "parent_strategy")
                        ],
                        heading=_("Institutions"),
                    ),
                    FactRowsPanel(
                        "publicity",
                        [
                            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                            FieldRowPanel([FieldPanel("slogan_pl"), FieldPanel("slogan_en")]),
                            FieldPanel("boilerplate_pl"),
                            FieldPanel("boilerplate_en"),
                            InlinePanel("logos", heading=_("Logos"), label=_("Logo")),
                        ],
                        heading=_("Acknowledgement of funding"),
                        label=_("Acknowledgement"),
                        help_text=_(
                            "Shown on the pages of the programme and its networks while it is "
                            "valid; a programme without a funder has none."
                        ),
                    ),
                ],
            ),
            (_("Media"), [FactPanel("cover")]),
        ]
    )

    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("name"),
        TranslatableField("summary"),
        TranslatableField("aims"),
        TranslatableField("support"),
    ]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    @property
    def operator(self) -> str:
        return in_language(self.original.operator_pl, self.original.operator_en)

    @property
    def secretariat(self) -> str:
        return in_language(self.original.secretariat_pl, self.original.secretariat_en)

    @property
    def parent_strategy(self) -> str:
        return in_language(self.original.parent_strategy_pl, self.original.parent_strategy_en)

    @property
    def current_publicity(self) -> Publicity | None:
        """What the funder wants said today; nothing where the programme has no such funder."""
        today = timezone.localdate()
        valid = [row for row in self.original.publicity.all() if row.is_valid_on(today)]
        return valid[0] if valid else None


class Publicity(ClusterableModel, Orderable):
    """Logos, slogan and boilerplate of a funder, valid for a period."""

    programme = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="publicity")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    slogan_pl = models.CharField(_("slogan in Polish"), max_length=250, blank=True)
    slogan_en = models.CharField(_("slogan in English"), max_length=250, blank=True)
    boilerplate_pl = models.TextField(_("text in Polish"), blank=True)
    boilerplate_en = models.TextField(_("text in English"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("acknowledgement of funding")
        verbose_name_plural = _("acknowledgement of funding")

    @property
    def slogan(self) -> str:
        return text_in_language(self.slogan_pl, self.slogan_en)

    @property
    def boilerplate(self) -> str:
        return text_in_language(self.boilerplate_pl, self.boilerplate_en)

    def is_valid_on(self, day) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


class PublicityLogo(Orderable):
    publicity = ParentalKey(Publicity, on_delete=models.CASCADE, related_name="logos")
    image = models.ForeignKey(
        "base.CustomImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("logo")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("logos")
