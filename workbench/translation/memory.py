"""The translation memory: how the same and similar sentences were put into English before.

It is what translators wrote on other pages, found by the longest words of the Polish and measured
letter by letter; nothing leaves the house. Machine-made text is no memory until somebody confirms
it. Sentences of closed pages are offered on the same page only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from rapidfuzz import fuzz

from base.models.records import Who
from base.text import fold, plain

from ..models import Phrase
from ..models.phrases import query_of
from .segments import Segment

# Percent of likeness below which another sentence's English is no help.
WORTH_SHOWING = 60
MOST_SHOWN = 3
# Of each sentence at most so many are measured: those nearest in length.
_MEASURED = 40

_NEAREST = """
SELECT wanted.key, found.polish, found.english
FROM unnest(%(keys)s::text[], %(queries)s::tsquery[], %(lengths)s::int[])
    AS wanted (key, query, length)
CROSS JOIN LATERAL (
    SELECT string.data AS polish, translation.data AS english
    FROM workbench_phrase AS phrase
    JOIN wagtail_localize_string AS string ON string.id = phrase.string_id
    JOIN wagtail_localize_stringtranslation AS translation
        ON translation.translation_of_id = string.id
    JOIN wagtail_localize_translationcontext AS context ON context.id = translation.context_id
    WHERE phrase.words @@ wanted.query
        AND length(phrase.plain) BETWEEN 0.5 * wanted.length AND 2 * wanted.length
        AND translation.locale_id = %(locale)s
        AND translation.translation_type = 'manual'
        AND NOT translation.has_error
        AND (
            context.object_id = %(page)s
            OR EXISTS (
                SELECT FROM base_audience AS audience
                WHERE audience.translation_key = context.object_id AND audience.who = %(public)s
            )
        )
    ORDER BY abs(length(phrase.plain) - wanted.length), translation.updated_at DESC
    LIMIT %(measured)s
) AS found
"""


@dataclass(frozen=True)
class Suggestion:
    """An English text somebody wrote for this or a similar Polish one; ``likeness`` in percent."""

    english: str
    polish: str
    likeness: int

    @property
    def is_same(self) -> bool:
        return self.likeness == 100


def suggest(segments: Iterable[Segment], page: UUID, locale: Any) -> None:
    """Put on each segment without confirmed English what the memory has for it, the best first."""
    wanted = {each.key: each for each in segments if not each.is_translated or each.is_unconfirmed}
    texts = {key: fold(each.words) for key, each in wanted.items()}
    queries = {key: query_of(text) for key, text in texts.items()}
    asked = [key for key in wanted if queries[key]]
    if not asked:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            _NEAREST,
            {
                "keys": asked,
                "queries": [queries[key] for key in asked],
                "lengths": [len(texts[key]) for key in asked],
                "locale": locale.pk,
                "page": page,
                "public": Who.PUBLIC,
                "measured": _MEASURED,
            },
        )
        rows = cursor.fetchall()
    found: dict[str, dict[str, Suggestion]] = {key: {} for key in wanted}
    for key, polish, english in rows:
        suggestion = Suggestion(english, polish, _likeness(wanted[key], texts[key], polish))
        known = found[key].get(english)
        if known is None or known.likeness < suggestion.likeness:
            found[key][english] = suggestion
    for key, segment in wanted.items():
        ranked = sorted(found[key].values(), key=lambda each: -each.likeness)
        good = [each for each in ranked if each.likeness >= WORTH_SHOWING]
        segment.suggestions = good[:MOST_SHOWN]


def _likeness(segment: Segment, folded: str, polish: str) -> int:
    """Percent; a hundred is kept for the very same text, its tags included."""
    if segment.polish == polish:
        return 100
    return min(99, round(fuzz.ratio(folded, fold(plain(polish)))))


def remember(string: Any) -> None:
    """Make a string findable; done for each string once, when it is first met."""
    phrase = Phrase.of(string)
    if phrase.plain:
        Phrase.objects.bulk_create([phrase], ignore_conflicts=True)
