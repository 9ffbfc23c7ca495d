"""What the practice list and the site search have in common: tabs, order, pages, passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page

from base import access, sections
from base.languages import active_language
from base.listing import Entry, entries
from practices.models import PracticeIndexPage

from . import facets
from .analysis import Query, highlight, snippet
from .analysis.highlighting import Segments
from .explaining import may_ask_why, reasons
from .finding import Found, in_language, only_in_polish, ordered
from .models import DocumentType, SearchDocument

if TYPE_CHECKING:
    from django.core.paginator import Page as PaginatorPage
    from django.http import HttpRequest

    from base.access import Reader

    from .hits import Hits

PER_PAGE = 12
MOST_POLISH_ONLY = 30
# Characters of a text that are read for a passage before the rest.
READ_FIRST = 2_500


def tabs(found: Found, text: str, current: str) -> list[dict[str, Any]]:
    """Every kind of object that the words find, with its number; none where they find nothing.

    Practices lead to their own list: it is the one with facets.
    """
    if found.query.is_empty:
        return []
    numbers = in_language(found.hits).counted(["type"])["type"]
    if not numbers:
        return []
    search, practices = reverse("search"), sections.address_of(PracticeIndexPage)
    tab = {"id": "tab-all", "label": _("Everything"), "count": sum(numbers.values())}
    shown = [{**tab, "url": f"{search}?{urlencode({'q': text})}", "current": not current}]
    for value, label in DocumentType.choices:
        if not numbers.get(value) and value != current:
            continue
        if value == DocumentType.PRACTICE and practices:
            url = f"{practices}?{urlencode({'q': text})}"
        else:
            url = f"{search}?{urlencode({'q': text, 'type': value})}"
        shown.append(
            {
                "id": f"tab-{value}",
                "label": label,
                "count": numbers.get(value, 0),
                "url": url,
                "current": value == current,
            }
        )
    return shown


def search_in_words(text: str, filters: Sequence[str], page: int) -> str:
    """The search in a few words, for the title of the page."""
    parts = [_("“%(words)s”") % {"words": text}] if text.strip() else []
    parts += filters
    if page > 1:
        parts.append(_("page %(number)d") % {"number": page})
    return ", ".join(parts)


def sorts(
    choices: facets.Choices,
    current: str,
    *,
    has_words: bool,
    with_facts: bool = True,
    with_city: bool = False,
) -> list[dict[str, Any]]:
    """The inputs of ``components/sort_links.html``.

    ``with_facts``: there are costs and times; ``with_city``: the reader has named a city.
    """
    relevance = pgettext("sort", "relevance") if has_words else pgettext("sort", "similar cities")
    options = [
        ("relevance", relevance) if has_words or with_city else None,
        ("newest", pgettext("sort", "newest")),
        ("cheapest", pgettext("sort", "cheapest")) if with_facts else None,
        ("quickest", pgettext("sort", "quickest")) if with_facts else None,
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


def polish_only(hits: Hits, sort: str, request: HttpRequest) -> dict[str, Any]:
    """What an English reader is told of beside the results: titles in Polish, and how many."""
    if active_language() == "pl":
        return {"entries": [], "count": 0}
    polish = ordered(only_in_polish(hits), sort)
    ids = polish.page_ids[:MOST_POLISH_ONLY]
    pages = {
        page.pk: page for page in access.visible(Page.objects.filter(pk__in=ids), request.user)
    }
    return {
        "entries": entries([pages[pk] for pk in ids if pk in pages], request),
        "count": len(polish),
    }


def shown_of(
    documents: Sequence[SearchDocument], found: Found, user: Reader
) -> dict[int, dict[str, Any]]:
    """For each document what it was found by: marked title, marked passage, or its meaning.

    There is a passage where a word of the query stands in it; else the lead says more.
    """
    if found.query.is_empty:
        return {}
    language = active_language()
    shown = {}
    for document in documents:
        title = getattr(document, f"title_{language}") or document.title_pl
        shown[document.pk] = {
            "title_marked": highlight(title, found.query, language),  # type: ignore[arg-type]
            "passage": _passage(getattr(document, f"text_{language}"), found.query, language),
            "by_meaning": document.by_meaning,
            "reasons": reasons(found.evidence, document.pk)
            if found.evidence and may_ask_why(user)
            else [],
        }
    return shown


def _passage(text: str, query: Query, language: str) -> Segments:
    """The passage that shows what was searched for, if any does.

    Most texts say early what they are about; reading a dozen to their end would take longer than
    finding them.
    """
    cut = text.rfind(" ", 0, READ_FIRST) + 1 if len(text) > READ_FIRST else len(text)
    for part in filter(None, (text[:cut], text[cut:])):
        passage = snippet(part, query, language)  # type: ignore[arg-type]
        if any(marked for _text, marked in passage):
            return passage
    return []


def entries_of(documents: Sequence[SearchDocument], request: HttpRequest) -> list[Entry]:
    """Entries in the order of the documents, for those the reader may see right now."""
    ids = [document.page_id for document in documents if document.page_id]
    allowed = access.visible(Page.objects.filter(pk__in=ids), request.user)
    pages = {page.pk: page for page in allowed.specific()}
    return entries([pages[pk] for pk in ids if pk in pages], request)
