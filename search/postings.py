"""Postings: which documents have what was asked for, and in which field, as the index knows it.

The fields are terms of their own (see ``analysis.literals.in_field``), so that PostgreSQL's index
of the word vectors can answer everything but the neighbourhood of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import numpy as np
from django.db import connection

from .analysis import LANGUAGES, Addition, Clause, Language, Query
from .arrays import from_list
from .models import WordVector

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TABLE = WordVector._meta.db_table
_SET = "SET enable_seqscan = off; SET jit = off; SET max_parallel_workers_per_gather = 0"
_RESET = "RESET enable_seqscan; RESET jit; RESET max_parallel_workers_per_gather"
# (clauses, field, reading)
Place = tuple[tuple[int, ...], str, "Reading"]
# The fields that are told apart, by their letter in the terms; "" is anywhere.
FIELDS = ("", "C", "B", "A")


@dataclass(frozen=True)
class Asked:
    """A clause, and the languages it is looked for in: not where it is a stop word."""

    clause: Clause
    languages: tuple[Language, ...]

    @property
    def is_required(self) -> bool:
        """Whether it is missed where it is not found."""
        return self.languages == LANGUAGES


Meant = TypeVar("Meant", Clause, Addition)
# What of a clause is met: what was typed, that or its Polish letters put in, or what was added.
Reading = Literal["typed", "asked", "added"]


@dataclass(frozen=True)
class Posting:
    """The documents that have some clauses in a field: one, or several by what was added."""

    clauses: tuple[int, ...]
    field: str
    reading: Reading
    ids: NDArray[np.int64]


@dataclass(frozen=True)
class Postings:
    """All of a query's, the number of documents they are among, and which have what is excluded."""

    asked: tuple[Asked, ...]
    everything: int
    found: tuple[Posting, ...]
    excluded: NDArray[np.int64]

    @property
    def absent(self) -> list[Clause]:
        """The clauses that no document has as they were asked."""
        present = {each.clauses[0] for each in self.found if each.reading != "added"}
        return [each.clause for number, each in enumerate(self.asked) if number not in present]


def asked_of(query: Query) -> tuple[Asked, ...]:
    """The clauses that rank, in their order."""
    numbers = {language: query.numbers(language) for language in LANGUAGES}
    asked = (
        Asked(clause, tuple(code for code in LANGUAGES if number in numbers[code]))
        for number, clause in enumerate(query.clauses)
    )
    return tuple(each for each in asked if each.languages)


def postings(query: Query, *, who: str, type: str = "") -> Postings:
    """Every posting of the query among the documents of an audience, in one statement."""
    asked = asked_of(query)
    among, among_params = _among(who, type)
    places = list(_places(query, asked))
    conditions = [(condition, values) for *_place, condition, values in places]
    conditions.append(_excluded(query))
    parts: list[str] = []
    params: list[str] = []
    for number, (condition, values) in enumerate(conditions):
        parts.append(
            f"SELECT {number} AS place, array_to_string(array_agg(document_id), ',') FROM {_TABLE}"
            f" WHERE {among} AND ({condition or 'false'})"
        )
        params += [*among_params, *values]
    parts.append(f"SELECT -1, count(*)::text FROM {_TABLE} WHERE {among}")
    rows = dict(_by_index(" UNION ALL ".join(parts), [*params, *among_params]))
    ids = [from_list(rows[number] or "") for number in range(len(conditions))]
    found: dict[Place, NDArray[np.int64]] = {}
    for (*place, _condition, _values), some in zip(places, ids, strict=False):
        if len(some):
            key = cast("Place", tuple(place))
            found[key] = np.union1d(found[key], some) if key in found else some
    return Postings(
        asked,
        int(rows[-1]),
        tuple(Posting(*place, some) for place, some in found.items()),
        ids[-1],
    )


def everything(query: Query, *, who: str, type: str = "") -> NDArray[np.int64]:
    """All documents of an audience but those that have what the query excludes, ascending."""
    among, params = _among(who, type)
    excluded, literals = _excluded(query)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_to_string(array_agg(document_id ORDER BY document_id), ',')"
            f" FROM {_TABLE} WHERE {among} AND NOT ({excluded or 'false'})",
            [*params, *literals],
        )
        return from_list(cursor.fetchone()[0] or "")


def _excluded(query: Query) -> tuple[str, list[str]]:
    """What no document may have in either language."""
    literals = {code: query.excluded_tsquery(code) for code in LANGUAGES}
    conditions = [f"vector_{code} @@ %s::tsquery" for code in LANGUAGES if literals[code]]
    return " OR ".join(conditions), [literal for literal in literals.values() if literal]


