"""Meetings of networks; of a closed network's the note, date and place alone."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import Field

from exchange.models import MeetingPage
from exchange.models.meeting import AgendaKind, MeetingKind, MeetingMode

from ..models import DocumentType
from . import listing, schemas
from .parameters import Language, Listing, with_facets
from .records import Found, in_both, page_record, rows_in_both
from .references import city_name, city_names, network_names, practice_names
from .schemas import Coded, Named, Page, PageRecord, Text
from .vocabularies import choice

FACETS = ("theme", "tag", "network", "city", "voivodeship", "size", "city_kind", "year")
Filters = with_facets("MeetingFilters", Listing, FACETS)
Facets = schemas.facets_schema("MeetingFacets", FACETS)
router = Router(tags=["meetings"])


class Meeting(PageRecord):
    kind: Coded | None = Field(description=_("What kind of meeting it is."))
    mode: Coded | None = Field(description=_("Whether one is there on site, online or both."))
    start: datetime | None = Field(description=_("When it begins."))
    end: datetime | None = Field(description=_("When it ends."))
    host_city: Named | None = Field(description=_("The city that hosts it."))
    facets: Facets = Field(description=_("The values of all filters that apply to it."))  # type: ignore[valid-type]


class Meetings(Page[Meeting]):
    pass


class AgendaItem(Schema):
    day: int = Field(description=_("The day of the meeting, from 1."))
    starts: time | None = Field(description=_("The hour, in Polish time."))
    title: Text = Field(description=_("What it is about."))
    kind: Coded | None = Field(description=_("What kind of item it is."))


class MeetingDetail(Meeting):
    networks: list[Named] = Field(description=_("The network that meets."))
    summary: Text = Field(description=_("What everyone can read about the meeting."))
    venue: Text = Field(description=_("The place."))
    accessibility: Text = Field(description=_("How accessible the place is."))
    agenda: list[AgendaItem] = Field(
        description=_("The agenda, in order; empty for a closed network.")
    )
    cities: list[Named] = Field(
        description=_("The cities that took part; empty for a closed network.")
    )
    practices: list[Named] = Field(
        description=_("The practices shown there; empty for a closed network.")
    )


def facts_of(found: Found) -> dict[str, Any]:
    page = found.original
    return {
        "kind": choice(MeetingKind, page.kind),
        "mode": choice(MeetingMode, page.mode),
        "start": page.start,
        "end": page.end,
        "host_city": city_name(page.host_city),
    }


@router.get(
    "/",
    response=Meetings,
    url_name="meetings_list",
    operation_id="list_meetings",
    summary=_("List meetings"),
    description=_("Meetings of networks, past and future."),
)
def list_meetings(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    pages = MeetingPage.objects.select_related("host_city")
    return listing.cut(
        listing.found_documents(asked, request, DocumentType.MEETING, FACETS),
        asked,
        request,
        response,
        lambda documents: listing.summaries(documents, request, FACETS, pages, facts_of),
    )


@router.get(
    "/{uuid:id}/",
    response=MeetingDetail,
    url_name="meetings",
    operation_id="get_meeting",
    summary=_("Read a meeting"),
    description=_("A meeting with its agenda and what was shown there."),
)
def get_meeting(request: HttpRequest, id: UUID, asked: Query[Language]) -> Any:
    pages = MeetingPage.objects.select_related("host_city")
    found, names = listing.one(request, DocumentType.MEETING, id, pages)
    page = found.original
    # Who took part is public where the network is open, and can be seen at all.
    is_open = bool(names.networks) and page.shows_cities
    agenda = rows_in_both(found, "agenda", ["title"], ["day", "starts", "kind"]) if is_open else []
    return {
        **page_record(found, request),
        "facets": names.facets(found.document, FACETS),
        **facts_of(found),
        "networks": network_names(names),
        **{name: in_both(found, name) for name in ("summary", "venue", "accessibility")},
        "agenda": [{**row, "kind": choice(AgendaKind, row["kind"])} for row in agenda],
        "cities": city_names(page.cities) if is_open else [],
        "practices": practice_names(page.practices_shown.all(), request.user) if is_open else [],
    }
