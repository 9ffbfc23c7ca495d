"""Meetings as iCalendar (RFC 5545): one, a network's, or all; for any calendar programme."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from base import structured_data
from base.languages import active_language
from base.listing import Entry, entries
from base.text import plain
from networks.labels import network_labels

from .cards import directly_below

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
    calendar.add("x-wr-calname", f"{_('EMPIRIAE')} – {name}")
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    # How often a calendar programme asks again (RFC 7986); older ones know the second name.
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    visible = meetings.visible_to(request.user).filter(start__isnull=False)  # type: ignore[attr-defined]
    for entry in entries(visible.select_related("host_city"), request):
        calendar.add_component(_event(entry))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="empirie.ics"'
    return response


def network_calendar_response(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings of the visible network with this Polish address; 404 without one."""
    from .models import MeetingPage

    for network in network_labels(request).values():
        if network.slug == slug:
            below = directly_below(MeetingPage.objects.originals(), network.path)
            return calendar_response(request, below, name=network.title)
    raise Http404


def _event(entry: Entry) -> Event:
    facts, text = entry.original, entry.page
    event = Event()
    event.add("uid", f"{facts.translation_key}@empirie")
    event.add("dtstamp", facts.last_published_at or facts.start)
    event.add("dtstart", facts.start)
    event.add("dtend", facts.end or facts.start)
    # A title without an English version stays Polish and says so.
    event.add("summary", entry.title, parameters={"LANGUAGE": entry.lang or active_language()})
    event.add("url", structured_data.absolute(entry.address))
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
