"""Meetings as iCalendar (RFC 5545): one, a network's, or all; for any calendar programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from base.listing import entries
from base.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

    from .models import MeetingPage


def calendar_response(
    request: HttpRequest, meetings: Iterable[MeetingPage], *, name: str
) -> HttpResponse:
    """The meetings the reader may see, each with a stable UID; titles in the reader's language."""
    calendar = Calendar()
    calendar.add("prodid", "-//Empirie//EMPIRIE//PL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"EMPIRIE – {name}")
    visible = meetings.visible_to(request.user).filter(start__isnull=False)  # type: ignore[attr-defined]
    for entry in entries(visible.select_related("host_city"), request):
        calendar.add_component(_event(entry, request))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="empirie.ics"'
    return response


def _event(entry, request: HttpRequest) -> Event:
    facts, text = entry.original, entry.page
    event = Event()
    event.add("uid", f"{facts.translation_key}@empirie")
    event.add("dtstamp", facts.last_published_at or facts.start)
    event.add("dtstart", facts.start)
    event.add("dtend", facts.end or facts.start)
    event.add("summary", entry.title)
    event.add("url", request.build_absolute_uri(entry.address))
    if text is not None and text.lead:
        event.add("description", plain(text.lead))
    place = [
        text.venue if text is not None else "",
        facts.host_city.label if facts.host_city else "",
    ]
    if any(place):
        event.add("location", ", ".join(part for part in place if part))
    elif facts.mode == "online":
        event.add("location", _("online"))
    return event
