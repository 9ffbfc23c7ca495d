"""The sitemap (sitemaps.org): every public page and record, in each language it truly has.

Two queries for all pages and a few for the registers, whatever their number; addresses are put
together here, as Wagtail would one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from django.http import Http404
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from base import access
from base.addresses import absolute
from base.languages import (
    ORIGINAL_LANGUAGE,
    TRANSLATION_LANGUAGE,
    original_locale_id,
    translation_locale_id,
)
from exchange.models import MeetingPage
from networks.models import Membership, NetworkPage
from practices.models import PracticePage
from registers.models import City, CityIndexPage, Theme, ThemeIndexPage

if TYPE_CHECKING:
    from django.http import HttpRequest

LANGUAGES = (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE)
# The protocol's limit is 50,000 addresses a file; beyond that there is an index of parts.
MOST_IN_A_FILE = 40_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


@dataclass(frozen=True)
class Item:
    """One thing: where it stands in each language it has, and when its page last changed."""

    addresses: dict[str, str]
    changed: dict[str, date | None]


def sitemap_xml(request: HttpRequest) -> str:
    """The sitemap, or the index of its parts; ``?part=2`` is the second part."""
    lines = [line for item in _items() for line in _lines(item)]
    parts = -(-len(lines) // MOST_IN_A_FILE) or 1
    wanted = request.GET.get("part", "")
    if wanted:
        if not (wanted.isascii() and wanted.isdigit() and 1 <= int(wanted[:6]) <= parts):
            raise Http404
        start = (int(wanted[:6]) - 1) * MOST_IN_A_FILE
        return _urlset(lines[start : start + MOST_IN_A_FILE])
    return _urlset(lines) if parts == 1 else _index(parts)


def _urlset(lines: Iterable[str]) -> str:
    return f"{_HEAD}<urlset {_SPACES}>\n{''.join(lines)}</urlset>\n"


def _index(parts: int) -> str:
    address = escape(absolute("/sitemap.xml"))
    rows = [f"<sitemap><loc>{address}?part={n}</loc></sitemap>\n" for n in range(1, parts + 1)]
    return f"{_HEAD}<sitemapindex {_SPACES}>\n{''.join(rows)}</sitemapindex>\n"


def _lines(item: Item) -> Iterator[str]:
    """An entry for each language, each naming all of them."""
    whole = {code: absolute(address) for code, address in item.addresses.items()}
    links = (
        "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'
            for code, address in whole.items()
        )
        if len(whole) > 1
        else ""
    )
    for code, address in whole.items():
        changed = item.changed.get(code)
        when = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        yield f"<url><loc>{escape(address)}</loc>{when}{links}</url>\n"


def _items() -> Iterator[Item]:
    yield from _pages()
    yield from _cities()
    yield from _themes()


# --- Pages ------------------------------------------------------------------------------


def _pages() -> Iterator[Item]:
    """Public originals in the order of the tree, with their live English pages."""
    public = access.visible(
        Page.objects.filter(locale_id=original_locale_id(), alias_of=None, depth__gt=1),
        access.ANONYMOUS,
    )
    columns = ("translation_key", "url_path", "last_published_at")
    originals = list(public.order_by("path").values_list(*columns))
    translations = access.visible(
        Page.objects.filter(locale_id=translation_locale_id(), alias_of=None, depth__gt=1),
        access.ANONYMOUS,
    )
    english = {
        key: (url_path, changed) for key, url_path, changed in translations.values_list(*columns)
    }
    # The first page of the tree is the home, whose own path is what addresses begin with.
    if not originals:
        return
    home_key, polish_root, _changed = originals[0]
    english_root = english.get(home_key, ("", None))[0]
    for key, url_path, changed in originals:
        addresses = {ORIGINAL_LANGUAGE: _address(ORIGINAL_LANGUAGE, url_path, polish_root)}
        dates = {ORIGINAL_LANGUAGE: _day(changed)}
        if english_root and key in english:
            path, when = english[key]
            addresses[TRANSLATION_LANGUAGE] = _address(TRANSLATION_LANGUAGE, path, english_root)
            dates[TRANSLATION_LANGUAGE] = _day(when)
        yield Item(addresses, dates)


def _address(language: str, url_path: str, root: str) -> str:
    return f"/{language}/{url_path.removeprefix(root)}"


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


# --- Registers --------------------------------------------------------------------------


def _cities() -> Iterator[Item]:
    """The cities that take part: described something, belong to a network, or were hosts."""
    practices = PracticePage.objects.originals().visible_to(access.ANONYMOUS)
    networks = NetworkPage.objects.originals().visible_to(access.ANONYMOUS)
    meetings = MeetingPage.objects.originals().visible_to(access.ANONYMOUS)
    taking_part: set[int | None] = {
        *practices.values_list("city", flat=True),
        *practices.values_list("partner_cities", flat=True),
        *meetings.values_list("host_city", flat=True),
        *Membership.objects.current().filter(network__in=networks).values_list("city", flat=True),
    }
    slugs = City.objects.filter(pk__in=taking_part - {None}).order_by("slug")
    yield from _records(
        CityIndexPage, ((slug, slug) for slug in slugs.values_list("slug", flat=True))
    )


def _themes() -> Iterator[Item]:
    slugs = Theme.objects.order_by("order", "code").values_list("slug_pl", "slug_en")
    yield from _records(ThemeIndexPage, slugs)


def _records(index: Any, slugs: Iterable[tuple[str, str]]) -> Iterator[Item]:
    """Records below an index page, which has to be public itself."""
    if not index.objects.originals().visible_to(access.ANONYMOUS).exists():
        return
    starts = {}
    for language in LANGUAGES:
        with override(language):
            starts[language] = index.address_of("x").removesuffix("x/")
    for each in slugs:
        yield Item(
            {
                language: f"{starts[language]}{slug}/"
                for language, slug in zip(LANGUAGES, each, strict=True)
                if starts[language] and slug
            },
            {},
        )
