"""News: articles with their text."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from news.models import NewsCategory, NewsPage, NewsType

from ..models import DocumentType
from . import listing, schemas
from .parameters import Language, Listing, with_facets
from .records import Found, in_both, page_record
from .references import city_names, network_names
from .schemas import Coded, Named, Page, PageRecord, Text
from .vocabularies import choice

FACETS = ("theme", "tag", "network", "city", "voivodeship", "size", "city_kind", "year")
Filters = with_facets("NewsFilters", Listing, FACETS)
Facets = schemas.facets_schema("NewsFacets", FACETS)
router = Router(tags=["news"])


class Article(PageRecord):
    category: Coded | None = Field(description=_("What it is about."))
    kind: Coded | None = Field(description=_("What kind of article it is."))
    archived: bool = Field(description=_("Whether it is kept as an old one."))
    facets: Facets = Field(description=_("The values of all filters that apply to it."))  # type: ignore[valid-type]


class Articles(Page[Article]):
    pass


class ArticleDetail(Article):
    networks: list[Named] = Field(description=_("The networks it concerns."))
    cities: list[Named] = Field(description=_("The cities it concerns."))
    body: Text = Field(description=_("Its text."))


def facts_of(found: Found) -> dict[str, Any]:
    page = found.original
    return {
        "category": choice(NewsCategory, page.category),
        "kind": choice(NewsType, page.type),
        "archived": page.archived,
    }


@router.get(
    "/",
    response=Articles,
    url_name="news_list",
    operation_id="list_news",
    summary=_("List news"),
    description=_("Articles about networks, meetings and practices."),
)
def list_news(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    return listing.cut(
        listing.found_documents(asked, request, DocumentType.NEWS, FACETS),
        asked,
        request,
        response,
        lambda documents: listing.summaries(
            documents, request, FACETS, NewsPage.objects.all(), facts_of
        ),
    )


@router.get(
    "/{uuid:id}/",
    response=ArticleDetail,
    url_name="news",
    operation_id="get_news",
    summary=_("Read an article"),
    description=_("An article with its text, in both languages."),
)
def get_news(request: HttpRequest, id: UUID, asked: Query[Language]) -> Any:
    found, names = listing.one(request, DocumentType.NEWS, id, NewsPage.objects.all())
    return {
        **page_record(found, request),
        "facets": names.facets(found.document, FACETS),
        **facts_of(found),
        "networks": network_names(names),
        "cities": city_names(found.original.cities),
        "body": in_both(found, "body"),
    }
