"""Finding: from what was typed to documents in order, for the reader's eyes and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    F,
    FloatField,
    Q,
    QuerySet,
    Value,
    When,
)
from django_cte import CTE, with_cte
from django_cte.raw import raw_cte_sql

from base.languages import active_language
from base.models.records import Who

from .analysis import LANGUAGES, Query, parse_query
from .arrays import to_array
from .expansion import Expanded, expanded
from .lexicon import Correction, corrected
from .meaning import Similarities, similar
from .models import SearchDocument
from .own_city import likeness_to
from .postings import Postings, asked_of, having, postings
from .ranking import Ranking, ranked, with_meaning

if TYPE_CHECKING:
    from base.access import Reader
    from registers.models import City

# Gentle: among records that answer as well, those confirmed by adoption, an expert, lately.
VERIFIED = {"adopted": 0.03, "assessed": 0.02}
FRESH = 0.01
# What a record of a city like the reader's own earns, where the two are alike in everything.
LIKE = 0.2
SORTS = ("relevance", "newest", "cheapest", "quickest", "az")


def visible_documents(user: Reader) -> QuerySet[SearchDocument]:
    """The documents ``user`` may find; until members have accounts, what is public.

    The copy of the audience is checked against the audience itself, so that a document not yet
    indexed again shows nothing that was closed a moment ago.
    """
    return SearchDocument.objects.filter(
        Q(page__isnull=True) | Q(page__live=True, page__audience__who=Who.PUBLIC),
        who=Who.PUBLIC,
    )


@dataclass(frozen=True)
class Evidence:
    """What the ranking of the words rests on."""

    postings: Postings
    ranking: Ranking
    similar: Similarities


@dataclass(frozen=True)
class Found:
    """The documents that match, unordered by page, and what was understood of the words."""

    query: Query
    documents: QuerySet[SearchDocument]
    corrections: tuple[Correction, ...] = ()
    expansions: tuple[Expanded, ...] = ()
    evidence: Evidence | None = None


def find(text: str, user: Reader, *, type: str = "") -> Found:
    """Documents that have enough of what was asked for, in Polish or in English; all of them
    without words.
    """
    documents = visible_documents(user)
    if type:
        documents = documents.filter(type=type)
    query = parse_query(text)
    if not asked_of(query):
        documents = documents.annotate(rank=Value(0.0), by_meaning=Value(False))
        return Found(query, _without_excluded(documents, query))
    query, expansions = expanded(query, documents)
    found = postings(query, who=Who.PUBLIC, type=type)
    query, corrections = corrected(query, found.absent, documents)
    if corrections:
        query, expansions = expanded(query, documents, corrections)
        found = postings(query, who=Who.PUBLIC, type=type)
    # Who puts words in quotes wants them.
    alone = not any(clause.is_phrase for clause in query.clauses)
    near = similar(_meant(query, corrections), type=type)
    ranking = with_meaning(ranked(found), near, alone=alone, english=query.language == "en")
    ranking = ranking.without(found.excluded)
    evidence = Evidence(found, ranking, near)
    return Found(query, _ranked(documents, ranking), corrections, expansions, evidence)


def _meant(query: Query, corrections: Iterable[Correction]) -> str:
    """The words whose meaning is looked for: without the excluded, corrected."""
    words = {each.clause: each.word for each in corrections}
    return " ".join(
        words.get(number, clause.surface)
        for number, clause in enumerate(query.clauses)
        if not clause.excluded
    )


def _ranked(documents: QuerySet[SearchDocument], ranking: Ranking) -> QuerySet[SearchDocument]:
    """Those of the documents that were found, each with its ``rank``, and whether by meaning."""
    if not len(ranking.ids):
        return documents.none().annotate(rank=Value(0.0), by_meaning=Value(False))
    columns = {"document_id": BigIntegerField(), "score": FloatField(), "near": BooleanField()}
    sql = (
        "SELECT * FROM unnest(%s::bigint[], %s::float8[], %s::bool[])"
        " AS found(document_id, score, near)"
    )
    params = [to_array(each) for each in (ranking.ids, ranking.scores, ranking.by_meaning)]
    found = CTE(raw_cte_sql(sql, params, columns), name="ranked", materialized=True)
    documents = with_cte(found, select=found.join(documents, pk=found.col.document_id))
    return documents.annotate(rank=found.col.score * _trust(), by_meaning=found.col.near)


def _trust() -> Case:
    """What a record earns for being checked, by its best sign of it."""
    signs = [
        *(When(verification=value, then=Value(1 + bonus)) for value, bonus in VERIFIED.items()),
        When(features__contains=["fresh"], then=Value(1 + FRESH)),
    ]
    return Case(*signs, default=Value(1.0), output_field=FloatField())


def _without_excluded(
    documents: QuerySet[SearchDocument], query: Query
) -> QuerySet[SearchDocument]:
    """A document in both languages must not contain an excluded word in either."""
    for language in LANGUAGES:
        if literal := query.excluded_tsquery(language):
            documents = documents.exclude(having(f"vector_{language} @@ %s::tsquery", [literal]))
    return documents


def ordered(found: Found, sort: str, own: City | None = None) -> QuerySet[SearchDocument]:
    """In the order asked for; by relevance when there are words, else the newest first.

    An archival or short record stands after a full one of the same rank. What comes from cities
    like the reader's ``own`` is more relevant, and without words nothing else is.
    """
    documents = found.documents.annotate(
        level_order=Case(
            When(level="archival", then=Value(2)),
            When(level="short", then=Value(1)),
            default=Value(0),
        )
    )
    if sort == "cheapest":
        return documents.order_by(F("total_cost").asc(nulls_last=True), "sort_key", "key")
    if sort == "quickest":
        return documents.annotate(_time=_time_order()).order_by("_time", "sort_key", "key")
    if sort == "az":
        return documents.order_by("sort_key", "key")
    if own is not None and sort != "newest":
        documents = documents.annotate(_like=likeness_to(own)).alias(
            _suits=F("rank") * (1 + LIKE * F("_like"))
        )
        first = "-_like" if found.query.is_empty else "-_suits"
        return documents.order_by(first, "level_order", F("date").desc(nulls_last=True), "key")
    if sort == "newest" or found.query.is_empty:
        return documents.order_by("level_order", F("date").desc(nulls_last=True), "key")
    return documents.order_by("-rank", "level_order", F("date").desc(nulls_last=True), "key")


def _time_order() -> Case:
    from practices.models.vocabularies import TimeToLaunch

    return Case(
        *[
            When(time_to_launch=value, then=Value(order))
            for order, value in enumerate(TimeToLaunch.values)
        ],
        default=Value(99),
    )


def in_language(documents: QuerySet[SearchDocument]) -> QuerySet[SearchDocument]:
    """Those the reader's language has; everything in Polish."""
    language = active_language()
    return documents if language == "pl" else documents.filter(languages__contains=[language])


def only_in_polish(documents: QuerySet[SearchDocument]) -> QuerySet[SearchDocument]:
    return documents.exclude(languages__contains=["en"])


__all__ = [
    "SORTS",
    "Found",
    "find",
    "in_language",
    "only_in_polish",
    "ordered",
    "visible_documents",
]
