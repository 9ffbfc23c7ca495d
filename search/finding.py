"""Finding: from what was typed to documents in order, for the reader's eyes and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import Q, QuerySet

from base.languages import active_language
from base.models.records import Who

from .analysis import Query, parse_query
from .columns import kept
from .expansion import Expanded, expanded
from .hits import Hits
from .lexicon import Correction, corrected
from .meaning import Similarities, similar
from .models import SearchDocument
from .own_city import likeness_to
from .postings import Postings, asked_of, everything, postings
from .ranking import Ranking, ranked, with_meaning

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
    """The documents that match, in no order, and what was understood of the words."""

    query: Query
    hits: Hits
    corrections: tuple[Correction, ...] = ()
    expansions: tuple[Expanded, ...] = ()
    evidence: Evidence | None = None


def find(text: str, user: Reader, *, type: str = "") -> Found:
    """Documents that have enough of what was asked for, in Polish or in English; all of them
    without words.
    """
    documents = visible_documents(user)
    query = parse_query(text)
    if not asked_of(query):
        ids = everything(query, who=Who.PUBLIC, type=type)
        return Found(query, _hits(ids, documents))
    query, expansions = expanded(query, who=Who.PUBLIC)
    found = postings(query, who=Who.PUBLIC, type=type)
    query, corrections = corrected(query, found.absent, who=Who.PUBLIC, type=type)
    if corrections:
        query, expansions = expanded(query, corrections, who=Who.PUBLIC)
        found = postings(query, who=Who.PUBLIC, type=type)
    # Who puts words in quotes wants them.
    alone = not any(clause.is_phrase for clause in query.clauses)
    near = similar(_meant(query, corrections), type=type)
    ranking = with_meaning(ranked(found), near, alone=alone, english=query.language == "en")
    hidden = _hidden(ranking.ids[ranking.by_meaning], documents)
    ranking = ranking.without(np.concatenate([found.excluded, hidden]))
    hits = _hits(ranking.ids, documents, ranking.scores, ranking.by_meaning)
    return Found(query, hits, corrections, expansions, Evidence(found, ranking, near))


def _meant(query: Query, corrections: Iterable[Correction]) -> str:
    """The words whose meaning is looked for: without the excluded, corrected."""
    words = {each.clause: each.word for each in corrections}
    return " ".join(
        words.get(number, clause.surface)
        for number, clause in enumerate(query.clauses)
        if not clause.excluded
    )


def _hidden(ids: NDArray[np.int64], visible: QuerySet[SearchDocument]) -> NDArray[np.int64]:
    """Those that are not visible: vectors in memory outlive the words of what is closed."""
    if not len(ids):
        return ids
    seen = visible.filter(pk__in=ids.tolist()).values_list("pk", flat=True)
    return np.setdiff1d(ids, np.fromiter(seen, np.int64))


def _hits(
    ids: NDArray[np.int64],
    among: QuerySet[SearchDocument],
    scores: NDArray[np.float64] | None = None,
    by_meaning: NDArray[np.bool_] | None = None,
) -> Hits:
    """These documents, as far as they are still there, ranked by their score and their trust."""
    columns = kept.of(ids)
    rows, there = columns.rows_of(ids)
    hits = Hits(
        columns,
        rows,
        np.zeros(len(ids)) if scores is None else scores,
        np.zeros(len(ids), np.bool_) if by_meaning is None else by_meaning,
        among,
    ).where(there)
    return hits.with_ranks(np.round(hits.ranks * _trust(hits), 6)) if scores is not None else hits


def _trust(hits: Hits) -> NDArray[np.float64]:
    """What a record earns for being checked, by its best sign of it."""
    trust = np.where(hits.have("features", ["fresh"]), 1 + FRESH, 1.0)
    for level, bonus in sorted(VERIFIED.items(), key=itemgetter(1)):
        trust[hits.have("verification", [level])] = 1 + bonus
    return trust


def ordered(hits: Hits, sort: str, own: City | None = None) -> Hits:
    """In the order asked for; by relevance when there are words, else the newest first.

    An archival or short record stands after a full one of the same rank. What comes from cities
    like the reader's ``own`` is more relevant, and without words nothing else is.
    """
    if sort == "cheapest":
        return hits.in_order(hits.costs, hits.alphabetical)
    if sort == "quickest":
        return hits.in_order(_times(hits), hits.alphabetical)
    if sort == "az":
        return hits.in_order(hits.alphabetical)
    level = 2 * hits.have("level", ["archival"]) + hits.have("level", ["short"])
    if sort == "newest":
        return hits.in_order(level, -hits.dates)
    relevance = hits.ranks
    if own is not None:
        like = likeness_to(own, hits)
        relevance = hits.ranks * (1 + LIKE * like) if hits.ranks.any() else like
    return hits.in_order(-relevance, level, -hits.dates)


def _times(hits: Hits) -> NDArray[np.int64]:
    """How long each takes to launch, as a place among the vocabulary's; unknown is the longest."""
    from practices.models.vocabularies import TimeToLaunch

    times = np.full(len(hits), len(TimeToLaunch.values))
    for place, value in enumerate(TimeToLaunch.values):
        times[hits.have("time_to_launch", [value])] = place
    return times


def in_language(hits: Hits) -> Hits:
    """Those the reader's language has; everything in Polish."""
    language = active_language()
    return hits if language == "pl" else hits.having("languages", [language])


def only_in_polish(hits: Hits) -> Hits:
    return hits.lacking("languages", "en")


__all__ = [
    "SORTS",
    "Found",
    "find",
    "in_language",
    "only_in_polish",
    "ordered",
    "visible_documents",
]
