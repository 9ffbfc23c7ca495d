"""The frame around every page: menu, language links, addresses for search engines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, Site

from . import access
from .language_state import english_address
from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language
from .listing import entries
from .metadata import Metadata

if TYPE_CHECKING:
    from django.http import HttpRequest

LANGUAGE_NAMES = ((ORIGINAL_LANGUAGE, "Polski"), (TRANSLATION_LANGUAGE, "English"))


class Frame:
    """What base.html needs beside the page itself; each part is computed when it is shown."""

    def __init__(self, request: HttpRequest):
        self.request = request

    @property
    def page(self) -> Any:
        """The page being served, if a page is; views that are no pages have none."""
        return getattr(self.request, "served_page", None)

    @cached_property
    def home(self) -> Page | None:
        site = Site.find_for_request(self.request)
        return site.root_page.specific if site else None

    def nav(self) -> list[dict[str, Any]]:
        """The sections of the site: the home's children that are shown in menus."""
        return [
            {**section, "current": self.request.path.startswith(section["url"])}
            for section in self._sections
            if section["in_menu"]
        ]

    def footer_links(self) -> list[dict[str, Any]]:
        """Everything below the home that is not in the menu, the declaration among it."""
        return [section for section in self._sections if not section["in_menu"]]

    @cached_property
    def _sections(self) -> list[dict[str, Any]]:
        """The home's children in the reader's language: their names are kept for a minute, and
        whether they are public is asked now.
        """
        key = f"sections:{active_language()}"
        known = cache.get(key)
        if known is None:
            known = self._read_sections()
            cache.set(key, known, 60 if not settings.DEBUG else 1)
            return known
        pages = Page.objects.filter(pk__in=[section["pk"] for section in known])
        public = set(access.visible(pages, access.ANONYMOUS).values_list("pk", flat=True))
        return [section for section in known if section["pk"] in public]

    def _read_sections(self) -> list[dict[str, Any]]:
        if self.home is None:
            return []
        children = access.visible(self.home.original.get_children(), access.ANONYMOUS)
        sections = []
        for entry in entries(children.specific().order_by("path"), self.request):
            if entry.page is None or not getattr(entry.original, "in_footer", True):
                continue
            sections.append(
                {
                    "pk": entry.page.pk,
                    "title": entry.title,
                    "url": entry.address,
                    "in_menu": entry.original.show_in_menus,
                }
            )
        return sections

    @property
    def home_url(self) -> str:
        return f"/{active_language()}/"

    @property
    def search_url(self) -> str:
        return reverse("search")

    def languages(self) -> list[dict[str, Any]]:
        """The same item in each language; where it has no English, its language-state page."""
        current = active_language()
        return [
            {
                "code": code,
                "label": label,
                "lang": code,
                "current": code == current,
                "url": self.address_in(code),
            }
            for code, label in LANGUAGE_NAMES
        ]

    def address_in(self, code: str) -> str:
        """Where what is being shown stands in a language."""
        addresses = getattr(self.request, "language_addresses", None)
        if addresses and addresses.get(code):
            return addresses[code]
        if code == active_language():
            return self.request.path
        original = getattr(self.page, "original", None)
        if original is None or original.pk is None:
            return f"/{code}/"
        if code == ORIGINAL_LANGUAGE:
            return original.get_url(self.request)
        return self._english_address or f"/{code}/"

    @cached_property
    def _english_address(self) -> str | None:
        return english_address(self.page.original, self.request)

    @cached_property
    def metadata(self) -> Metadata:
        return Metadata(self)


def set_language_addresses(request: HttpRequest, name: str, **kwargs: Any) -> None:
    """Say where a view that is no page stands in each language, for switch and alternates."""
    addresses = {}
    query = request.META.get("QUERY_STRING", "")
    for code, _label in LANGUAGE_NAMES:
        with override(code):
            address = reverse(name, kwargs=kwargs)
        addresses[code] = f"{address}?{query}" if query else address
    request.language_addresses = addresses  # type: ignore[attr-defined]
