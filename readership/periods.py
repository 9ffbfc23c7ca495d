"""The days that figures are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .condensing import first_day_by_day

# A bar for each day is readable for so many; longer periods have one for each month.
MOST_DAYS_ONE_BY_ONE = 92


class Span(models.TextChoices):
    """How far back from today."""

    WEEK = "7", _("7 days")
    MONTH = "30", _("30 days")
    QUARTER = "90", _("90 days")
    YEAR = "12m", _("12 months")


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included; drawn by the day, or by the month where it is long."""

    start: date
    end: date

    @classmethod
    def back(cls, span: str) -> Period:
        """The days up to and with today; twelve months begin with the first day of one."""
        today = timezone.localdate()
        if span == Span.YEAR:
            return cls(today.replace(day=1) - relativedelta(months=11), today)
        return cls(today - timedelta(days=int(span) - 1), today)

    @classmethod
    def between(cls, start: date | None, end: date | None, *, earliest: date) -> Period:
        """The days somebody has chosen, as far as there are figures for them.

        Where figures are kept by the month it is whole months.
        """
        today = timezone.localdate()
        end = min(end or today, today)
        start = min(max(start or earliest, earliest), end)
        if start < first_day_by_day():
            start = start.replace(day=1)
        if end < first_day_by_day():
            end += relativedelta(day=31)
        return cls(start, end)

    @property
    def is_by_month(self) -> bool:
        return (
            self.start < first_day_by_day() or (self.end - self.start).days >= MOST_DAYS_ONE_BY_ONE
        )

    def step_of(self, day: date) -> date:
        """The bar a day belongs to, by its first day."""
        return day.replace(day=1) if self.is_by_month else day

    def steps(self) -> Iterator[date]:
        """Every bar from the first to the last, days without a reader included."""
        step = relativedelta(months=1) if self.is_by_month else relativedelta(days=1)
        day = self.step_of(self.start)
        while day <= self.end:
            yield day
            day += step
