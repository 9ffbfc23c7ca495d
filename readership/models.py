"""How often something was read on a day: numbers, and nothing about those who read.

Days further back than ``READERSHIP_MONTHS_BY_DAY`` are one row a month, dated its first day; see
:mod:`readership.condensing`.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DayCount(models.Model):
    """A number of times on a day, in Warsaw's calendar."""

    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("times"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.day}: {self.number}"


class PageViews(DayCount):
    """Views of a page in one language, by its original's key; they outlive the page in sums."""

    translation_key = models.UUIDField(editable=False)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)

    class Meta:
        verbose_name = _("views of a page")
        verbose_name_plural = _("views of pages")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "day", "language"], name="one_count_of_views_a_day"
            )
        ]
        indexes = [models.Index(fields=["day"], name="views_by_day")]


class Searches(DayCount):
    """Searches in one language; their words, apart from this, are the search's own to keep."""

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)

    class Meta:
        verbose_name = _("searches of a day")
        verbose_name_plural = _("searches of days")
        constraints = [
            models.UniqueConstraint(fields=["day", "language"], name="one_count_of_searches_a_day")
        ]


class Downloads(DayCount):
    """Downloads of a document."""

    document = models.ForeignKey(
        "base.CustomDocument",
        on_delete=models.CASCADE,
        related_name="downloads",
        verbose_name=_("document"),
    )

    class Meta:
        verbose_name = _("downloads of a document")
        verbose_name_plural = _("downloads of documents")
        constraints = [
            models.UniqueConstraint(fields=["document", "day"], name="one_count_of_downloads_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="downloads_by_day")]
