"""Postings: which documents have what was asked for, and in which field, as the index knows it.

The fields are terms of their own (see ``analysis.literals.in_field``), so that PostgreSQL's index
of the word vectors can answer everything but the neighbourhood of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from .analysis import LANGUAGES, Addition, Clause, Language, Query

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from numpy.typing import NDArray

    from .models import SearchDocument

_SET = "SET enable_seqscan = off; SET jit = off; SET max_parallel_workers_per_gather = 0"
_RESET = "RESET enable_seqscan; RESET jit; RESET max_parallel_workers_per_gather"
# (clauses, field, reading, condition, its parameters)
Place = tuple[tuple[int, ...], str, "Reading", str, list[str]]
# A word of so few documents is looked at closely: whether the reader may see them now.
FEW = 50
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
    """All of a query's, and the number of documents they are among."""

    asked: tuple[Asked, ...]
    everything: int
    found: tuple[Posting, ...]

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


def postings(
    query: Query, documents: QuerySet[SearchDocument], *, who: str, type: str = ""
) -> Postings:
    """Every posting of the query among the documents of an audience, in one statement.

    Of rare words those ``documents`` alone that the reader may see: a word that others had which
    were closed a moment ago is as absent as one that nobody has written.
    """
    asked = asked_of(query)
    among, among_params = _among(who, type)
    places = list(_places(query, asked))
    parts: list[str] = []
    params: list[str] = []
    for number, (_clauses, _field, _reading, condition, values) in enumerate(places):
        parts.append(
            f"SELECT {number} AS place, array_agg(id) FROM search_searchdocument"
            f" WHERE {among} AND ({condition})"
        )
        params += [*among_params, *values]
    parts.append(f"SELECT -1, ARRAY[count(*)] FROM search_searchdocument WHERE {among}")
    rows = dict(_by_index(" UNION ALL ".join(parts), [*params, *among_params]))
    everything = rows.pop(-1)[0]
    rare = {pk for ids in rows.values() if ids and len(ids) <= FEW for pk in ids}
    hidden = rare - set(documents.filter(pk__in=rare).values_list("pk", flat=True))
    if hidden:
        rows = {place: [pk for pk in ids or () if pk not in hidden] for place, ids in rows.items()}
    return Postings(
        asked,
        everything,
        tuple(
            Posting(*places[number][:3], np.array(ids, dtype=np.int64))
            for number, ids in rows.items()
            if ids
        ),
    )


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
                conditions.append(f"coalesce(vector_{language} @@ %s::tsquery, false)")
                params.append(" <-> ".join(literals))
        if conditions:
            terms.append(f"({' OR '.join(conditions)})::int")
    if not terms or not len(ids):
        return {}
    share = f"({' + '.join(terms)})::float8 / {len(terms)}"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, share FROM (SELECT id, {share} AS share FROM search_searchdocument"
            " WHERE id = ANY(%s)) AS shares WHERE share > 0",
            [*params, ids.tolist()],
        )
        return dict(cursor.fetchall())


def number_with(clause: Clause, documents: QuerySet[SearchDocument], *, most: int) -> int:
    """How many of the documents have the clause in either language; counted up to ``most``."""
    having = with_all([clause], documents).order_by().values("pk")[:most]
    sql, params = having.query.sql_with_params()
    return _by_index(f"SELECT count(*) FROM ({sql}) AS found", params)[0][0]


def with_all(
    clauses: Iterable[Clause], documents: QuerySet[SearchDocument]
) -> QuerySet[SearchDocument]:
    """Those that have each of the clauses in either language."""
    for clause in clauses:
        condition, params = _met(clause, LANGUAGES, "")
        met = RawSQL(f"({condition or 'false'})", params, output_field=BooleanField())
        documents = documents.filter(met)
    return documents


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


def _places(query: Query, asked: Sequence[Asked]) -> Iterator[Place]:
    """Everything that may stand somewhere."""
    ranks = {id(each.clause): number for number, each in enumerate(asked)}
    for field in FIELDS:
        for number, each in enumerate(asked):
            typed = each.clause.as_typed()
            readings: list[tuple[Reading, Clause]] = [("asked", each.clause)]
            if typed.rows != each.clause.rows:
                readings.append(("typed", typed))
            for reading, meant in readings:
                condition, params = _met(meant, each.languages, field)
                if condition:
                    yield (number,), field, reading, condition, params
        for addition in query.additions:
            numbers = [ranks.get(id(query.clauses[number])) for number in addition.clauses]
            condition, params = _met(addition, LANGUAGES, field)
            if condition:
                yield tuple(n for n in numbers if n is not None), field, "added", condition, params


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
