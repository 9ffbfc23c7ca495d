"""What is decided about a practice by buttons and commands, never by drafts."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from base.models import BasePage

from .vocabularies import Origin, RecordLevel, Verification

# The freshness contract: a practice is confirmed by its city every twelve months.
CONFIRMED_FOR = relativedelta(months=12)


class PracticeState(models.Model):
    """Level, verification and confirmation of a practice; keyed by its original.

    A page field would come back with every reverted or older draft; this row does not.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    level = models.CharField(
        _("record level"), max_length=16, choices=RecordLevel, default=RecordLevel.FULL
    )
    verification = models.CharField(
        _("verification"), max_length=16, choices=Verification, default=Verification.SUBMITTED
    )
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True, db_index=True)
    origin = models.CharField(_("origin"), max_length=16, choices=Origin, default=Origin.EDITORS)
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
        verbose_name = _("state of a practice")
        verbose_name_plural = _("states of practices")

    def __str__(self) -> str:
        return f"{self.get_level_display()}, {self.get_verification_display()}"

    def confirm(self, day: date | None = None) -> None:
        """Note that the city confirmed the record, and when that is next due."""
        self.confirmed_on = day or timezone.localdate()
        self.due_on = self.confirmed_on + CONFIRMED_FOR

    @property
    def is_fresh(self) -> bool:
        return self.due_on is not None and self.due_on >= timezone.localdate()

    @classmethod
    def level_of(cls, practice: BasePage) -> str:
        """The record level of a practice, also of one that is not saved yet."""
        states = cls.objects.filter(translation_key=practice.translation_key)
        return states.values_list("level", flat=True).first() or RecordLevel.FULL

    @classmethod
    def of(cls, practice: BasePage) -> PracticeState:
        """The state of a practice; where none is kept yet, the defaults, unsaved: reading writes
        nothing.
        """
        key = practice.translation_key
        return cls.objects.filter(translation_key=key).first() or cls(translation_key=key)
