"""Products of networks that are for everybody."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from base import access
from base.models.records import Who
from exchange.models import MeetingPage, ProductPage, ProductState
from exchange.models.product import AddresseeLevel, ProductType
from exchange.models.product_state import ProductStage

from ..models import DocumentType
from . import listing, schemas
from .parameters import Language, Listing, with_facets
from .records import Found, in_both, page_record
from .references import document_name, network_names, page_names, practice_names
from .schemas import Coded, Document, Named, Page, PageRecord, Text
from .vocabularies import choice

FACETS = ("theme", "tag", "network")
Filters = with_facets("ProductFilters", Listing, FACETS)
Facets = schemas.facets_schema("ProductFacets", FACETS)
router = Router(tags=["products"])


class Product(PageRecord):
    kind: Coded | None = Field(description=_("What kind of product it is."))
    addressee: Coded | None = Field(description=_("Who it is for."))
    version: str = Field(description=_("Its version."))
    public_from: date | None = Field(description=_("Since when it is for everybody."))
    facets: Facets = Field(description=_("The values of all filters that apply to it."))  # type: ignore[valid-type]


class Products(Page[Product]):
    pass


class ProductDetail(Product):
    networks: list[Named] = Field(description=_("The network it comes from."))
    stage: Coded = Field(description=_("The stage it is at, from working version to withdrawn."))
    summary: Text = Field(description=_("What it is and who it helps."))
    body: Text = Field(description=_("Its text."))
    changelog: Text = Field(description=_("What changed in this version."))
    meetings: list[Named] = Field(description=_("The meetings it comes from."))
    practices: list[Named] = Field(description=_("The practices it is about."))
    documents: list[Document] = Field(description=_("Its public files."))


def facts_of(found: Found) -> dict[str, Any]:
    page = found.original
    return {
        "kind": choice(ProductType, page.type),
        "addressee": choice(AddresseeLevel, page.level),
        "version": page.version,
        "public_from": page.public_from,
    }


@router.get(
    "/",
    response=Products,
    url_name="products_list",
    operation_id="list_products",
    summary=_("List products"),
    description=_("Schemes, recommendations and handbooks made by networks."),
)
def list_products(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    return listing.cut(
        listing.found_documents(asked, request, DocumentType.PRODUCT, FACETS),
        asked,
        request,
        response,
        lambda documents: listing.summaries(
            documents, request, FACETS, ProductPage.objects.all(), facts_of
        ),
    )


@router.get(
    "/{uuid:id}/",
    response=ProductDetail,
    url_name="products",
    operation_id="get_product",
    summary=_("Read a product"),
    description=_("A product of a network with its text and files."),
)
def get_product(request: HttpRequest, id: UUID, asked: Query[Language]) -> Any:
    found, names = listing.one(request, DocumentType.PRODUCT, id, ProductPage.objects.all())
    page = found.original
    return {
        **page_record(found, request),
        "facets": names.facets(found.document, FACETS),
        **facts_of(found),
        "networks": network_names(names),
        "stage": choice(ProductStage, ProductState.of(page).stage),
        **{name: in_both(found, name) for name in ("summary", "body", "changelog")},
        "meetings": page_names(page.meetings.all(), MeetingPage, "meetings", request.user),
        "practices": practice_names(page.practices.all(), request.user),
        "documents": _documents(page),
    }


def _documents(page: ProductPage) -> list[dict[str, Any]]:
    documents = [row.document for row in page.files.select_related("document")]
    audiences = access.collection_audiences({each.collection_id for each in documents})
    return [
        document_name(each) for each in documents if audiences[each.collection_id] == Who.PUBLIC
    ]
