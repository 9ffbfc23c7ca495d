"""The words of the documents as they are written, and what a mistyped word was meant to be.

A word is corrected only where no document the reader may find has it, and where the dictionary does
not know it or a document with the rest of the query has what it may have been. That is a word of
those documents at a small distance: optimal string alignment (insertion, deletion, substitution,
transposition of neighbours; Damerau 1964), counted without diacritics.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from rapidfuzz.distance import OSA

from .analysis import Clause, Query, fold, parse_query, polish_analyser, words_of
from .models import Word
from .postings import number_with

# Letters of the words that are kept and corrected.
SHORTEST, LONGEST = 4, 40
# Letters from which two mistakes are forgiven, else one.
TWO_MISTAKES = 8
# Trigrams two words must share: three of eleven are what a swap leaves of a word of six letters.
LEAST_SIMILARITY = 0.25
SHORTLISTED = 100
# Candidates that are looked for in the documents, and documents counted of each.
COMPARED, COUNTED = 6, 200


@dataclass(frozen=True)
class Correction:
    """What was typed, and the word of the documents that was looked for as well."""

    clause: int
    typed: str
    word: str


def learn(texts: Iterable[str]) -> None:
    """Keep the words of these texts."""
    words = sorted(
        {
            word
            for text in texts
            for word in words_of(text)
            if word.isalpha() and SHORTEST <= len(word) <= LONGEST
        }
    )
    if words:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_word AS known (word, folded, seen_on)"
                " SELECT *, current_date FROM unnest(%s::text[], %s::text[])"
                " ON CONFLICT (word) DO UPDATE SET seen_on = excluded.seen_on"
                " WHERE known.seen_on < excluded.seen_on",
                [words, [fold(word)[:LONGEST] for word in words]],
            )


def forget(*, before: date) -> None:
    """Drop what no document had from that day on."""
    Word.objects.filter(seen_on__lt=before).delete()


def corrected(
    query: Query, absent: Container[Clause], *, who: str, type: str = ""
) -> tuple[Query, tuple[Correction, ...]]:
    """The query with the words looked for as well, and which they are.

    ``absent`` are the clauses that no document of the audience has.
    """
    present = [clause for clause in query.wanted("pl") if clause not in absent]
    corrections = []
    for index, clause in enumerate(query.clauses):
        if clause not in absent or not _is_single_word(clause):
            continue
        # A word one may well have meant is another only beside the rest of the query.
        is_known = _is_known(clause)
        if is_known and not present:
            continue
        beside = present if is_known else []
        if word := _meant(fold(clause.surface), beside, who, type):
            query = query.adding(word, [index])
            corrections.append(Correction(index, clause.surface, word))
    return query, tuple(corrections)


def _is_single_word(clause: Clause) -> bool:
    surface = clause.surface
    if clause.excluded or clause.is_phrase or clause.stop_word_in:
        return False
    return surface.isalpha() and SHORTEST <= len(surface) <= LONGEST


def _is_known(clause: Clause) -> bool:
    """Whether the dictionary has the word, as it was typed or with its Polish letters put in."""
    return clause.is_restored or polish_analyser().knows(clause.surface.lower())


def _meant(typed: str, beside: Sequence[Clause], who: str, type: str) -> str:
    """The nearest word of the documents that have what it stands beside, the more frequent of two
    as near; none at all is empty.
    """
    furthest = 2 if len(typed) >= TWO_MISTAKES else 1
    near = []
    for word, folded in _shortlist(typed, furthest):
        distance = OSA.distance(typed, folded, score_cutoff=furthest)
        # Nobody mistypes the first letter and another one.
        if distance <= furthest and (distance < 2 or typed[0] == folded[0]):
            near.append((distance, word))
    best: tuple[int, int, str] | None = None
    for distance, word in sorted(near)[:COMPARED]:
        if best is not None and distance > best[0]:
            break
        number = number_with(
            [*beside, parse_query(word).clauses[0]], who=who, type=type, most=COUNTED
        )
        if number and (best is None or number > best[1]):
            best = (distance, number, word)
    return best[2] if best else ""


def _shortlist(typed: str, furthest: int) -> list[tuple[str, str]]:
    """The words that share most trigrams with what was typed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SET pg_trgm.similarity_threshold = %s;"
            f" SELECT word, folded FROM {Word._meta.db_table}"
            " WHERE folded %% %s AND length(folded) BETWEEN %s AND %s"
            " ORDER BY similarity(folded, %s) DESC, word LIMIT %s",
            [LEAST_SIMILARITY, typed, len(typed) - furthest, len(typed) + furthest, typed,
             SHORTLISTED],
        )  # fmt: skip
        cursor.nextset()
        return cursor.fetchall()
