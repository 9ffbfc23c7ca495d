"""The results of the site search: every kind of object, each with the passage that matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from base.listing import paginate
from practices.cards import practice_cards
from practices.models import PracticePage
from registers.cards import city_cards
from registers.models import City

from . import asked, facets
from .finding import Found, in_language, ordered
from .listing import (
    PER_PAGE,
    entries_of,
    pages_of,
    polish_only,
    search_in_words,
    shown_of,
    sorts,
    tabs,
)
from .models import DocumentType, SearchDocument
from .once import asked_for
from .ways_out import Scope, fewer_words, nearest_themes, understood

if TYPE_CHECKING:
    from django.http import HttpRequest, QueryDict


def site_results(request: HttpRequest) -> dict[str, Any]:
    """What the search page shows for this address: tabs, lines, pages; nothing without words."""
    text, sort = request.GET.get("q", ""), request.GET.get("sort", "")
    found = asked_for(request)
    choices = facets.Choices(request.GET)
    kind = request.GET.get("type", "")
    kind = kind if kind in DocumentType.values else ""
    if found.query.is_empty:
        return {"query": text, "asked": False, "count": 0, "named": ""}
    chosen = found.hits.having("type", [kind]) if kind else found.hits
    page = paginate(ordered(in_language(chosen), sort), request, per_page=PER_PAGE)
    count, shown = page.paginator.count, list(page.object_list)
    asked.count(request, found, count, shown[0].pk if shown else None)
    return {
        "query": text,
        "named": search_in_words(text, [], page.number),
        "asked": True,
        "shortened": found.query.is_shortened,
        "understood": understood(found, choices),
        "count": count,
        "tabs": tabs(found, text, kind),
        "sort": sorts(choices, sort, has_words=True, with_facts=False),
        "results": _lines(shown, found, request),
        "polish_only": polish_only(chosen, sort, request),
        "ways_out": [] if count else fewer_words(found, request.user, _scopes(request.GET, kind)),
        "themes": [] if count else nearest_themes(text, request.user),
        **pages_of(page, choices),
    }


def _scopes(parameters: QueryDict, kind: str) -> Iterator[Scope]:
    """The kind that is shown, else everything."""
    if kind:
        of_kind = facets.Choices(parameters)
        yield Scope("%(words)s", of_kind, lambda hits: hits.having("type", [kind]))
    everywhere = parameters.copy()
    everywhere.pop("type", None)
    label = _("%(words)s, everywhere") if kind else "%(words)s"
    yield Scope(label, facets.Choices(everywhere), lambda hits: hits)


def _lines(
    documents: Sequence[SearchDocument], found: Found, request: HttpRequest
) -> list[dict[str, Any]]:
    """One line a document: kind, title, address, the words marked; a practice's facts."""
    shown = entries_of(documents, request)
    by_page = {entry.original.pk: entry for entry in shown}
    practices = [entry for entry in shown if isinstance(entry.original, PracticePage)]
    facts = {
        card["original"].pk: card
        for card in practice_cards(practices, request, with_cover=False)
    }  # fmt: skip
    cities = _cities(documents)
    found_by = shown_of(documents, found, request.user)
    lines = []
    for document in documents:
        line = {"kind": DocumentType(document.type).one, **found_by[document.pk]}
        if city := cities.get(document.object_id or 0):
            lines.append({**line, "url": city["url"], "note": city["voivodeship"]})
        elif entry := by_page.get(document.page_id or 0):
            lines.append(
                {
                    **line,
                    "url": entry.address,
                    "lang": entry.lang,
                    "lead": entry.lead,
                    "date": getattr(entry.original, "date", None),
                    "facts": facts.get(entry.original.pk),
                }
            )
    return lines


def _cities(documents: Sequence[SearchDocument]) -> dict[int, dict[str, Any]]:
    ids = [each.object_id for each in documents if each.type == DocumentType.CITY]
    cards = city_cards(City.objects.filter(pk__in=ids)) if ids else []
    return {card["city"].pk: card for card in cards}
