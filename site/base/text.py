"""Questions asked of rich text."""

from html import unescape

from anyascii import anyascii
from django.utils.html import strip_tags


def plain(html: str) -> str:
    """The words of rich text, with single spaces between them."""
    spaced = html.replace("<", " <")
    return " ".join(unescape(strip_tags(spaced)).split())


def has_text(html: str | None) -> bool:
    """Whether anything would be read: ``<p></p>`` is empty."""
    return bool(html and plain(html))


def fold(text: str) -> str:
    """Lower case without diacritics, for prefix and part searches: "Łódź" becomes "lodz"."""
    return " ".join(anyascii(text).lower().split())
