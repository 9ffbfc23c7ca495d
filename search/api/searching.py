"""The search of the site for programs: every kind of record, the best first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import Field

from registers.models import City

from ..analysis import snippet
from ..facets import FACETS as ALL_FACETS
from ..facets import Choices
from ..finding import Found, find, ordered
from ..models import DocumentType, SearchDocument
from . import listing
from .cities import city_record
from .parameters import Search, chosen, with_facets
from .records import page_record, pages_of
from .schemas import Page, Record, Text

FACETS = tuple(facet.name for facet in ALL_FACETS)
Filters = with_facets("SearchFilters", Search, FACETS)
router = Router(tags=["search"])


class Result(Record):
    href: str | None = Field(  # type: ignore[assignment]
        description=_("The address of the whole record in this API; null where it has none.")
    )
    external_id: str = Field(
        description=_("The identifier in the list it was imported from; empty where it was not.")
    )
    titles: Text = Field(description=_("The title in both languages."))
    urls: Text = Field(description=_("The page for people in both languages."))
    snippet: str = Field(description=_("The passage that matches best, in the language of lang."))
    score: float = Field(
        description=_(
            "How well it matches the words; higher is better. Comparable "
            "within one answer only; 0 where there were no words."
        )
    )
    by_meaning: bool = Field(
        description=_("Whether it has too few of the words and was found by its meaning.")
    )


class Corrected(Schema):
    typed: str = Field(description=_("The word as it was typed."))
    word: str = Field(description=_("The word that was looked for as well."))


class Results(Page[Result]):
    shortened: bool = Field(
        description=_("Whether the words were too many, and only the first of them were used.")
    )
    corrections: list[Corrected] = Field(
        description=_("Words that no record has, and what was looked for as well.")
    )


@router.get(
    "/search/",
    response=Results,
    url_name="search",
    operation_id="search",
    summary=_("Search everything"),
    description=_(
        "Records of every kind that match the words, in either language, the "
        "best first; without words, the newest first."
    ),
)
def search(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    # As the pages do: what is rare is counted among records of every kind.
    found = find(asked.q, request.user)
    hits = Choices(chosen(asked, FACETS, request.user), request.user).apply(found.hits)
    if asked.type:
        hits = hits.having("type", asked.type)
    if asked.available_in:
        hits = hits.having("languages", [asked.available_in])
    answer = listing.cut(
        ordered(hits, ""),
        asked,
        request,
        response,
        lambda page: _results(page, found, request),
    )
    return {
        **answer,
        "shortened": found.query.is_shortened,
        "corrections": [{"typed": each.typed, "word": each.word} for each in found.corrections],
    }


def _results(
    documents: Sequence[SearchDocument], found: Found, request: HttpRequest
) -> list[dict[str, Any]]:
    """What was found, in the order of the documents, as far as the asker may see it right now."""
    pages = pages_of(documents, request)
    cities = City.objects.in_bulk([each.object_id for each in documents if each.object_id])
    results = []
    for document in documents:
        if document.type == DocumentType.CITY:
            city = cities.get(document.object_id or 0)
            record = city and city_record(city)
            extra: dict[str, Any] = {"external_id": "", "titles": record and record["name"]}
        else:
            page = pages.get(document.page_id or 0)
            record, extra = page and page_record(page, request), {}
        if record:
            body = document.text_pl if record["lang"] == "pl" else document.text_en
            passage = snippet(body, found.query, record["lang"])
            results.append(
                {
                    **record,
                    **extra,
                    "snippet": "".join(text for text, _marked in passage),
                    "score": round(document.rank, 6),  # type: ignore[attr-defined]
                    "by_meaning": document.by_meaning,  # type: ignore[attr-defined]
                }
            )
    return results
