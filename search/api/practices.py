"""Good practices: the list, and each with everything its page tells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import Field

from practices.documents import public_pack
from practices.models import PracticePage
from practices.models.vocabularies import LegalBasisKind, PackKind

from ..models import DocumentType
from . import listing, schemas
from .parameters import Language, PracticeListing, with_facets
from .records import Found, in_both, page_record, rows_in_both
from .references import city_name, city_names, document_name, network_names
from .schemas import Coded, Document, Label, Named, Page, PageRecord, Text
from .vocabularies import choice, named

FACETS = (
    "theme", "tag", "network", "city", "voivodeship", "size", "city_kind", "kind", "stage", "cost",
    "year", "time", "difficulty", "verification", "funding", "follows", "legal", "offers",
    "feature", "level",
)  # fmt: skip
TEXTS = (
    "summary", "challenge", "objectives", "solution", "participation", "results", "what_helped",
    "not_repeated", "transferability", "cost_scope", "staff_note", "unit", "expert_opinion",
)  # fmt: skip
Filters = with_facets("PracticeFilters", PracticeListing, FACETS)
Facets = schemas.facets_schema("PracticeFacets", FACETS)
router = Router(tags=["practices"])


class Practice(PageRecord):
    city: Named | None = Field(description=_("The city whose practice it is."))
    total_cost: Decimal | None = Field(description=_("Total cost in PLN; null where unknown."))
    start_year: int | None = Field(description=_("The year it began."))
    end_year: int | None = Field(description=_("The year it ended; null while it lasts."))
    facets: Facets = Field(description=_("The values of all filters that apply to it."))  # type: ignore[valid-type]


class Practices(Page[Practice]):
    pass


class Step(Schema):
    what: Text = Field(description=_("What was done."))
    unit: Text = Field(description=_("The unit responsible."))
    duration_months: Decimal | None = Field(description=_("How many months it took."))


class Indicator(Schema):
    name: Text = Field(description=_("What was measured."))
    unit: Text = Field(description=_("The unit of measurement."))
    source: Text = Field(description=_("Where the figures come from."))
    before: Decimal | None = Field(description=_("The figure before."))
    after: Decimal | None = Field(description=_("The figure after."))
    year: int | None = Field(description=_("The year of the figure after."))


class Funding(Schema):
    source: Coded = Field(description=_("Where the money came from."))
    amount: Decimal | None = Field(description=_("The amount in PLN."))


class LegalBasis(Schema):
    kind: Coded = Field(description=_("What kind of act it is."))
    number: str = Field(description=_("Its number."))
    issued_on: date | None = Field(description=_("When it was issued."))
    title: Label = Field(description=_("Its title."))
    url: str = Field(description=_("Where it can be read; empty where nowhere."))


class PracticeDetail(Practice):
    networks: list[Named] = Field(description=_("The networks it belongs to."))
    partner_cities: list[Named] = Field(description=_("Other cities that took part."))
    summary: Text = Field(description=_("The problem, what was done, what came of it."))
    challenge: Text = Field(description=_("What was wrong, for whom, since when."))
    objectives: Text = Field(description=_("What was to be achieved, by when."))
    solution: Text = Field(description=_("What exactly was done and how it works today."))
    participation: Text = Field(description=_("Who took part and had a say, and how."))
    results: Text = Field(description=_("What changed."))
    what_helped: Text = Field(description=_("People, decisions, circumstances that helped."))
    not_repeated: Text = Field(description=_("What the city would not repeat."))
    transferability: Text = Field(description=_("Conditions, and the least another city needs."))
    cost_scope: Text = Field(description=_("What the cost covers."))
    staff_note: Text = Field(description=_("The staff needed, in words."))
    unit: Text = Field(description=_("The municipal unit that answers questions."))
    expert_opinion: Text = Field(description=_("What an expert says of it."))
    yearly_cost: Decimal | None = Field(description=_("Yearly cost in PLN; null where unknown."))
    price_year: int | None = Field(description=_("The year whose prices the costs are in."))
    cost_per_resident: Decimal | None = Field(description=_("Total cost in PLN per resident."))
    staff_fte: Decimal | None = Field(description=_("Staff needed, in full-time equivalents."))
    start_month: int | None = Field(description=_("The month it began."))
    end_month: int | None = Field(description=_("The month it ended."))
    confirmed_on: date | None = Field(description=_("When the city last confirmed the record."))
    steps: list[Step] = Field(description=_("The steps of the implementation, in order."))
    indicators: list[Indicator] = Field(description=_("What was measured, before and after."))
    funding: list[Funding] = Field(description=_("Who paid how much."))
    legal_basis: list[LegalBasis] = Field(description=_("The acts and agreements it rests on."))
    documents: list[Document] = Field(description=_("The public documents of its pack."))


def facts_of(found: Found) -> dict[str, Any]:
    page = found.original
    return {
        "city": city_name(page.city),
        "total_cost": page.total_cost,
        "start_year": page.start_year,
        "end_year": page.end_year,
    }


@router.get(
    "/",
    response=Practices,
    url_name="practices_list",
    operation_id="list_practices",
    summary=_("List practices"),
    description=_("Good practices, found by words and narrowed by any facet of the site."),
)
def list_practices(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    pages = PracticePage.objects.select_related("city")
    return listing.cut(
        listing.found_documents(asked, request, DocumentType.PRACTICE, FACETS),
        asked,
        request,
        response,
        lambda documents: listing.summaries(documents, request, FACETS, pages, facts_of),
    )


@router.get(
    "/{uuid:id}/",
    response=PracticeDetail,
    url_name="practices",
    operation_id="get_practice",
    summary=_("Read a practice"),
    description=_("A good practice with its whole story, in both languages."),
)
def get_practice(request: HttpRequest, id: UUID, asked: Query[Language]) -> Any:
    found, names = listing.one(
        request, DocumentType.PRACTICE, id, PracticePage.objects.select_related("city")
    )
    page = found.original
    return {
        **page_record(found, request),
        "facets": names.facets(found.document, FACETS),
        **facts_of(found),
        "networks": network_names(names),
        "partner_cities": city_names(page.partner_cities),
        **{name: in_both(found, name) for name in TEXTS},
        "yearly_cost": page.yearly_cost,
        "price_year": page.price_year,
        "cost_per_resident": page.cost_per_resident,
        "staff_fte": page.staff_fte,
        "start_month": page.start_month,
        "end_month": page.end_month,
        "confirmed_on": page.state.confirmed_on,
        "steps": rows_in_both(found, "steps", ["what", "unit"], ["duration_months"]),
        "indicators": rows_in_both(
            found, "indicators", ["name", "unit", "source"], ["before", "after", "year"]
        ),
        "funding": [
            {"source": {"code": row.source.code, "label": named(row.source)}, "amount": row.amount}
            for row in page.funding.select_related("source")
        ],
        "legal_basis": [
            {
                "kind": choice(LegalBasisKind, row.kind),
                "number": row.number,
                "issued_on": row.issued_on,
                "title": {"pl": row.title_pl, "en": row.title_en or row.title_pl},
                "url": row.url,
            }
            for row in page.legal_basis.all()
        ],
        "documents": [
            document_name(row.document, choice(PackKind, row.kind)) for row in public_pack(page)
        ],
    }
