"""Networks, for anybody: of a closed one what it is for and whom it admits."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import Field

from networks.models import Membership, NetworkPage
from networks.models.membership import Role
from networks.models.network import NetworkAccess, NetworkKind, NetworkState

from ..models import DocumentType
from . import listing, schemas
from .parameters import Language, Listing, with_facets
from .records import Found, in_both, page_record, rows_in_both
from .references import city_name
from .schemas import Coded, Named, Page, PageRecord, Text
from .vocabularies import choice

FACETS = ("theme",)
Filters = with_facets("NetworkFilters", Listing, FACETS)
Facets = schemas.facets_schema("NetworkFacets", FACETS)
router = Router(tags=["networks"])


class Network(PageRecord):
    slug: str = Field(description=_("Its code in the filter “network” of other records."))
    short_name: Text = Field(description=_("Its short name."))
    number: int | None = Field(description=_("Its number."))
    kind: Coded | None = Field(description=_("The kind of network."))
    access: Coded | None = Field(description=_("Whether it is open or closed."))
    state: Coded | None = Field(description=_("Whether it recruits, works or has finished."))
    started_on: date | None = Field(description=_("The day it began."))
    ended_on: date | None = Field(description=_("The day it ended."))
    facets: Facets = Field(description=_("The values of all filters that apply to it."))  # type: ignore[valid-type]


class Networks(Page[Network]):
    pass


class Member(Schema):
    city: Named = Field(description=_("The city."))
    role: Coded = Field(description=_("What the city is in the network."))
    since: date = Field(description=_("Since when."))


class NetworkDetail(Network):
    theme_name: Text = Field(description=_("The name of its theme."))
    summary: Text = Field(description=_("What it is, in two or three sentences."))
    purpose: Text = Field(description=_("What it is for."))
    who_may_join: Text = Field(description=_("Who may join."))
    goals: Text | None = Field(description=_("What it wants to achieve; null if it is closed."))
    topics: list[Text] = Field(description=_("What it works on; empty if it is closed."))
    lead_city: Named | None = Field(description=_("The city that leads it."))
    members: list[Member] = Field(description=_("Its cities today; empty if it is closed."))


def facts_of(found: Found) -> dict[str, Any]:
    page = found.original
    return {
        "slug": page.slug,
        "short_name": in_both(found, "short_name"),
        "number": page.number,
        "kind": choice(NetworkKind, page.kind),
        "access": choice(NetworkAccess, page.access),
        "state": choice(NetworkState, page.state),
        "started_on": page.started_on,
        "ended_on": page.ended_on,
    }


@router.get(
    "/",
    response=Networks,
    url_name="networks_list",
    operation_id="list_networks",
    summary=_("List networks"),
    description=_("The networks of cities."),
)
def list_networks(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    return listing.cut(
        listing.found_documents(asked, request, DocumentType.NETWORK, FACETS),
        asked,
        request,
        response,
        lambda documents: listing.summaries(
            documents, request, FACETS, NetworkPage.objects.all(), facts_of
        ),
    )


@router.get(
    "/{uuid:id}/",
    response=NetworkDetail,
    url_name="networks",
    operation_id="get_network",
    summary=_("Read a network"),
    description=_("A network with its purpose, topics and cities."),
)
def get_network(request: HttpRequest, id: UUID, asked: Query[Language]) -> Any:
    pages = NetworkPage.objects.select_related("lead_city")
    found, names = listing.one(request, DocumentType.NETWORK, id, pages)
    page, is_open = found.original, not found.original.is_closed
    return {
        **page_record(found, request),
        "facets": names.facets(found.document, FACETS),
        **facts_of(found),
        **{
            name: in_both(found, name)
            for name in ("theme_name", "summary", "purpose", "who_may_join")
        },
        "goals": in_both(found, "goals") if is_open else None,
        "topics": [row["topic"] for row in rows_in_both(found, "topics", ["topic"])]
        if is_open
        else [],
        "lead_city": city_name(page.lead_city),
        "members": _members(page) if is_open else [],
    }


def _members(network: NetworkPage) -> list[dict[str, Any]]:
    rows = Membership.objects.current().filter(network=network).select_related("city")
    return [
        {"city": city_name(row.city), "role": choice(Role, row.role), "since": row.joined}
        for row in rows.order_by("city__sort_key")
    ]
