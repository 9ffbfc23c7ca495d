"""Columns of the admin's lists that Wagtail does not bring."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import Column


def a_few(names: list[str], shown: int = 2) -> str:
    """The first names and how many more there are: a cell is no place for eight networks."""
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f" +{more}" if more > 0 else "")


class DayColumn(Column):
    """A day in figures, in Warsaw: Wagtail's own column says "3 years ago"."""

    def get_value(self, instance: Any) -> str:
        moment = super().get_value(instance)
        if moment is None:
            return ""
        if isinstance(moment, datetime):
            moment = timezone.localtime(moment)
        return f"{moment.day}.{moment.month:02}.{moment.year}"


class MomentColumn(DayColumn):
    """The day and the time of it, where several things of a day are told apart."""

    def get_value(self, instance: Any) -> str:
        moment = Column.get_value(self, instance)
        if moment is None:
            return ""
        return f"{super().get_value(instance)}, {timezone.localtime(moment):%H:%M}"
