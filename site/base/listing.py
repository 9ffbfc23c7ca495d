"""Lists of pages in the reader's language: originals in order, each with the page to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import EmptyPage, Paginator
from django.core.paginator import Page as PaginatorPage
from django.http import Http404

from .languages import ORIGINAL_LANGUAGE, active_language, locale_id

if TYPE_CHECKING:
    from django.http import HttpRequest

    from .models import BasePage


@dataclass(frozen=True)
class Entry:
    """One line of a list: facts from ``original``, words and address from ``page``.

    ``page`` is ``None`` where the reader's language has no version; the title is then Polish and
    marked so, and the address is the language-state page.
    """

    original: Any
    page: Any | None
    address: str

    @property
    def title(self) -> str:
        return (self.page or self.original).title

    @property
    def lead(self) -> str:
        return self.page.lead if self.page is not None else ""

    @property
    def lang(self) -> str | None:
        """The language of ``title`` where it is not the reader's."""
        return None if self.page is not None else ORIGINAL_LANGUAGE


def entries(originals: Iterable[BasePage], request: HttpRequest | None = None) -> list[Entry]:
    """Pair originals with their pages in the reader's language, in one query."""
    originals = list(originals)
    language = active_language()
    if language == ORIGINAL_LANGUAGE or not originals:
        return [Entry(item, item, item.get_url(request)) for item in originals]
    translations: dict[Any, BasePage] = {}
    for model in {type(item) for item in originals}:
        keys = [item.translation_key for item in originals if type(item) is model]
        for page in model.objects.filter(
            translation_key__in=keys, locale_id=locale_id(language), live=True
        ):
            translations[page.translation_key] = page
    missing = [item for item in originals if item.translation_key not in translations]
    foreign = {entry.original.pk: entry for entry in polish_entries(missing, request)}
    result = []
    for item in originals:
        page = translations.get(item.translation_key)
        if page is None:
            result.append(foreign[item.pk])
        else:
            page.__dict__["_original"] = item
            result.append(Entry(item, page, page.get_url(request)))
    return result


def polish_entries(
    originals: Iterable[BasePage], request: HttpRequest | None = None
) -> list[Entry]:
    """Originals known to have no page in the reader's language, at their language-state pages."""
    from .language_state import state_addresses

    originals = list(originals)
    addresses = state_addresses(originals, request)
    return [Entry(item, None, addresses[item.pk]) for item in originals]


def readable(items: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Split into what the reader's language has and what exists only in Polish."""
    return (
        [entry for entry in items if entry.page is not None],
        [entry for entry in items if entry.page is None],
    )


def paginate(items: Any, request: HttpRequest, per_page: int = 12) -> PaginatorPage:
    """The page that ``?page=`` asks for; an impossible number is a 404, not an error."""
    paginator = Paginator(items, per_page)
    number = request.GET.get("page", "1")
    if not number.isascii() or not number.isdigit() or len(number) > 6:
        raise Http404
    try:
        return paginator.page(int(number))
    except EmptyPage as error:
        raise Http404 from error


def page_links(page: PaginatorPage, address: Callable[[int], str]) -> dict[str, Any]:
    """The inputs of ``components/pagination.html``; ``address`` says where a page of it stands."""
    paginator = page.paginator
    pages: list[dict[str, Any]] = []
    for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if number == paginator.ELLIPSIS:
            pages.append({"gap": True})
        else:
            pages.append(
                {"number": number, "url": address(int(number)), "current": number == page.number}
            )
    return {
        "pages": pages,
        "previous_url": address(page.number - 1) if page.has_previous() else "",
        "next_url": address(page.number + 1) if page.has_next() else "",
    }
