"""Messages told in the language of whoever reads them, be it days after they were made.

What finds something chooses no language: it makes a lazy message. What keeps one keeps it in each
language of the site, so that neither the finder's language nor a later change of the code matters
to its reader.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise, lazy
from django.utils.translation import override

from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language

Words = str | Promise
Kept = str | dict[str, str]


def lazily_said(tell: Callable[..., str]) -> Callable[..., Promise]:
    """Have a function called each time its answer is read, in the language of that moment."""
    return lazy(tell, str)


@lazily_said
def said(text: Words, /, **values: Any) -> str:
    """A translatable text with its values, which may be lazy: ``said(_("No %(x)s."), x=label)``.

    Where a number decides the form, the text is ``ngettext_lazy(one, many, number)``.
    """
    return str(text) % values


@lazily_said
def unsaid(anything: Any) -> str:
    """What tells itself in the reader's language: an exception, a record with a label."""
    return str(anything)


@lazily_said
def said_together(parts: Sequence[Any], by: str = " ") -> str:
    return by.join(map(str, parts))


@lazily_said
def said_by(error: ValidationError) -> str:
    return " ".join(error.messages)


def in_each_language(words: Words) -> Kept:
    """A message as JSON keeps it; text that is the same for every reader stays plain."""
    if isinstance(words, str):
        return words
    kept = {}
    for language in (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE):
        with override(language):
            kept[language] = str(words)
    return kept if len(set(kept.values())) > 1 else kept[ORIGINAL_LANGUAGE]


@lazily_said
def told(kept: Kept) -> str:
    """What was kept, as a message again."""
    if isinstance(kept, str):
        return kept
    return kept.get(active_language(), kept[ORIGINAL_LANGUAGE])


def as_text(words: Words) -> str:
    """A message for a column of text that is not ours."""
    return json.dumps(in_each_language(words), ensure_ascii=False)


def from_text(text: str) -> Words:
    """What such a column says; others put plain text there."""
    try:
        kept = json.loads(text)
    except ValueError:
        return text
    return told(kept) if isinstance(kept, str | dict) else text


class SaidField(models.JSONField):
    """A message: given lazily, kept in each language, read lazily again."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Words | None:
        kept = super().from_db_value(value, expression, connection)
        return None if kept is None else told(kept)

    def get_prep_value(self, value: Words | None) -> Kept | None:
        return None if value is None else in_each_language(value)
