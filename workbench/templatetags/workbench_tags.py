"""What the workbench's templates show of texts: their tags, and how two of them differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import nh3
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from base.text import plain

register = template.Library()

_TAGS = re.compile(r"<[^<>]+>")
_WORDS = re.compile(r"\s+|[^\s\w]|\w+")


@register.filter
def inline_tags(text: str) -> SafeString:
    """A text with its bold and italic words as such, and what is linked underlined."""
    shown = re.sub(r"<a\b[^>]*>", "<u>", text).replace("</a>", "</u>")
    return mark_safe(nh3.clean(shown, tags={"b", "i", "u", "strong", "em", "sup", "sub", "br"}))


@register.filter
def tags_of(text: str) -> str:
    """The tags of a text, as a translator has to type them."""
    return " ".join(dict.fromkeys(_TAGS.findall(text)))


@register.simple_tag
def difference(before: str, after: str) -> SafeString:
    """``after``, with the words that are new in it and those that are gone, as marked words."""
    old, new = _WORDS.findall(plain(before)), _WORDS.findall(plain(after))
    parts = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        gone, come = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if kind == "equal":
            parts.append(format_html("{}", come))
            continue
        if gone:
            parts.append(format_html("<del>{}</del>", gone))
        if come:
            parts.append(format_html("<ins>{}</ins>", come))
    return format_html_join("", "{}", ((part,) for part in parts))