def neighbours(asked: Sequence[Asked], ids: NDArray[np.int64]) -> dict[int, float]:
    """Of these documents, the share of the query's pairs of neighbours that are neighbours there.

    Those without any are left out.
    """
    terms, params = [], []
    for first, second in pairwise(asked):
        conditions = []
        for language in LANGUAGES:
            literals = [each.clause.tsquery(language) for each in (first, second)]
            if all(literals):
                conditions.append(f"vector_{language} @@ %s::tsquery")
                params.append(" <-> ".join(literals))
        if conditions:
            terms.append(f"({' OR '.join(conditions)})::int")
    if not terms or not len(ids):
        return {}
    share = f"({' + '.join(terms)})::float8 / {len(terms)}"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT * FROM (SELECT document_id, {share} AS share FROM {_TABLE}"
            " WHERE document_id = ANY(%s)) AS shares WHERE share > 0",
            [*params, ids.tolist()],
        )
        return dict(cursor.fetchall())


def number_with(clauses: Iterable[Clause], *, who: str, type: str = "", most: int) -> int:
    """How many documents of an audience have each of the clauses in either language; counted up
    to ``most``.
    """
    among, params = _among(who, type)
    conditions = [among]
    for clause in clauses:
        condition, literals = _met(clause, LANGUAGES, "")
        conditions.append(f"({condition or 'false'})")
        params += literals
    found = f"SELECT FROM {_TABLE} WHERE {' AND '.join(conditions)} LIMIT {most}"
    return _by_index(f"SELECT count(*) FROM ({found}) AS found", params)[0][0]


def _by_index(sql: str, params: Sequence[Any]) -> list[Any]:
    """The rows of a statement for which the planner is made to ask the index of the word vectors.

    It does not know what a vector costs to read, and of some thousand long documents it would
    rather read them all: 0.2 s where the index takes 0.02. Nor is such a statement worth compiling
    or sharing among processes. All goes in one message; where the statement fails, its transaction
    takes the settings along.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"{_SET}; {sql}; {_RESET}", params)
        while not cursor.description:
            cursor.nextset()
        return cursor.fetchall()


def _among(who: str, type: str) -> tuple[str, list[str]]:
    return ("who = %s AND type = %s", [who, type]) if type else ("who = %s", [who])


def _places(
    query: Query, asked: Sequence[Asked]
) -> Iterator[tuple[tuple[int, ...], str, Reading, str, list[str]]]:
    """Everything that may stand somewhere: the place, its condition, and that one's parameters.

    A place may have several: phrases are looked for by themselves, since the index knows where they
    may be and not where they are, and then every vector is read that the condition meets.
    """
    ranks = {id(each.clause): number for number, each in enumerate(asked)}
    for field in FIELDS:
        for number, each in enumerate(asked):
            typed = each.clause.as_typed()
            readings: list[tuple[Reading, Clause]] = [("asked", each.clause)]
            if typed.rows != each.clause.rows:
                readings.append(("typed", typed))
            for reading, meant in readings:
                for some in _by_length(meant):
                    condition, params = _met(some, each.languages, field)
                    if condition:
                        yield (number,), field, reading, condition, params
        for addition in query.additions:
            among = [ranks.get(id(query.clauses[number])) for number in addition.clauses]
            numbers = tuple(number for number in among if number is not None)
            for is_phrases, words in enumerate(_by_length(addition)):
                if is_phrases and not field:
                    conditions = list(_added_phrases(words))
                else:
                    conditions = [_met(words, LANGUAGES, field)]
                for condition, params in conditions:
                    if condition:
                        yield numbers, field, "added", condition, params


def _added_phrases(phrases: Addition) -> Iterator[tuple[str, list[str]]]:
    """Anywhere in a row, or in the lead and summary in any order; a condition for each language.

    Whether words are in a row only a document's whole vector tells, 15 microseconds each; what is
    about something has the words in its lead, and for that the index is enough.
    """
    for language in LANGUAGES:
        there = phrases.tsquery_in(language, "")
        in_leads = phrases.tsquery_in(language, "C")
        in_a_row = phrases.tsquery(language)
        if in_a_row:
            met = f"vector_{language} @@ %s::tsquery"
            leads = f"SELECT document_id FROM {_TABLE} WHERE {met}"
            yield (
                f"{met} AND CASE WHEN document_id IN ({leads}) THEN true ELSE {met} END",
                [there, in_leads, in_a_row],
            )


def _by_length(meant: Meant) -> Iterator[Meant]:
    """Its single words, and its phrases."""
    for is_long in (False, True):
        rows = {
            code: tuple(row for row in some if (len(row) > 1) is is_long)
            for code, some in meant.rows.items()
        }
        yield replace(meant, rows=rows)


def _met(
    clause: Clause | Addition, languages: Iterable[Language], field: str
) -> tuple[str, list[str]]:
    conditions, params = [], []
    for language in languages:
        literal = clause.tsquery_in(language, field) if field else clause.tsquery(language)
        if literal:
            conditions.append(f"vector_{language} @@ %s::tsquery")
            params.append(literal)
    return " OR ".join(conditions), params
