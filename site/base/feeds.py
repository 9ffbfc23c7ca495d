"""Feeds, Atom (RFC 4287) and RSS 2.0: what is new, for anybody's feed reader, in one language."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import gettext as _

from .addresses import absolute
from .languages import active_language

if TYPE_CHECKING:
    from django.http import HttpRequest

    from .listing import Entry

# A feed says what is new; the whole list is on the site.
MOST_ENTRIES = 30
# Feed readers ask again and again; for this many seconds they need not.
MAX_AGE = 300
# XML 1.0 has no such characters, and readers refuse a feed that has them; words asked for may.
_NOT_IN_XML = str.maketrans("", "", "\ufffe\uffff")


@dataclass(frozen=True)
class FeedEntry:
    """An item of a feed: the page to show, and what a feed reader sorts and files it by."""

    entry: Entry
    published: datetime
    updated: datetime
    categories: list[str] = field(default_factory=list)
    author: str = ""

    @property
    def id(self) -> str:
        """The same for ever, whatever becomes of the address; each language has its own."""
        return uuid.uuid5(self.entry.original.translation_key, active_language()).urn


def atom(
    request: HttpRequest, items: Iterable[FeedEntry], *, title: str, about: str, address: str
) -> HttpResponse:
    """The feed ``title`` of the page at ``address``; 304 for a reader who has it already."""
    feed = Atom1Feed(
        title=f"{_('EMPIRIAE')} – {title}",
        description=None,
        subtitle=about or None,
        link=absolute(address),
        feed_url=absolute(request.path),
        feed_guid=absolute(request.path),
        language=active_language(),
        author_name=_("Association of Polish Cities"),
    )
    return _answer(request, feed, list(items))


def rss(
    request: HttpRequest, items: Iterable[FeedEntry], *, title: str, about: str, address: str
) -> HttpResponse:
    """The same in RSS, for a feed whose own address has parameters."""
    feed = Rss201rev2Feed(
        title=f"{_('EMPIRIAE')} – {title}",
        description=about,
        link=absolute(address),
        feed_url=absolute(request.get_full_path()),
        language=active_language(),
        ttl=str(MAX_AGE // 60),
    )
    return _answer(request, feed, list(items))


def _answer(request: HttpRequest, feed: SyndicationFeed, items: list[FeedEntry]) -> HttpResponse:
    for item in items:
        feed.add_item(**_item(item))
    newest = max((item.updated for item in items), default=None)
    response = HttpResponse(content_type=feed.content_type)
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    if newest is not None:
        modified = int(newest.timestamp())
        response["Last-Modified"] = http_date(modified)
        unchanged = get_conditional_response(request, last_modified=modified, response=response)
        if unchanged.status_code == 304:
            return unchanged
    response.write(feed.writeString("utf-8").translate(_NOT_IN_XML))
    return response


def _item(item: FeedEntry) -> dict[str, Any]:
    return {
        "title": item.entry.title,
        "link": absolute(item.entry.address),
        # Read as HTML, and a lead is plain text.
        "description": escape(item.entry.lead),
        "unique_id": item.id,
        "unique_id_is_permalink": False,
        "pubdate": item.published,
        "updateddate": item.updated,
        "categories": item.categories,
        "author_name": item.author or None,
    }
