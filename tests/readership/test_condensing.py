"""Old days become months; nothing is lost of their sum."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command

from readership.models import PageViews, Searches
from readership.periods import Period, Span

pytestmark = pytest.mark.django_db

KEY = uuid4()
NOW = "2026-11-27T12:00:00+01:00"


def on(day: str, number: int = 1, language: str = "pl") -> None:
    PageViews.objects.create(
        translation_key=KEY, day=date.fromisoformat(day), language=language, number=number
    )


def kept() -> list[tuple[str, str, int]]:
    rows = PageViews.objects.order_by("day", "-language")
    return [(f"{row.day}", row.language, row.number) for row in rows]


@time_machine.travel(NOW)
def test_days_older_than_thirteen_months_are_added_to_the_first_of_their_month():
    for day, number in [("2025-09-01", 1), ("2025-09-02", 2), ("2025-09-30", 4), ("2025-10-01", 8)]:
        on(day, number)
    on("2025-09-30", 3, "en")
    on("2025-10-02", 5)
    Searches.objects.create(day=date(2025, 8, 15), language="pl", number=9)
    condensed = [
        ("2025-09-01", "pl", 7),
        ("2025-09-01", "en", 3),
        ("2025-10-01", "pl", 8),
        ("2025-10-02", "pl", 5),
    ]
    for _again in range(2):
        call_command("condense_readership", verbosity=0)
        assert kept() == condensed
    assert list(Searches.objects.values_list("day", "number")) == [(date(2025, 8, 1), 9)]


@time_machine.travel(NOW)
def test_periods_that_reach_into_months_are_whole_months():
    period = Period.between(date(2025, 8, 20), date(2025, 9, 10), earliest=date(2025, 1, 5))
    assert (period.start, period.end) == (date(2025, 8, 1), date(2025, 9, 30))
    assert period.is_by_month


@time_machine.travel(NOW)
def test_periods_end_today_and_begin_with_the_first_figure():
    period = Period.between(date(1, 1, 1), date(9999, 12, 31), earliest=date(2026, 11, 3))
    assert (period.start, period.end) == (date(2026, 11, 3), date(2026, 11, 27))
    assert len(list(period.steps())) == 25
    assert len(list(Period.back(Span.YEAR).steps())) == 12
