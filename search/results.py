"""The results of the practice list, as its template wants them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import pgettext

from base.listing import Entry, entries, paginate
from practices.cards import practice_cards, with_card_facts
from practices.models import PracticePage

from . import asked, facets
from .finding import Found, in_language, ordered
from .listing import PER_PAGE, pages_of, polish_only, search_in_words, shown_of, sorts, tabs
from .mapping import on_the_map
from .models import DocumentType, SearchDocument
from .once import asked_for
from .own_city import OwnCity, own_city
from .ways_out import nearest_themes, understood, ways_out

if TYPE_CHECKING:
    from django.http import HttpRequest

    from base.access import Reader

    from .hits import Hits


def practice_results(request: HttpRequest) -> dict[str, Any]:
    """Everything the practice list shows for this address: cards, facets, chips, pages.

    Made once a request: the title of the page asks for it as well.
    """
    made = getattr(request, "_practice_results", None)
    if made is None:
        made = _practice_results(request)
        request._practice_results = made  # type: ignore[attr-defined]
    return made


def chosen_practices(
    found: Found, parameters: QueryDict, user: Reader
) -> tuple[Hits, facets.Choices]:
    """The practices among what was found, in both languages, narrowed by the address's facets."""
    choices = facets.Choices(parameters, user)
    return choices.apply(found.hits.having("type", [DocumentType.PRACTICE])), choices


def _practice_results(request: HttpRequest) -> dict[str, Any]:
    text, sort = request.GET.get("q", ""), request.GET.get("sort", "")
    found = asked_for(request)
    chosen, choices = chosen_practices(found, request.GET, request.user)
    labels = facets.Labels(request)
    shown = in_language(chosen)
    own = own_city(request.GET)
    listed = ordered(shown, sort, own.city)
    page = paginate(listed, request, per_page=PER_PAGE)
    as_map = request.GET.get("view") == "map"
    documents = [] if as_map else list(page.object_list)
    practices = in_language(found.hits.having("type", [DocumentType.PRACTICE]))
    chips = choices.chips(labels)
    count = page.paginator.count
    asked.count(request, found, count, documents[0].pk if documents else None)
    return {
        "query": text,
        "named": search_in_words(text, [chip.label for chip in chips], page.number),
        "shortened": found.query.is_shortened,
        "understood": understood(found, choices),
        "tabs": tabs(found, text, DocumentType.PRACTICE),
        "cards": _cards(documents, found, request),
        "count": count,
        "facets": [_facet_group(group) for group in facets.groups(practices, choices, labels)],
        "active": len(chips),
        "chips": [
            {"id": f"chip-{index}", "group": "", "label": chip.label, "url": chip.address}
            for index, chip in enumerate(chips)
        ],
        "own": _own(own, request, choices),
        "clear_url": choices.without_facets(),
        "sort": sorts(
            choices, sort, has_words=not found.query.is_empty, with_city=own.city is not None
        ),
        "views": _views(choices, as_map=as_map),
        "map": on_the_map(shown, choices) if as_map else None,
        "exports": _exports(choices),
        "hidden": _hidden(request, [*facets.BY_NAME, "sort", "view", "like"]),
        "polish_only": polish_only(chosen, sort, request),
        **({} if as_map else pages_of(page, choices)),
        **({} if count else _no_results(text, found, choices, labels, request)),
    }


def _hidden(request: HttpRequest, names: Iterable[str]) -> list[dict[str, str]]:
    """What a form takes along of the address."""
    return [
        {"name": name, "value": value}
        for name in names
        for value in request.GET.getlist(name)
        if value
    ]


def _own(own: OwnCity, request: HttpRequest, choices: facets.Choices) -> dict[str, Any]:
    """The inputs of ``components/own_city.html``."""
    return {
        "value": own.city.label if own.city else own.typed,
        "city": own.city.label if own.city else "",
        "candidates": [
            {
                "label": f"{city.label} ({city.get_voivodeship_display()}, {city.county})",
                "url": choices.address(like=city.teryt),
            }
            for city in own.candidates
        ],
        "is_unknown": bool(own.typed and not own.city and not own.candidates),
        "without_url": choices.address(like=None),
        "hidden": _hidden(request, ["q", *facets.BY_NAME, "view"]),
    }


def _no_results(
    text: str, found: Found, choices: facets.Choices, labels: facets.Labels, request: HttpRequest
) -> dict[str, Any]:
    return {
        "ways_out": ways_out(found, choices, labels, request.user),
        "themes": nearest_themes(text, request.user),
    }


def _cards(
    documents: Sequence[SearchDocument], found: Found, request: HttpRequest
) -> list[dict[str, Any]]:
    by_page = {document.page_id: document.pk for document in documents}
    cards = practice_cards(_entries(documents, request), request)
    found_by = shown_of(documents, found, request.user)
    return [{**card, **found_by.get(by_page[card["original"].pk], {})} for card in cards]


def _entries(documents: Sequence[SearchDocument], request: HttpRequest) -> list[Entry]:
    """Entries in the order of the documents, with the facts that their cards show."""
    ids = [document.page_id for document in documents]
    visible = PracticePage.objects.filter(pk__in=ids).visible_to(request.user)
    pages = {page.pk: page for page in with_card_facts(visible)}
    return entries([pages[pk] for pk in ids if pk in pages], request)


def _views(choices: facets.Choices, *, as_map: bool) -> list[dict[str, Any]]:
    return [
        {
            "id": "view-list",
            "label": pgettext("view of results", "list"),
            "url": choices.address(view=None),
            "current": not as_map,
        },
        {
            "id": "view-map",
            "label": pgettext("view of results", "map"),
            "url": choices.address(view="map"),
            "current": as_map,
        },
    ]


def _exports(choices: facets.Choices) -> list[dict[str, str]]:
    """Where these results are to be had as files."""
    return [
        {
            "label": format.upper(),
            "url": reverse("practices_export", args=[format]) + choices.address(view=None),
        }
        for format in ("xlsx", "csv")
    ]


def _facet_group(group: facets.FacetGroup) -> dict[str, Any]:
    name = group.facet.name
    return {
        "id": f"facet-{name}",
        "title": group.facet.label,
        "limit": 8,
        "open": group.has_choice or name in ("theme", "size"),
        "options": [
            {
                "id": f"{name}-{value.value}",
                "label": value.label,
                "count": value.count,
                "url": value.address,
                "selected": value.chosen,
            }
            for value in group.values
        ],
    }


__all__ = ["chosen_practices", "practice_results"]
