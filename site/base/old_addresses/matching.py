"""Where each old address leads, decided before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db.models import TextChoices
from django.urls import Resolver404
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .. import access
from ..redirects import own_hosts
from ..text import fold
from .reading import Row

# How alike two names must be, of 100, and how many are offered.
ALIKE, MOST_OFFERED = 70, 4
_LONGEST = Redirect._meta.get_field("old_path").max_length or 255


class Standing(TextChoices):
    READY = "ready", _("will be redirected there")
    THERE = "there", _("already redirected there")
    ELSEWHERE = "elsewhere", _("already redirected elsewhere")
    LIVE = "live", _("a page has this address; the redirect would never be used")
    NOTHING = "nothing", _("matches nothing")
    TWICE = "twice", _("appears in the file more than once")
    UNREADABLE = "unreadable", _("is not the address of a page")


# Of a page, what it is found and shown by.
_COLUMNS = (
    "path", "depth", "title", "draft_title", "slug", "url_path", "content_type", "translation_key",
    "locale__language_code",
)  # fmt: skip


@dataclass
class Match:
    row: Row
    path: str = ""
    standing: Standing = Standing.NOTHING
    page: Page | None = None
    # The rest of the address, below the page; or an address of another site.
    route: str = ""
    link: str = ""
    existing: Redirect | None = None
    candidates: list[Page] = field(default_factory=list)

    @property
    def may_be_chosen(self) -> bool:
        return self.standing in (Standing.NOTHING, Standing.ELSEWHERE)


class Matcher:
    """Everything that addresses are compared with, read once; pages this person may see."""

    def __init__(self, user: Any):
        pages = access.visible(Page.objects.filter(depth__gt=1), user).order_by("path")
        self.pages = {page.pk: page for page in pages.select_related("locale").only(*_COLUMNS)}
        self.roots = {each.language_code: each.root_path for each in Site.get_site_root_paths()}
        self.hosts = own_hosts()
        self.by_path = {page.url_path: page for page in self.pages.values()}
        self.by_name: dict[str, list[Page]] = defaultdict(list)
        for page in self.pages.values():
            for name in {fold(page.title), page.slug}:
                self.by_name[name].append(page)
        self._names = {name: name.replace("-", " ") for name in self.by_name}

    def match(self, rows: Iterable[Row]) -> list[Match]:
        matches = [Match(row) for row in rows]
        seen: dict[str, Match] = {}
        for match in matches:
            if not self._read(match):
                match.standing = Standing.UNREADABLE
            elif match.path in seen:
                match.standing = Standing.TWICE
            else:
                seen[match.path] = match
        redirects = {
            redirect.old_path: redirect
            for redirect in Redirect.objects.filter(old_path__in=seen).select_related(
                "redirect_page"
            )
        }
        for path, match in seen.items():
            self._decide(match, redirects.get(path))
        return matches

    @staticmethod
    def _read(match: Match) -> bool:
        old = match.row.old
        try:
            urlsplit(old)
        except ValueError:
            return False
        match.path = Redirect.normalise_path(old) if old and "\0" not in old else ""
        return match.path not in ("", "/") and len(match.path) <= _LONGEST

    def _decide(self, match: Match, existing: Redirect | None) -> None:
        match.existing = existing
        if self._page_at(match.path) is not None:
            match.standing = Standing.LIVE
            return
        self._find(match)
        found = match.page is not None or bool(match.link)
        if existing is not None:
            match.standing = (
                Standing.THERE if not found or _leads_to(existing, match) else Standing.ELSEWHERE
            )
            if match.standing is Standing.ELSEWHERE and match.page is not None:
                match.candidates = [match.page]
        elif found:
            match.standing = Standing.READY

    def offer(self, matches: Iterable[Match]) -> None:
        """Look for what may have been meant; too slow to be done for a whole file."""
        for match in matches:
            if match.standing is Standing.NOTHING and not match.candidates:
                match.candidates = self._near(match)

    def _find(self, match: Match) -> None:
        """By the address that is given, else by a title or the end of an address."""
        new = match.row.new
        parts = urlsplit(new) if "/" in new else None
        if parts is not None:
            if parts.scheme in ("http", "https") and parts.hostname not in self.hosts:
                match.link = new[:255]
                return
            match.page = self._page_at(parts.path)
            if match.page is None:
                self._find_route(match, parts.path)
            if match.page is not None:
                return
        named = self._named(new or _last(match.path), match.path)
        if len(named) == 1:
            match.page = named[0]
        else:
            match.candidates = named[:MOST_OFFERED]

    def _named(self, name: str, path: str) -> list[Page]:
        """Pages of the language the old address is in; Polish where it does not say."""
        language = "en" if path.startswith("/en/") else "pl"
        found = self.by_name.get(fold(name)) or self.by_name.get(name) or []
        return [page for page in found if page.locale.language_code == language]

    def _url_path(self, path: str) -> str | None:
        """The place in the tree of an address of this site."""
        language, _slash, rest = unquote(path).strip("/").partition("/")
        root = self.roots.get(language)
        return f"{root}{rest}/" if root and rest else root

    def _page_at(self, path: str) -> Page | None:
        return self.by_path.get(self._url_path(path) or "")

    def _find_route(self, match: Match, path: str) -> None:
        """A page that answers addresses below its own: a theme, a city, a feed."""
        url_path = self._url_path(path)
        if url_path is None:
            return
        above = url_path
        while above.count("/") > 2:
            above = above.rstrip("/").rpartition("/")[0] + "/"
            page = self.by_path.get(above)
            if page is not None:
                route = "/" + url_path.removeprefix(above)
                try:
                    page.specific.resolve_subpage(route)
                except (AttributeError, Resolver404):
                    return
                match.page, match.route = page, Redirect.normalise_page_route_path(route)
                return

    def _near(self, match: Match) -> list[Page]:
        """Pages whose name is nearly what is wanted, or nearly the end of the old address."""
        language = "en" if match.path.startswith("/en/") else "pl"
        wanted = {_last(match.row.new), _last(match.path)} - {""}
        scores: dict[int, float] = {}
        for name in wanted:
            for _near, score, key in process.extract(
                fold(name).replace("-", " "),
                self._names,
                scorer=fuzz.token_sort_ratio,
                score_cutoff=ALIKE,
                limit=MOST_OFFERED,
            ):
                for page in self.by_name[key]:
                    if page.locale.language_code == language:
                        scores[page.pk] = max(score, scores.get(page.pk, 0))
        best = sorted(scores, key=lambda pk: -scores[pk])[:MOST_OFFERED]
        return [self.pages[pk] for pk in best]


def _last(address: str) -> str:
    """The end of an address, without what names a kind of file."""
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    stem, _dot, kind = last.rpartition(".")
    return stem if stem and kind in ("html", "htm", "php", "aspx", "xml") else last


def _leads_to(redirect: Redirect, match: Match) -> bool:
    if match.page is not None:
        return (redirect.redirect_page_id, redirect.redirect_page_route_path) == (
            match.page.pk,
            match.route,
        )
    return redirect.redirect_link == match.link
