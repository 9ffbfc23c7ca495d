"""Lists: documents the asker may see, narrowed, ordered and cut into pages with links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.errors import ValidationError

from base.addresses import absolute
from registers.models import City

from ..facets import Choices
from ..finding import find, ordered, visible_documents
from ..hits import Hits
from ..models import SearchDocument
from ..own_city import own_city
from .parameters import chosen
from .records import Found as FoundPage
from .records import page_record, pages_of
from .vocabularies import Names

# The largest columns of a document, which no list shows.
TEXTS = ("text_pl", "text_en")

Records = Callable[[Sequence[Any]], list[dict[str, Any]]]


class NotThere(Exception):
    """What was asked for is not there, or not for the asker: the answer is the same."""


def cut(
    items: Any, asked: Any, request: HttpRequest, response: HttpResponse, records: Records
) -> dict[str, Any]:
    """One page of a list with the addresses of its neighbours, in the answer and in ``Link``."""
    paginator = Paginator(items, asked.page_size)
    try:
        page = paginator.page(asked.page)
    except EmptyPage as error:
        detail = _("The list has %(pages)d pages.") % {"pages": paginator.num_pages}
        raise NotThere(detail) from error
    before = _address(request, page.number - 1) if page.has_previous() else None
    after = _address(request, page.number + 1) if page.has_next() else None
    links = [
        f'<{address}>; rel="{name}"'
        for address, name in ((before, "prev"), (after, "next"))
        if address
    ]
    if links:
        response["Link"] = ", ".join(links)
    return {
        "total": paginator.count,
        "page": page.number,
        "page_size": asked.page_size,
        "pages": paginator.num_pages,
        "next": after,
        "previous": before,
        "results": records(list(page.object_list)),
    }


def _address(request: HttpRequest, number: int) -> str:
    parameters = request.GET.copy()
    parameters["page"] = str(number)
    return absolute(f"{request.path}?{parameters.urlencode()}")


def found_documents(asked: Any, request: HttpRequest, kind: str, facets: tuple[str, ...]) -> Hits:
    """The documents of one kind that answer to the words and filters, in the order asked for."""
    found = find(asked.q, request.user, type=kind)
    hits = Choices(chosen(asked, facets, request.user), request.user).apply(found.hits)
    if asked.available_in:
        hits = hits.having("languages", [asked.available_in])
    return replace(ordered(hits, asked.sort, _own_city(asked)), among=hits.among.defer(*TEXTS))


def _own_city(asked: Any) -> City | None:
    own = own_city({"like": getattr(asked, "like", "")})
    if own.typed and own.city is None:
        kind = "ambiguous_city" if own.candidates else "unknown_city"
        raise ValidationError([{"type": kind, "loc": ("query", "like")}])
    return own.city


def summaries(
    documents: Sequence[SearchDocument],
    request: HttpRequest,
    facets: tuple[str, ...],
    pages: QuerySet,
    facts: Callable[[FoundPage], dict[str, Any]],
) -> list[dict[str, Any]]:
    """What lists tell of pages of one type, in the order of the documents."""
    names = Names(documents, request.user)
    found = pages_of(documents, request, pages)
    return [
        {
            **page_record(each, request),
            "facets": names.facets(each.document, facets),
            **facts(each),
        }
        for document in documents
        if document.page_id is not None and (each := found.get(document.page_id))
    ]


def one(request: HttpRequest, kind: str, id: Any, pages: QuerySet) -> tuple[FoundPage, Names]:
    """The record with this identifier, if it is for the asker."""
    documents = list(visible_documents(request.user).filter(type=kind, key=f"page:{id}"))
    found = pages_of(documents, request, pages)
    if not found:
        raise NotThere(_("There is no such record, or it is not public."))
    return next(iter(found.values())), Names(documents, request.user)
