"""A meeting as its page shows it; every fact is the original's."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from base import structured_data
from base.listing import Entry, entries
from base.pictures import gallery
from base.rows import Row, rows
from practices.cards import practice_cards
from practices.models import PracticePage
from registers.cards import city_cards
from registers.models import City, Person

from .cards import directly_below
from .models import MeetingPage
from .models.meeting import MeetingMode
from .presentation import Fact, shared

if TYPE_CHECKING:
    from django.http import HttpRequest


def present_meeting(page: MeetingPage, request: HttpRequest) -> dict[str, Any]:
    """The context of ``exchange/meeting_page.html``.

    Of a closed network's meeting the public reads its note, date and place: neither the agenda
    nor who took part, in words, pictures or a recording.
    """
    facts, common = page.original, shared(page, request)
    # What :attr:`MeetingPage.shows_cities` says, from the networks that are known already.
    is_open = common["network"] is not None and not common["network"].closed
    earlier, later = _neighbours(facts, request)
    agenda = rows(page, "agenda") if is_open else []
    shown = [practice.pk for practice in facts.practices_shown.all()] if is_open else []
    practices = _practices({*shown, *(row.fact.practice_id for row in agenda)} - {None}, request)
    return {
        **common,
        "is_open": is_open,
        "facts": _meeting_facts(page, is_open=is_open),
        "agenda": _days(agenda, facts, practices),
        "cities": _cities(facts) if is_open else [],
        "practices": practice_cards([practices[pk] for pk in shown if pk in practices], request),
        "recording_url": facts.recording_url if is_open else "",
        "gallery": _gallery(facts) if is_open else [],
        "earlier": earlier,
        "later": later,
        "schema": _event_schema(page),
    }


def _moment(moment: Any, pattern: str) -> str:
    return date_format(timezone.localtime(moment), pattern)


def _hours(page: MeetingPage) -> str:
    """ "10:00–15:00", or the hour of its beginning where the end is not known."""
    start, end = timezone.localtime(page.start), page.end and timezone.localtime(page.end)
    hours = [start] if end is None else [start, end]
    return "–".join(time_format(hour, "H:i") for hour in hours)


def _meeting_facts(page: MeetingPage, *, is_open: bool) -> list[Fact]:
    facts, unknown = page.original, _("no data")
    box: list[Fact] = []
    if facts.start:
        single = not facts.end or _moment(facts.start, "Ymd") == _moment(facts.end, "Ymd")
        if single:
            day = _moment(facts.start, "l, j E Y")
            box.append({"icon": "clock", "term": _("When"), "value": day, "note": _hours(facts)})
        else:
            for icon, term, moment in (
                ("clock", _("Begins"), facts.start),
                ("clock-check", _("Ends"), facts.end),
            ):
                box.append({"icon": icon, "term": term, "value": _moment(moment, "l, j E Y"),
                            "note": _moment(moment, "H:i")})  # fmt: skip
    if facts.mode != MeetingMode.ONLINE:
        city = facts.host_city
        box.append(
            {
                "icon": "map-pin",
                "term": _("Place"),
                "value": city.label if city else unknown,
                "url": city.get_absolute_url() if city else "",
                "note": page.venue,
            }
        )
    if facts.mode:
        box.append({"icon": "monitor-smartphone", "term": _("Mode"),
                    "value": facts.get_mode_display()})  # fmt: skip
    kind, number = facts.get_kind_display(), facts.number
    box.append({"icon": "calendar-days", "term": _("Kind"), "value": kind or unknown,
                "note": _("number %(number)d in the network") % {"number": number}
                if number else ""})  # fmt: skip
    if is_open and page.is_over:
        count = facts.people_count
        people = ngettext("%(count)d person", "%(count)d people", count or 0) % {
            "count": count or 0
        }
        box.append({"icon": "users", "term": _("Attended"),
                    "value": people if count is not None else unknown})  # fmt: skip
    return box


def _days(
    found: list[Row], facts: MeetingPage, practices: dict[int, Entry]
) -> list[dict[str, Any]]:
    """The agenda by day; what a row refers to is shown only if everybody may see it."""
    public = Person.objects.public().in_bulk({row.fact.presenter_id for row in found} - {None})
    cities = City.objects.in_bulk({row.fact.city_id for row in found} - {None})
    days: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        days[row.fact.day].append(_item(row, public, cities, practices))
    start = facts.start
    first = timezone.localtime(start).date() if start else None
    return [
        {
            "number": number,
            "date": first + timedelta(days=number - 1) if first else None,
            "items": days[number],
        }
        for number in sorted(days)
    ]


def _item(
    row: Row, public: dict[int, Person], cities: dict[int, City], practices: dict[int, Entry]
) -> dict[str, Any]:
    presenter, city = public.get(row.fact.presenter_id), cities.get(row.fact.city_id)
    return {
        "time": row.fact.starts,
        "title": row.text.title if row.text else "",
        "untranslated": row.text is None,
        "kind": row.fact.kind,
        "kind_label": row.fact.get_kind_display(),
        "presenter": presenter.name if presenter else "",
        "function": presenter.function if presenter else "",
        "city": city.label if city else "",
        "practice": practices.get(row.fact.practice_id),
    }


def _practices(keys: set[int], request: HttpRequest) -> dict[int, Entry]:
    """Those of the practices the reader may see, by the original's primary key."""
    found = PracticePage.objects.originals().filter(pk__in=keys).visible_to(request.user)
    return {entry.original.pk: entry for entry in entries(found, request)}


def _cities(facts: MeetingPage) -> list[dict[str, Any]]:
    """The cities that took part, in the Polish order."""
    return city_cards(sorted(facts.cities.all(), key=lambda city: city.sort_key))


def _gallery(facts: MeetingPage) -> list[dict[str, Any]]:
    return gallery(row.image for row in facts.gallery.select_related("image"))


def _neighbours(facts: MeetingPage, request: HttpRequest) -> tuple[Entry | None, Entry | None]:
    """The network's meetings before and after this one."""
    if facts.start is None:
        return None, None
    visible = MeetingPage.objects.originals().visible_to(request.user)
    others = directly_below(visible, facts.path[: -facts.steplen]).exclude(pk=facts.pk)
    earlier = others.filter(start__lt=facts.start).order_by("-start")[:1]
    later = others.filter(start__gt=facts.start).order_by("start")[:1]
    found = entries(earlier.union(later, all=True), request)
    return (
        next((entry for entry in found if entry.original.start < facts.start), None),
        next((entry for entry in found if entry.original.start > facts.start), None),
    )


def _event_schema(page: MeetingPage) -> dict[str, Any]:
    """What schema.org's Event says of the place and the mode (https://schema.org/Event)."""
    facts = page.original
    modes = {
        MeetingMode.ON_SITE: "OfflineEventAttendanceMode",
        MeetingMode.ONLINE: "OnlineEventAttendanceMode",
        MeetingMode.HYBRID: "MixedEventAttendanceMode",
    }
    places: list[Any] = []
    if facts.host_city is not None and facts.mode != MeetingMode.ONLINE:
        places.append(structured_data.place(page.venue, locality=facts.host_city.label))
    if facts.mode in (MeetingMode.ONLINE, MeetingMode.HYBRID):
        address = structured_data.absolute(page.get_url() or "")
        places.append({"@type": "VirtualLocation", "url": address})
    mode = modes.get(facts.mode)  # type: ignore[call-overload]
    return {
        "mode": f"https://schema.org/{mode}" if mode else None,
        "location": places,
        "organizer": structured_data.organisation(),
    }
