"""The frame around every page: menu, language links, addresses for search engines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, Site

from . import access
from .language_state import english_address
from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language
from .listing import Entry, entries

if TYPE_CHECKING:
    from django.http import HttpRequest


class Frame:
    """What base.html needs beside the page itself; each part is computed when it is shown."""

    def __init__(self, request: HttpRequest):
        self.request = request

    @cached_property
    def home(self) -> Page | None:
        site = Site.find_for_request(self.request)
        return site.root_page.specific if site else None

    @cached_property
    def menu(self) -> list[Entry]:
        """The sections of the site: the home's children that are shown in menus."""
        if self.home is None:
            return []
        children = access.visible(
            self.home.get_children().filter(show_in_menus=True), access.ANONYMOUS
        )
        return entries(children.specific(), self.request)

    @property
    def home_url(self) -> str:
        return f"/{active_language()}/"

    @property
    def search_url(self) -> str:
        return reverse("search")

    def languages(self, page: Any = None) -> list[dict[str, Any]]:
        """The same item in each language; where it has no English, its language-state page."""
        current = active_language()
        return [
            {
                "code": code,
                "label": label,
                "current": code == current,
                "url": self._address_in(code, page),
            }
            for code, label in ((ORIGINAL_LANGUAGE, "Polski"), (TRANSLATION_LANGUAGE, "English"))
        ]

    def _address_in(self, code: str, page: Any) -> str:
        addresses = getattr(self.request, "language_addresses", None)
        if addresses and code in addresses:
            return addresses[code]
        original = getattr(page, "original", None)
        if original is None:
            return f"/{code}/"
        if code == ORIGINAL_LANGUAGE:
            return original.get_url(self.request)
        return english_address(original, self.request) or f"/{code}/"

    @property
    def base_url(self) -> str:
        return settings.WAGTAILADMIN_BASE_URL


def set_language_addresses(request: HttpRequest, name: str, **kwargs: Any) -> None:
    """Say where a view that is no page stands in each language, for switch and alternates."""
    addresses = {}
    for code in (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE):
        with override(code):
            addresses[code] = reverse(name, kwargs=kwargs)
    request.language_addresses = addresses  # type: ignore[attr-defined]
