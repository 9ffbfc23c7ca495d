"""Questions asked of rich text."""

import re
from html import unescape

import nh3
from anyascii import anyascii
from django.utils.translation import gettext as _

# Made once: making one costs more than cleaning a paragraph.
_WITHOUT_TAGS = nh3.Cleaner(tags=set())
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|ul|ol|blockquote)>|<br ?/?>|<hr ?/?>")
_WORD_BEHIND_A_TAG = re.compile(r"<(?:p|li|h[2-4])(?: [^<>]*)?>\w")


def plain(html: str) -> str:
    """The words of rich text, with single spaces between them."""
    if "<" in html:  # Django's strip_tags() takes six times as long.
        html = _WITHOUT_TAGS.clean(html.replace("<", " <"))
    return " ".join(unescape(html).split())


def one_line(text: str) -> str:
    """The text without line breaks, as a title or the subject of a mail has to be."""
    return " ".join(line for each in text.splitlines() if (line := each.strip()))


def paragraphs(html: str) -> str:
    """The words of rich text, its paragraphs and items divided by empty lines."""
    if "<" not in html:
        return html.strip()
    blocks = (plain(block) for block in _BLOCK_END.split(html))
    return "\n\n".join(block for block in blocks if block)


def quoted(words: object) -> str:
    """In the quotation marks of the reader's language."""
    return _("“%(words)s”") % {"words": words}


def has_text(html: str | None) -> bool:
    """Whether anything would be read: ``<p></p>`` is empty."""
    # A word right behind a tag settles it, which spares most texts being read to their end.
    return bool(html and (_WORD_BEHIND_A_TAG.search(html) or plain(html)))


def fold(text: str) -> str:
    """Lower case without diacritics, for prefix and part searches: "Łódź" becomes "lodz"."""
    return " ".join(anyascii(text).lower().split())
