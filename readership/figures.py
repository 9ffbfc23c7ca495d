"""What was read in a period: by page, by day, in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from wagtail.models import Page

from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE

from .models import Downloads, PageViews, Searches

if TYPE_CHECKING:
    from uuid import UUID

    from .periods import Period

LANGUAGES = (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE)


@dataclass(frozen=True)
class Step:
    """A day, or a month by its first day, and how often something happened in each language."""

    day: date
    polish: int
    english: int

    @property
    def number(self) -> int:
        return self.polish + self.english


@dataclass(frozen=True)
class Course:
    """How often something happened in a period, step by step."""

    period: Period
    steps: list[Step]

    @property
    def polish(self) -> int:
        return sum(step.polish for step in self.steps)

    @property
    def english(self) -> int:
        return sum(step.english for step in self.steps)

    @property
    def number(self) -> int:
        return self.polish + self.english


def key_of(page: Page) -> UUID:
    """What a page is counted by: its original's key, which an alias shares with its source."""
    return page.alias_of.translation_key if page.alias_of_id else page.translation_key


def views_of(page: Page, period: Period) -> Course:
    """How one page was read, in both languages."""
    return _course(PageViews.objects.filter(translation_key=key_of(page)), period)


def views_of_pages(pages: QuerySet, period: Period) -> Course:
    """How these originals were read together."""
    keys = pages.order_by().values("translation_key")
    return _course(PageViews.objects.filter(translation_key__in=keys), period)


def searches(period: Period) -> Course:
    return _course(Searches.objects.all(), period)


def _course(counts: QuerySet, period: Period) -> Course:
    days = _within(counts, period).values_list("day", "language").annotate(times=Sum("number"))
    return Course(period, _steps(days, period))


def _steps(days: Iterable[tuple[date, str, int]], period: Period) -> list[Step]:
    times: dict[tuple[date, str], int] = defaultdict(int)
    for day, language, number in days:
        times[period.step_of(day), language] += number
    return [Step(day, *(times[day, language] for language in LANGUAGES)) for day in period.steps()]


def downloads(period: Period) -> int:
    return _within(Downloads.objects.all(), period).aggregate(n=Sum("number"))["n"] or 0


def with_downloads(documents: QuerySet, period: Period) -> QuerySet:
    """The documents downloaded in the period, most often first, each with its ``times``."""
    counts = _within(Downloads.objects.filter(document=OuterRef("pk")), period)
    times = counts.order_by().values("document").annotate(n=Sum("number")).values("n")
    return (
        documents.annotate(times=Subquery(times))
        .filter(times__isnull=False)
        .order_by("-times", "title")
    )


def views_of_pages_gone(period: Period) -> int:
    """Views of pages that have been deleted since."""
    known = Page.objects.values("translation_key")
    counts = PageViews.objects.exclude(translation_key__in=known)
    return _within(counts, period).aggregate(n=Sum("number"))["n"] or 0


def with_views(pages: QuerySet, period: Period) -> QuerySet:
    """The originals, each with its views in the period as ``polish``, ``english`` and ``views``."""
    counts = _within(PageViews.objects.filter(translation_key=OuterRef("translation_key")), period)

    def times(language: str) -> Coalesce:
        of_page = counts.filter(language=language).order_by().values("translation_key")
        return Coalesce(Subquery(of_page.annotate(n=Sum("number")).values("n")), 0)

    return pages.annotate(
        polish=times(ORIGINAL_LANGUAGE), english=times(TRANSLATION_LANGUAGE)
    ).annotate(views=F("polish") + F("english"))


def first_day() -> date | None:
    """Since when there are figures."""
    return PageViews.objects.order_by("day").values_list("day", flat=True).first()


def _within(counts: QuerySet, period: Period) -> QuerySet[Any]:
    return counts.filter(day__range=(period.start, period.end))
