"""Ranking: how much of what was asked for a document has, and where it has it.

A clause of the query (a word, a compound, a phrase) counts by its rarity among the documents
(inverse document frequency) and by the fields it stands in: title and names, tags, summary,
anywhere; how often it stands there counts for nothing. A document is found when what it has makes
up :data:`ENOUGH` of the rarity of all that was asked for. Words that stand side by side in the
query and in the document count a little more.

Fields are terms of their own (see ``analysis.literals.in_field``), so that the index of the word
vectors can answer everything but the neighbourhood. Whether PostgreSQL asks it is the planner's to
say: of some thousand long documents it still reads the vectors (docs/benchmarks.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .analysis import LANGUAGES, Clause, Language, Query

# What a clause adds by where it stands; a title's words stand "anywhere" too. Their sum is 1.
FIELDS = {"": 0.4, "C": 0.15, "B": 0.2, "A": 0.25}
# How much of that a word keeps that was guessed: restored letters, corrections, synonyms.
GUESSED = 0.8
# The share of the rarity of all clauses that a document must have.
ENOUGH = 0.55
# Words side by side: at most this, for the best so many documents.
ADJACENT, ADJACENT_OF = 0.1, 100
# As if so many documents had a word that none has.
NEVER_SEEN = 0.5


@dataclass(frozen=True)
class Statement:
    """SQL that yields ``document_id`` and ``score``, between 0 and 1.1."""

    sql: str
    params: list[Any]


def statement(query: Query, *, who: str, type: str = "") -> Statement | None:
    """How the documents of a query are found and ranked; nothing where nothing is asked for."""
    asked = asked_of(query)
    if not asked:
        return None
    among = "who = %s AND type = %s" if type else "who = %s"
    among_params = [who, type] if type else [who]
    hits: list[str] = []
    params: list[Any] = []
    for number, each in enumerate(asked):
        for anywhere, weight, condition, values in _places(each):
            hits.append(
                f"SELECT {number} AS clause, {anywhere} AS anywhere, {weight}::float8 AS weight, id"
                f" FROM search_searchdocument WHERE {among} AND ({condition})"
            )
            params += [*among_params, *values]
    required = [number for number, each in enumerate(asked) if each.is_required]
    required = required or list(range(len(asked)))
    phrases = [number for number, each in enumerate(asked) if each.clause.is_phrase]
    pairs, pair_params = _pairs(asked)
    sql = f"""
        WITH hit AS MATERIALIZED ({" UNION ALL ".join(hits)}),
        counted AS (SELECT count(*)::float8 AS everything FROM search_searchdocument WHERE {among}),
        rarity AS (
            SELECT clause, ln(1 + everything / greatest(number, {NEVER_SEEN})) AS rarity
            FROM counted, (
                SELECT wanted.clause, count(hit.id) AS number
                FROM unnest(%s::int[]) AS wanted(clause)
                LEFT JOIN hit ON hit.clause = wanted.clause AND hit.anywhere
                GROUP BY wanted.clause
            ) AS numbers
        ),
        total AS (
            SELECT sum(rarity) AS all_clauses,
                coalesce(sum(rarity) FILTER (WHERE clause = ANY(%s::int[])), 0) AS required
            FROM rarity
        ),
        scored AS (
            SELECT hit.id, sum(weight * rarity) / max(all_clauses) AS score
            FROM hit JOIN rarity USING (clause) CROSS JOIN total
            GROUP BY hit.id
            HAVING coalesce(sum(rarity) FILTER (WHERE anywhere AND clause = ANY(%s::int[])), 0)
                    >= {ENOUGH} * max(required)
                AND count(*) FILTER (WHERE anywhere AND clause = ANY(%s::int[])) = %s
        ),
        best AS MATERIALIZED (SELECT id FROM scored ORDER BY score DESC LIMIT {ADJACENT_OF}),
        adjacent AS MATERIALIZED (
            SELECT id, {pairs} AS bonus FROM best JOIN search_searchdocument USING (id)
        )
        SELECT scored.id AS document_id, score + coalesce(bonus, 0) AS score
        FROM scored LEFT JOIN adjacent USING (id)"""
    params = [
        *params, *among_params, list(range(len(asked))), required, required, phrases,
        len(phrases), *pair_params,
    ]  # fmt: skip
    return Statement(sql, params)


@dataclass(frozen=True)
class Asked:
    """A clause, and the languages it is looked for in: not where it is a stop word."""

    clause: Clause
    languages: tuple[Language, ...]

    @property
    def is_required(self) -> bool:
        """Whether it is missed where it is not found."""
        return self.languages == LANGUAGES


def asked_of(query: Query) -> list[Asked]:
    """The clauses that rank, in their order."""
    wanted = {language: set(map(id, query.wanted(language))) for language in LANGUAGES}
    asked = [
        Asked(clause, tuple(code for code in LANGUAGES if id(clause) in wanted[code]))
        for clause in query.clauses
    ]
    return [each for each in asked if each.languages]


def _places(asked: Asked) -> Iterator[tuple[bool, float, str, list[str]]]:
    """Where a clause may stand: whether that is anywhere, what it adds, condition, parameters."""
    clause, typed = asked.clause, asked.clause.as_typed()
    guessed = typed.rows != clause.rows
    for field, weight in FIELDS.items():
        readings = [(clause, GUESSED), (typed, 1 - GUESSED)] if guessed else [(clause, 1.0)]
        for reading, share in readings:
            condition, params = _met(reading, asked.languages, field)
            if condition:
                # Counted once, where any reading of the clause is met.
                anywhere = not field and reading is clause
                yield anywhere, weight * share, condition, params


def _met(clause: Clause, languages: Iterable[Language], field: str) -> tuple[str, list[str]]:
    conditions, params = [], []
    for language in languages:
        literal = clause.tsquery_in(language, field) if field else clause.tsquery(language)
        if literal:
            conditions.append(f"vector_{language} @@ %s::tsquery")
            params.append(literal)
    return " OR ".join(conditions), params


def _pairs(asked: list[Asked]) -> tuple[str, list[str]]:
    """The share of the pairs of neighbours in the query that are neighbours in the document."""
    terms, params = [], []
    for first, second in pairwise(asked):
        conditions = []
        for language in LANGUAGES:
            literals = [each.clause.tsquery(language) for each in (first, second)]
            if all(literals):
                conditions.append(f"vector_{language} @@ %s::tsquery")
                params.append(" <-> ".join(literals))
        if conditions:
            terms.append(f"CASE WHEN {' OR '.join(conditions)} THEN 1.0 ELSE 0.0 END")
    if not terms:
        return "0.0", []
    return f"{ADJACENT} * ({' + '.join(terms)}) / {len(terms)}", params
