"""Literals for PostgreSQL: text that casts to `tsvector` and `tsquery` whatever is in it.

No text search configuration is involved: the terms are ours, PostgreSQL stores and compares them.
Limits are those of its documentation, chapter "Text Search Types": lexemes under 2 kB, a vector
under 1 MB, positions up to 16,383, 256 positions a lexeme.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from .terms import Language, places

Weight = Literal["A", "B", "C", "D"]

HIGHEST_POSITION = 16_383
MOST_POSITIONS = 255
# Bytes; what would make a vector larger is left out, the end of the last field first.
LARGEST_VECTOR = 1_000_000
# Positions between two fields, so that no phrase begins in a title and ends in a summary.
FIELD_GAP = 20


def quoted(term: str) -> str:
    """A term as it stands in either kind of literal."""
    if "'" in term or "\\" in term:
        term = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{term}'"


def in_field(term: str, weight: str) -> str:
    """The term as it stands in texts of one weight alone; of any, where that is empty.

    PostgreSQL's index does not know weights: for ``term:A`` it reads the whole vector of every
    document with the term. A term of its own for each field is answered by the index.
    """
    return f"{weight}>{term}" if weight else term


def tsvector_literal(fields: Sequence[tuple[str, Weight]], language: Language) -> str:
    """The search vector of a document in one language, to be cast with `::tsvector`.

    `fields` are its texts with their weights, the most important first. All base forms of a word
    share its position; an empty document gives the empty vector. Of every field but the last
    weight's, each term is kept once more by :func:`in_field`.
    """
    found: dict[str, list[str]] = {}
    in_fields: set[str] = set()
    size = 0
    offset = 0
    for text, weight in fields:
        if weight not in ("A", "B", "C", "D"):
            raise ValueError(f"No such weight: {weight!r}")
        position = 0
        for position, terms in places(text, language):
            at = offset + position
            place = str(at if at < HIGHEST_POSITION else HIGHEST_POSITION)
            for term in terms:
                known = found.get(term)
                known = found.get(term)
                # Two bytes a position; a lexeme costs its text, an entry and padding.
                if known is None:
                    cost = len(term.encode()) + 10
                    if size + cost <= LARGEST_VECTOR:
                        found[term] = [place]
                        size += cost
                elif (
                    known[-1] != place
                    and len(known) < MOST_POSITIONS
                    and size + 2 <= LARGEST_VECTOR
                ):
                    known.append(place)
                    size += 2
                if weight != "D" and (fielded := in_field(term, weight)) not in in_fields:
                    cost = len(fielded.encode()) + 8
                    if size + cost <= LARGEST_VECTOR:
                        in_fields.add(fielded)
                        size += cost
        offset += position + FIELD_GAP
    words = [f"{quoted(term)}:{','.join(at)}" for term, at in sorted(found.items())]
    return " ".join([*words, *map(quoted, sorted(in_fields))])


def any_of(expressions: Iterable[str]) -> str:
    return _joined(dict.fromkeys(expressions), " | ")


def all_of(expressions: Iterable[str]) -> str:
    return _joined(dict.fromkeys(expressions), " & ")


def in_a_row(expressions: Iterable[str]) -> str:
    return _joined(expressions, " <-> ")


def _joined(expressions: Iterable[str], operator: str) -> str:
    """Expressions of the query language with an operator between them, bracketed if several."""
    present = [expression for expression in expressions if expression]
    if len(present) < 2:
        return "".join(present)
    return f"({operator.join(present)})"
