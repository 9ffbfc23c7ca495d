"""The translation memory: how the same and similar sentences were put into English before.

It is what translators wrote on other pages, found by trigrams of the Polish; nothing leaves the
house. Machine-made text is no memory until somebody confirms it. Sentences of closed pages are
offered on the same page only.
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
from .segments import Segment

# Percent of likeness below which another sentence's English is no help.
WORTH_SHOWING = 60
MOST_SHOWN = 3
# Trigrams overestimate and underestimate; what they bring is measured again word by word.
_TRIGRAMS_ALIKE = 0.4
_FETCHED = 8

_NEAREST = """
SELECT wanted.key, found.polish, found.english
FROM unnest(%(keys)s::text[], %(texts)s::text[]) AS wanted (key, text)
CROSS JOIN LATERAL (
    SELECT string.data AS polish, translation.data AS english
    FROM workbench_phrase AS phrase
    JOIN wagtail_localize_string AS string ON string.id = phrase.string_id
    JOIN wagtail_localize_stringtranslation AS translation
        ON translation.translation_of_id = string.id
    JOIN wagtail_localize_translationcontext AS context ON context.id = translation.context_id
    WHERE phrase.plain %% wanted.text
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
    ORDER BY similarity(phrase.plain, wanted.text) DESC, translation.updated_at DESC
    LIMIT %(fetched)s
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
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)",
                       [str(_TRIGRAMS_ALIKE)])  # fmt: skip
        cursor.execute(
            _NEAREST,
            {
                "keys": list(texts),
                "texts": list(texts.values()),
                "locale": locale.pk,
                "page": page,
                "public": Who.PUBLIC,
                "fetched": _FETCHED,
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
