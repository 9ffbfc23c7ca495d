"""The stage of a product: a record changed by buttons, never by drafts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from base.models import BasePage


class ProductStage(models.TextChoices):
    WORKING = "working", pgettext_lazy("product", "working version")
    FOR_OPINION = "for_opinion", pgettext_lazy("product", "for opinion")
    AFTER_OPINIONS = "after_opinions", pgettext_lazy("product", "after opinions")
    FINAL = "final", pgettext_lazy("product", "final")
    WITHDRAWN = "withdrawn", pgettext_lazy("product", "withdrawn")


class ProductState(models.Model):
    """Where a product stands; only final and withdrawn ones are for everybody."""

    translation_key = models.UUIDField(unique=True, editable=False)
    stage = models.CharField(
        _("stage"), max_length=16, choices=ProductStage, default=ProductStage.WORKING
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("changed by"),
    )

    class Meta:
        verbose_name = _("state of a product")
        verbose_name_plural = _("states of products")

    def __str__(self) -> str:
        return self.get_stage_display()

    @classmethod
    def of(cls, product: BasePage) -> ProductState:
        """The state of a product; the default, unsaved, where none is kept yet."""
        key = product.translation_key
        return cls.objects.filter(translation_key=key).first() or cls(translation_key=key)
