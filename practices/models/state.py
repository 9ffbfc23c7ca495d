"""What is decided about a practice by buttons and commands, never by drafts."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from base.models import BasePage
from base.models.records import StateRecord

from .vocabularies import Origin, RecordLevel, Verification

# The freshness contract: a practice is confirmed by its city every twelve months.
CONFIRMED_FOR = relativedelta(months=12)


class PracticeState(StateRecord):
    """Level, verification and confirmation of a practice."""

    level = models.CharField(
        _("record level"), max_length=16, choices=RecordLevel, default=RecordLevel.FULL
    )
    verification = models.CharField(
        _("verification"), max_length=16, choices=Verification, default=Verification.SUBMITTED
    )
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True, db_index=True)
    origin = models.CharField(_("origin"), max_length=16, choices=Origin, default=Origin.EDITORS)

    class Meta(StateRecord.Meta):
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
