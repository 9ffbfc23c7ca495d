"""What search engines and social networks are told: canonical, alternates, preview."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings

from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language
from .pictures import Shape, picture

if TYPE_CHECKING:
    from .frame import Frame

PREVIEW = Shape(("fill-1200x630",), format="jpeg", lighter_format="")


class Metadata:
    """Metadata of the page being shown; addresses are absolute, on the site's own host."""

    def __init__(self, frame: Frame):
        self.frame = frame
        self.request = frame.request

    def absolute(self, address: str) -> str:
        return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{address}"

    @property
    def canonical(self) -> str:
        """This address without its parameters."""
        return self.absolute(self.request.path)

    @cached_property
    def alternates(self) -> list[dict[str, str]]:
        """The languages this item truly has; the language-state page is no alternate."""
        languages = [ORIGINAL_LANGUAGE]
        if self._has_english():
            languages.append(TRANSLATION_LANGUAGE)
        if len(languages) < 2:
            return []
        return [
            {"lang": code, "url": self.absolute(self.frame.address_in(code).partition("?")[0])}
            for code in languages
        ]

    def _has_english(self) -> bool:
        if getattr(self.request, "language_addresses", None):
            return True
        page = self.frame.page
        if page is None:
            return False
        if active_language() == TRANSLATION_LANGUAGE:
            return True
        return page.state_of_english.has_english

    @property
    def locale(self) -> str:
        return "pl_PL" if active_language() == ORIGINAL_LANGUAGE else "en_GB"

    @cached_property
    def image(self) -> Any:
        """The cover as social networks show it, in a format they all read."""
        original = getattr(self.frame.page, "original", None)
        shown = picture(getattr(original, "cover", None), PREVIEW)
        if shown is None:
            return None
        return {"url": self.absolute(shown.url), "alt": shown.alt,
                "width": shown.width, "height": shown.height}  # fmt: skip
