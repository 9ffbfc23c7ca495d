"""RSS of any search: what answers to the words and facets of an address, the newest first.

A feed is the same for everybody: it holds what the public sees, in the language of its address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F
from django.db.models.expressions import RawSQL
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from base import access, sections
from base.feeds import MOST_ENTRIES, FeedEntry, rss
from base.listing import entries
from practices.models import PracticeIndexPage

from . import facets
from .finding import find, in_language
from .models import DocumentType

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from base.access import Reader


def feed_of(request: HttpRequest) -> HttpResponse:
    request.user = access.ANONYMOUS
    asked = _asked(request)
    choices = facets.Choices(asked)
    found = find(asked.get("q", ""), request.user, type=asked.get("type", ""))
    ids = _newest(in_language(choices.apply(found.hits)).page_ids, request.user)
    names = [chip.label for chip in choices.chips(facets.Labels(request))]
    return rss(
        request,
        _entries(ids, request),
        title=_title(asked, names),
        about=_("What is new and matches this search."),
        address=_page_address(asked),
    )


def _newest(ids: list[int], user: Reader) -> list[int]:
    """The last of these pages to come out, of those one may see."""
    found = RawSQL("SELECT unnest(%s::bigint[])", [ids])
    pages = access.visible(Page.objects.filter(pk__in=found), user)
    newest = pages.order_by(F("first_published_at").desc(nulls_last=True), "pk")
    return list(newest.values_list("pk", flat=True)[:MOST_ENTRIES])


def feed_address(request: HttpRequest, kind: str = "") -> str:
    """Where the feed of the search in this address stands; of one kind of record where told."""
    asked = _asked(request)
    if kind:
        asked["type"] = kind
    return f"{reverse('search_feed')}?{asked.urlencode()}"


def _asked(request: HttpRequest) -> QueryDict:
    """What of an address a search reads; the rest (the page, the order) is no feed's business."""
    asked = QueryDict(mutable=True)
    if words := request.GET.get("q", "").strip():
        asked["q"] = words
    if request.GET.get("type", "") in DocumentType.values:
        asked["type"] = request.GET["type"]
    for name in facets.BY_NAME:
        values = [value for value in request.GET.getlist(name) if value]
        if values:
            asked.setlist(name, values[: facets.MOST_VALUES])
    return asked


def _title(asked: QueryDict, names: list[str]) -> str:
    is_practices = asked.get("type") == DocumentType.PRACTICE
    heading = _("Good practices") if is_practices else _("Search")
    words = [asked["q"]] if "q" in asked else []
    return ": ".join(part for part in (heading, ", ".join([*words, *names])) if part)


def _page_address(asked: QueryDict) -> str:
    """The page for people that shows the same."""
    parameters, address = asked.copy(), reverse("search")
    practices = sections.address_of(PracticeIndexPage)
    if asked.get("type") == DocumentType.PRACTICE and practices:
        address = practices
        del parameters["type"]
    return f"{address}?{parameters.urlencode()}" if parameters else address


def _entries(ids: list[int], request: HttpRequest) -> list[FeedEntry]:
    """The pages in this order, as far as everybody may see them right now."""
    public = access.visible(Page.objects.filter(pk__in=ids), request.user)
    pages = {page.pk: page for page in public.specific()}
    return [
        FeedEntry(
            entry,
            published=entry.original.first_published_at,
            updated=entry.page.last_published_at or entry.original.first_published_at,
        )
        for entry in entries([pages[pk] for pk in ids if pk in pages], request)
        if entry.page is not None and entry.original.first_published_at
    ]
