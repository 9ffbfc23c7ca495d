"""Rows of a practice: steps, indicators, funding, legal basis, files, pictures."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Page

from base.labels import in_language
from base.models.rows import FactRow, TextRow
from registers.models import FundingSource

from .vocabularies import LegalBasisKind, PackKind

PRACTICE = "practices.PracticePage"


class Step(TextRow):
    """A step of the implementation: what, how long, who."""

    texts: ClassVar[list[str]] = ["what", "unit"]

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="steps")
    what = models.TextField(_("what was done"), blank=True)
    unit = models.CharField(_("unit responsible"), max_length=200, blank=True)
    duration_months = models.DecimalField(
        _("duration in months"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )

    class Meta(TextRow.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class Indicator(TextRow):
    """A measured change: before and after."""

    texts: ClassVar[list[str]] = ["name", "unit", "source"]

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="indicators")
    name = models.CharField(_("what was measured"), max_length=200, blank=True)
    before = models.DecimalField(
        _("before"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    after = models.DecimalField(_("after"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    class Meta(TextRow.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")


class Funding(FactRow):
    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="funding")
    source = models.ForeignKey(
        FundingSource, on_delete=models.PROTECT, related_name="+", verbose_name=_("source")
    )
    amount = models.DecimalField(
        _("amount in PLN"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )

    class Meta(FactRow.Meta):
        verbose_name = _("source of funding")
        verbose_name_plural = _("sources of funding")


class LegalBasis(FactRow):
    """An act or agreement the practice rests on; titles are bilingual data."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="legal_basis")
    kind = models.CharField(_("type"), max_length=24, choices=LegalBasisKind)
    number = models.CharField(
        _("number"), max_length=100, blank=True, help_text=_("For example “XXI/345/20”.")
    )
    issued_on = models.DateField(_("date"), null=True, blank=True)
    title_pl = models.CharField(_("title in Polish"), max_length=300, blank=True)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    url = models.URLField(_("link"), blank=True)
    document = models.ForeignKey(
        "base.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("file"),
    )

    class Meta(FactRow.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")

    @property
    def title(self) -> str:
        return in_language(self.title_pl, self.title_en)


class PackDocument(FactRow):
    """A document of the implementation pack; title, licence and language are the document's."""

    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="pack")
    document = models.ForeignKey(
        "base.CustomDocument",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
    )
    kind = models.CharField(_("type"), max_length=24, choices=PackKind, default=PackKind.OTHER)

    class Meta(FactRow.Meta):
        verbose_name = _("document of the implementation pack")
        verbose_name_plural = _("implementation pack")


class GalleryImage(FactRow):
    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "base.CustomImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("image")
    )

    class Meta(FactRow.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("gallery")


class RelatedPractice(FactRow):
    page = ParentalKey(PRACTICE, on_delete=models.CASCADE, related_name="related")
    practice = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("practice")
    )

    panels: ClassVar[list] = [PageChooserPanel("practice", page_type=PRACTICE)]

    class Meta(FactRow.Meta):
        verbose_name = _("related practice")
        verbose_name_plural = _("related practices")
