"""How text is set; every template has these filters without loading them."""

from __future__ import annotations

import re

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import format_html

from base.languages import ORIGINAL_LANGUAGE, active_language

register = template.Library()

# A space after a word of one letter that begins a text or follows something that ends a word.
_ONE_LETTER = re.compile(r"(?<![^\s(„–])([aiouwzAIOUWZ]) (?=\S)")


@register.filter(is_safe=True)
@stringfilter
def bound(text: str, language: str | None = None) -> str:
    """No line begins with a dash, and in Polish none ends with a word of one letter.

    ``language`` is the text's where it is not the reader's: ``{{ title|bound:lang }}``.
    """
    text = text.replace(" – ", "\u00a0– ")
    if (language or active_language()) != ORIGINAL_LANGUAGE:
        return text
    # Twice, since of "i w mieście" the first pass binds only what does not overlap.
    return _ONE_LETTER.sub("\\1\u00a0", _ONE_LETTER.sub("\\1\u00a0", text))


@register.filter
@stringfilter
def as_polish(text: str) -> str:
    """Words that are a fact, so the same in both languages: marked as Polish on English pages."""
    if active_language() == ORIGINAL_LANGUAGE:
        return text
    return format_html('<span lang="pl">{}</span>', text)
