"""The stage of a product: a record changed by buttons, never by drafts."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from base.models.records import StateRecord


class ProductStage(models.TextChoices):
    WORKING = "working", pgettext_lazy("product", "working version")
    FOR_OPINION = "for_opinion", pgettext_lazy("product", "for opinion")
    AFTER_OPINIONS = "after_opinions", pgettext_lazy("product", "after opinions")
    FINAL = "final", pgettext_lazy("product", "final")
    WITHDRAWN = "withdrawn", pgettext_lazy("product", "withdrawn")


class ProductState(StateRecord):
    """Where a product stands; only final and withdrawn ones are for everybody."""

    stage = models.CharField(
        _("stage"), max_length=16, choices=ProductStage, default=ProductStage.WORKING
    )

    class Meta(StateRecord.Meta):
        verbose_name = _("state of a product")
        verbose_name_plural = _("states of products")

    def __str__(self) -> str:
        return self.get_stage_display()
