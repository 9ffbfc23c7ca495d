"""The calendar of meetings by network and year, and the list of products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _

from base import structured_data
from base.filters import Filters, in_readers_language, is_readable, only_in_polish
from base.listing import entries, page_links, paginate, readable
from networks.labels import NetworkLabel, network_labels

from .cards import directly_below, meeting_cards, networks_by_path, product_cards
from .models import MeetingPage, ProductPage
from .models.product import AddresseeLevel, ProductType

if TYPE_CHECKING:
    from django.http import HttpRequest

# How many past meetings stand on the calendar's first page; the years lead to all of them.
MOST_RECENT = 12
PRODUCTS_PER_PAGE = 24

Card = dict[str, Any]


def not_over(moment: datetime | None = None) -> Q:
    """Meetings that have not ended; without an end they are over when they have begun."""
    moment = moment or timezone.now()
    return Q(end__gte=moment) | Q(end=None, start__gte=moment)


# --- Meetings ---------------------------------------------------------------------------


def meeting_list(request: HttpRequest, page_address: str) -> dict[str, Any]:
    """The context of the calendar: what comes and what has been, or one year month by month."""
    visible = MeetingPage.objects.originals().visible_to(request.user).exclude(start=None)
    visible = visible.select_related("host_city")
    networks = networks_by_path(request)
    held = _held(visible, networks)
    used = {each.network for each in held}
    labels = [label for label in network_labels(request).values() if label.slug in used]
    years = sorted({each.year for each in held}, reverse=True)
    # What is counted is what this language's list shows.
    counted = [each for each in held if each.readable]
    filters = Filters(
        request,
        {
            "network": [(label.slug, label.title) for label in labels],
            "year": [(year, year) for year in years],
        },
    )
    chosen = next((label for label in labels if label.slug == filters.get("network")), None)
    found = directly_below(visible, chosen.path) if chosen else visible
    if filters.get("year"):
        found = found.filter(start__year=int(filters.get("year")))
    polish_only, polish_count = only_in_polish(found.order_by("-start", "pk"), request)
    shown = in_readers_language(found)
    calendar = f"network/{chosen.slug}/calendar.ics" if chosen else "calendar.ics"
    return {
        "filters": filters,
        "chosen_network": chosen,
        "chosen_year": filters.get("year"),
        "all_years_url": filters.address(year=""),
        "networks": _counted(
            filters.links("network", _("All networks")),
            Counter(each.network for each in counted if filters.get("year") in ("", each.year)),
            ["", *[label.slug for label in labels]],
        ),
        "years": _counted(
            filters.links("year", _("All years")),
            Counter(
                each.year for each in counted if filters.get("network") in ("", each.network)
            ),
            ["", *years],
        ),
        "calendar_url": f"{page_address}{calendar}",
        "calendar_address": structured_data.absolute(f"{page_address}{calendar}"),
        "calendars": [
            {"title": label.title, "url": f"{page_address}network/{label.slug}/calendar.ics",
             "lang": label.lang}
            for label in labels
        ],
        "polish_only": polish_only,
        "polish_only_count": polish_count,
        "ways_out": [{"label": _("All meetings"), "url": "?"}],
        **(_year(shown, int(filters.get("year")), request) if filters.get("year")
           else _now(shown, request)),
    }  # fmt: skip


@dataclass(frozen=True)
class Held:
    """A meeting as the filters know it: its network's address, its year, its language."""

    network: str
    year: str
    readable: bool


def _held(meetings: QuerySet, networks: dict[str, NetworkLabel]) -> list[Held]:
    rows = meetings.annotate(year=ExtractYear("start"), readable=is_readable())
    return [
        Held(label.slug, str(year), readable)
        for path, year, readable in rows.values_list("path", "year", "readable")
        if (label := networks.get(path[: -MeetingPage.steplen]))
    ]


def _counted(
    links: list[dict[str, Any]], counts: Counter[str], values: list[str]
) -> list[dict[str, Any]]:
    """The links of a filter with how many meetings each leads to."""
    total = sum(counts.values())
    return [
        {**link, "count": counts[value] if value else total}
        for link, value in zip(links, values, strict=True)
    ]


def _cards(found: Iterable[MeetingPage], request: HttpRequest) -> list[Card]:
    return meeting_cards(readable(entries(found, request))[0], request)


def _now(found: QuerySet[MeetingPage], request: HttpRequest) -> dict[str, Any]:
    """What is coming, the soonest first, and the latest of what has been, by year."""
    coming = found.filter(not_over()).order_by("start", "pk")
    past = found.exclude(not_over()).order_by("-start", "pk")[:MOST_RECENT]
    cards = _cards([*coming, *past], request)
    return {
        "upcoming": [card for card in cards if not card["past"]],
        "past": [
            {"year": year, "cards": list(group)}
            for year, group in groupby(
                (card for card in cards if card["past"]), key=lambda card: _local(card).year
            )
        ],
        "months": [],
    }


def _year(found: QuerySet[MeetingPage], year: int, request: HttpRequest) -> dict[str, Any]:
    """A year's meetings under their months, and the twelve months at a glance."""
    cards = _cards(found.order_by("start", "pk"), request)
    months = []
    for month in range(1, 13):
        held = [card for card in cards if _local(card).month == month]
        months.append({"first": date(year, month, 1), "id": f"m{month:02d}", "cards": held})
    return {"upcoming": [], "past": [], "months": months, "year_count": len(cards)}


def _local(card: Card) -> datetime:
    """The meeting's start as a clock in Warsaw shows it."""
    return timezone.localtime(card["start"])


# --- Products ---------------------------------------------------------------------------


def product_list(request: HttpRequest) -> dict[str, Any]:
    """The context of the list of products: the newest first."""
    visible = ProductPage.objects.originals().visible_to(request.user)
    networks = networks_by_path(request)
    rows = list(visible.values_list("path", "type", "level"))
    used = {networks[path[:-4]].slug for path, _type, _level in rows if path[:-4] in networks}
    types, levels = {row[1] for row in rows}, {row[2] for row in rows}
    labels = [label for label in network_labels(request).values() if label.slug in used]
    filters = Filters(
        request,
        {
            "type": [choice for choice in ProductType.choices if choice[0] in types],
            "network": [(label.slug, label.title) for label in labels],
            "level": [choice for choice in AddresseeLevel.choices if choice[0] in levels],
        },
    )
    found = visible
    for label in labels:
        if label.slug == filters.get("network"):
            found = directly_below(found, label.path)
    for name in ("type", "level"):
        if filters.get(name):
            found = found.filter(**{name: filters.get(name)})
    found = found.order_by(F("public_from").desc(nulls_last=True), "pk")
    polish_only, polish_count = only_in_polish(found, request)
    page = paginate(in_readers_language(found), request, PRODUCTS_PER_PAGE)
    shown, _none = readable(entries(page.object_list, request))
    return {
        "filters": filters,
        "cards": product_cards(shown, request),
        "count": page.paginator.count,
        "type": filters.select("type", _("All types")),
        "network": filters.select("network", _("All networks")),
        "level": filters.select("level", _("All levels")),
        "polish_only": polish_only,
        "polish_only_count": polish_count,
        "ways_out": [{"label": _("All products"), "url": "?"}],
        **page_links(page, filters.page_address),
    }
