"""What goes into a digest: pages everybody may see, whoever puts it together.

New is what was published in the period for the first time. Of what was there before, whatever was
published again is offered too, though not chosen at first: the change may be a comma.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from base import access
from exchange.listing import not_over
from exchange.models import MeetingPage
from networks.models import NetworkPage
from news.models import NewsPage
from practices.models import PracticePage, PracticeState
from practices.models.vocabularies import RecordLevel

# More than anybody reads in a mail; what is left off is said to the editor.
MOST = 60
# Meetings are announced so long before they begin.
AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Item:
    """An original, and whether it had been published before the period."""

    original: Any
    is_update: bool = False


@dataclass(frozen=True)
class Group:
    """Items of one kind under their heading, and how many more there are."""

    name: str
    heading: str | Promise
    items: list[Item]
    left_off: int = 0

    def of(self, kept: set[int]) -> Group:
        """The group with those items alone."""
        return Group(self.name, self.heading, [i for i in self.items if i.original.pk in kept])


class Days:
    """The moments between the beginning of a day and the end of another, in Warsaw."""

    def __init__(self, start: date, end: date):
        self.start = _midnight(start)
        self.end = _midnight(end + timedelta(days=1))

    def hold(self, field: str) -> Q:
        return Q(**{f"{field}__gte": self.start, f"{field}__lt": self.end})


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def collect(start: date, end: date, networks: Iterable[NetworkPage]) -> list[Group]:
    """What there is to tell of a period, in the order of the digest; empty groups are left out."""
    days, networks = Days(start, end), list(networks)
    groups = [
        _published("news", _("News"), _news(networks), "date", days),
        _published(
            "practices",
            _("Good practices"),
            _practices(networks),
            "first_published_at",
            days,
        ),
        *_meetings(days, networks),
    ]
    return [group for group in groups if group.items]


def _published(name: str, heading: str | Promise, pages: QuerySet, born: str, days: Days) -> Group:
    """What is new, the newest first, then what was published again."""
    new = pages.filter(days.hold(born)).order_by(f"-{born}", "pk")
    again = pages.filter(days.hold("last_published_at"), **{f"{born}__lt": days.start})
    again = again.order_by("-last_published_at", "pk")
    numbers = new.count(), again.count()
    items = [Item(page) for page in new[:MOST]]
    items += [Item(page, is_update=True) for page in again[: MOST - len(items)]]
    return Group(name, heading, items, left_off=sum(numbers) - len(items))


def _news(networks: list[NetworkPage]) -> QuerySet:
    pages = NewsPage.objects.originals().visible_to(access.ANONYMOUS).filter(archived=False)
    return _of_networks(pages, NewsPage.networks.through, "newspage", networks)


def _practices(networks: list[NetworkPage]) -> QuerySet:
    """Records brought from an archive are nothing new, whenever that was."""
    archival = PracticeState.objects.filter(
        translation_key=OuterRef("translation_key"), level=RecordLevel.ARCHIVAL
    )
    pages = PracticePage.objects.originals().visible_to(access.ANONYMOUS)
    pages = pages.exclude(Exists(archival)).select_related("city")
    return _of_networks(pages, PracticePage.networks.through, "practicepage", networks)


def _of_networks(pages: QuerySet, through: Any, page: str, networks: list[NetworkPage]) -> QuerySet:
    if not networks:
        return pages
    return pages.filter(pk__in=through.objects.filter(networkpage__in=networks).values(page))


def _meetings(days: Days, networks: list[NetworkPage]) -> list[Group]:
    """What comes, as far as it is announced, and what took place in the period."""
    pages = MeetingPage.objects.originals().visible_to(access.ANONYMOUS)
    pages = pages.select_related("host_city")
    if networks:
        pages = pages.filter(reduce(or_, (Q(path__startswith=each.path) for each in networks)))
    until = max(days.end, timezone.now()) + AHEAD
    coming = pages.filter(not_over(), start__lt=until).order_by("start", "pk")
    held = pages.filter(days.hold("start")).exclude(not_over()).order_by("-start", "pk")
    return [
        Group(name, heading, [Item(page) for page in found[:MOST]], max(found.count() - MOST, 0))
        for name, heading, found in (
            ("coming", pgettext_lazy("digest", "Upcoming meetings"), coming),
            ("held", pgettext_lazy("digest", "Past meetings"), held),
        )
    ]
