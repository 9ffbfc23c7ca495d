"""Who counts as a reader, and what of theirs is counted.

Counted are answers a person has been given: pages, searches and documents, sent with status 200 in
answer to GET. Nothing of the person is looked at but the name of the browser, to leave robots out,
and whether an editor is signed in; nothing of it is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from crawleruseragents import is_crawler
from django.db import Error

from base.languages import ORIGINAL_LANGUAGE, active_language
from base.models import BasePage

from .figures import key_of
from .tally import tally

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)

# No browser's name is as long; what is, comes from a program and would take long to look at.
LONGEST_NAME = 500
_DOCUMENT = "wagtaildocs_serve"


class ReadershipMiddleware:
    """Adds to the tally when the answer is made; the answer itself is the same for everybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "GET" and response.status_code == 200:
            try:
                count(request, response)
            except Error as error:  # asking for rights may find the database down
                logger.warning("A reader could not be counted: %s", type(error).__name__)
        return response


def note_search(request: HttpRequest) -> None:
    """Say that this request looks for something; it is counted if a person has made it."""
    request.is_search = True  # type: ignore[attr-defined]


def count(request: HttpRequest, response: HttpResponse) -> None:
    key = _page_read(request, response)
    is_search = getattr(request, "is_search", False)
    document = _document_of(request)
    if (key or is_search or document) and is_by_person(request):
        if key:
            tally.add_view(key, active_language())
        if is_search:
            tally.add_search(active_language())
        if document:
            tally.add_download(document)


def _page_read(request: HttpRequest, response: HttpResponse) -> UUID | None:
    """The key of the original whose page is the answer, in the reader's language.

    The language-state page answers in English for a page that is Polish: nothing was read. What
    scripts fetch in the background (a list with other filters) belongs to a page already counted.
    """
    page = getattr(request, "served_page", None)
    if (
        not isinstance(page, BasePage)
        or page.is_original != (active_language() == ORIGINAL_LANGUAGE)
        or not response.headers.get("Content-Type", "").startswith("text/html")
        or request.headers.get("Sec-Fetch-Dest", "document") != "document"
    ):
        return None
    return key_of(page)


def _document_of(request: HttpRequest) -> int | None:
    match = request.resolver_match
    return int(match.args[0]) if match is not None and match.view_name == _DOCUMENT else None


def is_by_person(request: HttpRequest) -> bool:
    """Whether a reader has asked for this: no robot, no browser on its own, no editor at work."""
    name = request.headers.get("User-Agent", "")
    return (
        0 < len(name) <= LONGEST_NAME
        and not getattr(request, "is_preview", False)
        and not _is_ahead_of_time(request)
        and not _is_robot(name)
        and not request.user.has_perm("wagtailadmin.access_admin")
    )


def _is_ahead_of_time(request: HttpRequest) -> bool:
    """Whether the browser fetches what might be opened next (Fetch Metadata, older names)."""
    purposes = (request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return any("prefetch" in purpose or "prerender" in purpose for purpose in purposes)


# The list's 600 patterns take a third of a millisecond; most readers' browsers share few names.
@lru_cache(maxsize=512)
def _is_robot(name: str) -> bool:
    return is_crawler(name)
