"""The results of the practice list and of the site search, as their templates want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page

from base import access
from base.languages import active_language
from base.listing import Entry, entries, paginate
from practices.cards import practice_cards, with_card_facts
from practices.models import PracticePage

from . import facets
from .analysis import snippet
from .counting import Counted, count_values
from .finding import Found, find, in_language, only_in_polish, ordered
from .models import DocumentType, SearchDocument

if TYPE_CHECKING:
    from django.core.paginator import Page as PaginatorPage
    from django.http import HttpRequest

PER_PAGE = 12
MOST_POLISH_ONLY = 30


def _entries(documents: list[SearchDocument], request: HttpRequest) -> list[Entry]:
    """Entries in the order of the documents, for those the reader may see right now."""
    ids = [document.page_id for document in documents if document.page_id]
    allowed = access.visible(Page.objects.filter(pk__in=ids), request.user)
    pages = {page.pk: page for page in allowed.specific()}
    return entries([pages[pk] for pk in ids if pk in pages], request)


def _practice_entries(documents: list[SearchDocument], request: HttpRequest) -> list[Entry]:
    """The same for practices alone, with the facts that their cards show."""
    ids = [document.page_id for document in documents]
    visible = PracticePage.objects.filter(pk__in=ids).visible_to(request.user)
    pages = {page.pk: page for page in with_card_facts(visible)}
    return entries([pages[pk] for pk in ids if pk in pages], request)


def _titles(documents: list[SearchDocument], request: HttpRequest) -> list[Entry]:
    """Titles and addresses alone, in the order of the documents."""
    ids = [document.page_id for document in documents if document.page_id]
    allowed = access.visible(Page.objects.filter(pk__in=ids), request.user)
    pages = {page.pk: page for page in allowed}
    return entries([pages[pk] for pk in ids if pk in pages], request)


def practice_results(request: HttpRequest) -> dict[str, Any]:
    """Everything the practice list shows for this address: cards, facets, chips, pages."""
    text = request.GET.get("q", "")
    found = find(text, request.user, type=DocumentType.PRACTICE)
    choices, labels = facets.Choices(request.GET), facets.Labels(request)
    chosen = choices.apply(found.documents)
    shown = in_language(chosen)
    sort = request.GET.get("sort", "")
    page = paginate(ordered(Found(found.query, shown), sort), request, per_page=PER_PAGE)
    cards = practice_cards(_practice_entries(list(page.object_list), request), request)
    groups = facets.groups(in_language(found.documents), choices, labels)
    polish_only = (
        _titles(list(ordered(Found(found.query, only_in_polish(chosen)), sort)[:MOST_POLISH_ONLY]),
                request)
        if active_language() != "pl"
        else []
    )  # fmt: skip
    return {
        "query": text,
        "shortened": found.query.is_shortened,
        "cards": cards,
        "count": page.paginator.count,
        "facets": [_facet_group(group) for group in groups],
        "active": sum(len(values) for values in choices.chosen.values()),
        "chips": [
            {"id": f"chip-{index}", "group": "", "label": chip.label, "url": chip.address}
            for index, chip in enumerate(choices.chips(labels))
        ],
        "clear_url": choices.without_facets(),
        "sort": _sorts(choices, sort, has_words=not found.query.is_empty),
        "hidden": [
            {"name": name, "value": value}
            for name in [*facets.BY_NAME, "sort"]
            for value in request.GET.getlist(name)
            if value
        ],
        "polish_only": polish_only,
        **pages_of(page, choices),
        **({} if cards else {"ways_out": _ways_out(found, choices, labels)}),
    }


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


def _sorts(choices: facets.Choices, current: str, *, has_words: bool) -> list[dict[str, Any]]:
    options = [
        ("relevance", pgettext("sort", "relevance")) if has_words else None,
        ("newest", pgettext("sort", "newest")),
        ("cheapest", pgettext("sort", "cheapest")),
        ("quickest", pgettext("sort", "quickest")),
        ("az", pgettext("sort", "A–Z")),
    ]
    shown = [option for option in options if option]
    names = [name for name, _label in shown]
    chosen = current if current in names else names[0]
    return [
        {
            "id": f"sort-{name}",
            "label": label,
            "url": choices.address(sort=None if name == names[0] else name),
            "current": name == chosen,
        }
        for name, label in shown
    ]


def pages_of(page: PaginatorPage, choices: facets.Choices) -> dict[str, Any]:
    """The inputs of ``components/pagination.html``."""

    def address(number: int) -> str:
        return choices.address(page=str(number)) if number > 1 else choices.address()

    paginator = page.paginator
    pages, last = [], 0
    for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if number == paginator.ELLIPSIS:
            pages.append({"gap": True})
        else:
            last = int(number)
            pages.append({"number": last, "url": address(last), "current": last == page.number})
    return {
        "pages": pages,
        "previous_url": address(page.number - 1) if page.has_previous() else "",
        "next_url": address(page.number + 1) if page.has_next() else "",
    }


def _ways_out(found: Found, choices: facets.Choices, labels: facets.Labels) -> list[dict[str, str]]:
    """An empty list is never a dead end: what dropping a filter or the words would show."""
    ways = []
    for chip in choices.chips(labels):
        ways.append({"label": _("without “%(filter)s”") % {"filter": chip.label},
                     "url": chip.address})  # fmt: skip
    if choices and not found.query.is_empty:
        ways.append({"label": _("without any filter"), "url": choices.without_facets()})
    if choices and not found.query.is_empty:
        ways.append(
            {"label": _("all practices with these filters"), "url": choices.address(q=None)}
        )
    ways.append({"label": _("all practices"), "url": "?"})
    return ways


def site_results(request: HttpRequest) -> dict[str, Any]:
    """The site search: every kind of object, counted, each with the passage that matched."""
    text = request.GET.get("q", "")
    found = find(text, request.user)
    choices = facets.Choices(request.GET)
    kind = request.GET.get("type", "")
    shown = in_language(found.documents)
    counts = count_values(shown, [Counted("type", "type", False)]).get("type", {})
    chosen = shown.filter(type=kind) if kind in DocumentType.values else shown
    page = paginate(ordered(Found(found.query, chosen), ""), request, per_page=PER_PAGE)
    documents = [] if found.query.is_empty else list(page.object_list)
    return {
        "query": text,
        "shortened": found.query.is_shortened,
        "asked": not found.query.is_empty,
        "count": 0 if found.query.is_empty else page.paginator.count,
        "kinds": [
            {
                "id": value,
                "label": label,
                "count": counts[value],
                "url": choices.address(type=value),
                "current": value == kind,
            }
            for value, label in DocumentType.choices
            if counts.get(value)
        ],
        "all_url": choices.address(type=None),
        "kind": kind,
        "results": _site_lines(documents, found, request),
        "polish_only": _titles(
            [d for d in ordered(Found(found.query, only_in_polish(found.documents)), "")[:30]
             if d.page_id],
            request,
        )
        if active_language() != "pl" and not found.query.is_empty
        else [],
        **pages_of(page, choices),
    }  # fmt: skip


def _site_lines(
    documents: list[SearchDocument], found: Found, request: HttpRequest
) -> list[dict[str, Any]]:
    """One line a document: kind, title, address, and the passage with the words marked."""
    language = active_language()
    by_page = {entry.original.pk: entry for entry in _entries(documents, request)}
    cities = _city_addresses(documents)
    lines = []
    for document in documents:
        entry = by_page.get(document.page_id) if document.page_id else None
        if document.page_id and entry is None:
            continue
        title = document.title_pl if language == "pl" else document.title_en
        body = document.text_pl if language == "pl" else document.text_en
        lines.append(
            {
                "kind": document.get_type_display(),
                "title": entry.title if entry else title,
                "url": entry.address if entry else cities.get(document.object_id or 0, ""),
                "lang": entry.lang if entry else None,
                "passage": snippet(body, found.query, language),  # type: ignore[arg-type]
                "date": entry.original.date if entry and hasattr(entry.original, "date") else None,
            }
        )
    return lines


def _city_addresses(documents: list[SearchDocument]) -> dict[int, str]:
    from registers.cards import city_cards
    from registers.models import City

    ids = [d.object_id for d in documents if d.type == DocumentType.CITY and d.object_id]
    return {card["city"].pk: card["url"] for card in city_cards(City.objects.filter(pk__in=ids))}


__all__ = ["practice_results", "site_results"]
