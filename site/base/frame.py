"""The frame around every page: menu, language links, addresses for search engines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import override

from .language_state import english_address
from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language
from .metadata import Metadata
from .sections import Section, sections

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

    def nav(self) -> list[dict[str, Any]]:
        """The sections of the site that are shown in menus."""
        return [
            {
                "title": section.title,
                "url": section.url,
                "current": self.request.path.startswith(section.url),
            }
            for section in sections(self.request)
            if section.in_menu
        ]

    def footer_links(self) -> list[Section]:
        """Everything below the home that is not in the menu, the declaration among it."""
        return [
            section
            for section in sections(self.request)
            if section.in_footer and not section.in_menu
        ]

    @property
    def home_url(self) -> str:
        return f"/{active_language()}/"

    @property
    def search_url(self) -> str:
        return reverse("search")

    @property
    def suggestions_url(self) -> str:
        return reverse("suggestions")

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
