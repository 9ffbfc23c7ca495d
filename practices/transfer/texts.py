"""The translatable words of a page in memory, as ``base.language_state.texts_of`` gives them.

wagtail-localize parses every rich text several times, a millisecond each. Most paragraphs of a
story hold words only, and those are taken out directly; whatever else stands in a text is left to
wagtail-localize, one block at a time. A test holds the two answers together.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape

from wagtail.fields import RichTextField
from wagtail_localize.strings import extract_strings

from base.text import has_text

from ..models import PracticePage
from .clusters import rows_of

# A paragraph, heading or list item of nothing but words, some of them bold or slanted, or the
# shell of a list.
_KEY = r'(?: data-block-key="[^"<>]*")?'
_LETTERS = r"[^<>&\r]"
_ENTITY = r"&(?:amp|lt|gt|quot|nbsp|#39|#x27);"
_MARKED = "|".join(
    rf"<{tag}>(?![\s&])(?:{_LETTERS}|{_ENTITY})+(?<![\s;])</{tag}>" for tag in ("b", "i")
)
# As runs of letters, so that a paragraph is read in few steps.
_WORDS = rf"({_LETTERS}*(?:(?:{_ENTITY}|{_MARKED}){_LETTERS}*)*)"
_PLAIN_BLOCK = re.compile(rf"\s*<(p|h3|h4){_KEY}>{_WORDS}</\1>\s*")
_PLAIN_ITEMS = re.compile(rf"\s*<(ul|ol)>\s*(?:<li{_KEY}>{_WORDS}</li>\s*)+</\1>\s*")
_TAG = re.compile(r"</?[bi]>")
_MARKED_WORDS = re.compile(_MARKED)
_ITEM = re.compile(rf"<li{_KEY}>{_WORDS}</li>")
_BLOCK = re.compile(r"\s*<(p|h3|h4|ul|ol)\b[^<>]*>[^<]*(?:<(?!\1\b|/\1>)[^<]*)*</\1>\s*")

# (path of the field or of the row's field; text), in the order a translator sees them.
Texts = list[tuple[str, str]]


def texts_of(page: PracticePage) -> Texts:
    """Every translatable text of a page whose rows are attached."""
    found: Texts = []
    for item in page.translatable_fields:
        field = page._meta.get_field(item.field_name)
        if field.one_to_many:
            for row in rows_of(page)[field.name]:
                for name in row.texts:
                    path = f"{field.name}.{row.translation_key}.{name}"
                    found += [(path, text) for text in _plain(getattr(row, name))]
        else:
            value = getattr(page, field.name)
            strings = _rich if isinstance(field, RichTextField) else _plain
            found += [(field.name, text) for text in strings(value)]
    return found


def digest_of(texts: Texts) -> str:
    """The same fingerprint as ``base.language_state.digest_of`` of the page with these texts."""
    # The texts of the page in their order, then those of rows, whose order does not count.
    texts = sorted(texts, key=lambda text: text[0] if "." in text[0] else "")
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def fields_with_text(texts: Texts) -> set[str]:
    """The same fields and rows as ``base.language_state.fields_with_text``."""
    names = set()
    for path, _text in texts:
        first, _, rest = path.partition(".")
        names.add(f"{first}.{rest.partition('.')[0]}" if rest else first)
    return names


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(text: str) -> list[str]:
    if not text.strip():
        return []
    # A line of nothing but spaces is one space to the parser.
    lines = (line if not line or line.strip(" \t\f\r") else " " for line in text.split("\n"))
    return ["<br/>".join(map(_escaped, lines))]


def _rich(html: str) -> Iterator[str]:
    if not html:
        return
    blocks, end = [], 0
    while end < len(html) and (match := _BLOCK.match(html, end)):
        blocks.append(match.group())
        end = match.end()
    # Words between blocks, and lists within lists, are for wagtail-localize.
    for block in blocks if end == len(html) else [html]:
        yield from _of_block(block)


def _of_block(block: str) -> Iterator[str]:
    sources: list[str] = []
    if match := _PLAIN_BLOCK.fullmatch(block):
        sources = [match[2]]
    elif _PLAIN_ITEMS.fullmatch(block):
        sources = [item[1] for item in _ITEM.finditer(block)]
    if sources and all(map(_is_plain, sources)):
        yield from filter(None, map(_words, sources))
    else:
        strings = (string.data for string, _attributes in extract_strings(block)[1])
        yield from (string for string in strings if has_text(string))


def _is_plain(source: str) -> bool:
    """Marks around everything there is belong to the page, not to the translator's text."""
    return "<" not in source or bool(unescape(_MARKED_WORDS.sub("", source)).strip())


def _words(source: str) -> str:
    parts, end = [], 0
    for tag in _TAG.finditer(source):
        parts += [_escaped(unescape(source[end : tag.start()])), tag.group()]
        end = tag.end()
    return "".join([*parts, _escaped(unescape(source[end:]))]).strip()
