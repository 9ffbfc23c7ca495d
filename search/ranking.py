"""Ranking: how much of what was asked for a document has, and where it has it.

A clause of the query (a word, a compound, a phrase) counts by its rarity among the documents
(inverse document frequency) and by the fields it stands in: title and names, tags, summary,
anywhere; how often it stands there counts for nothing. A document is found when what it has makes
up :data:`ENOUGH` of the rarity of all that was asked for. Words that stand side by side in the
query and in the document count a little more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from .postings import FIELDS, Posting, Postings, neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .meaning import Similarities

# What a clause adds by where it stands; a title's words stand "anywhere" too. Their sum is 1.
WEIGHTS = {"": 0.4, "C": 0.15, "B": 0.2, "A": 0.25}
# How much of that a word keeps that was guessed: restored letters, corrections, synonyms.
GUESSED = 0.8
# The share of the rarity of all clauses that a document must have.
ENOUGH = 0.55
# Words side by side: at most this, for the best so many documents.
ADJACENT, ADJACENT_OF = 0.1, 100
# What a document of the same meaning earns beside its words; and as many found are few.
MEANING, FEW = 0.5, 12
# What too small a part of the words earns, and words of another language, guessed from meaning.
PARTLY, GUESSED_WORDS = 0.5, 0.8
# As if so many documents had a word that none has.
NEVER_SEEN = 0.5


@dataclass(frozen=True)
class Ranking:
    """The documents found, ids in ascending order, each with its score.

    ``by_meaning`` are those without the words. ``some`` are all documents with any of what was
    asked for, and ``parts`` how large a part of it each has. ``adjacent`` is what words side by
    side have earned, by document.
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.float64]
    by_meaning: NDArray[np.bool_]
    some: NDArray[np.int64]
    parts: NDArray[np.float64]
    adjacent: Mapping[int, float] = field(default_factory=dict)

    def without(self, ids: NDArray[np.int64]) -> Ranking:
        """The same but for these documents."""
        kept = ~np.isin(self.ids, ids)
        return replace(
            self,
            ids=self.ids[kept],
            scores=self.scores[kept],
            by_meaning=self.by_meaning[kept],
        )


def ranked(postings: Postings) -> Ranking:
    """The documents with enough of what was asked for."""
    asked, found = postings.asked, postings.found
    if not found:
        nothing, zero = np.empty(0, np.int64), np.empty(0)
        return Ranking(nothing, zero, np.empty(0, np.bool_), nothing, zero)
    ids = np.unique(np.concatenate([posting.ids for posting in found]))
    shares = _shares(postings, ids)
    rarity = rarities(postings)
    required = np.array([each.is_required for each in asked])
    if not required.any():
        required[:] = True
    has = shares[:, FIELDS.index("")] > 0
    parts = (rarity * required) @ has / (rarity @ required)
    enough = parts >= ENOUGH - 1e-9
    enough &= has[[each.clause.is_phrase for each in asked]].all(axis=0)
    some, ids, shares = ids, ids[enough], shares[:, :, enough]
    weights = np.array([WEIGHTS[field] for field in FIELDS])
    scores = np.einsum("c,f,cfd->d", rarity, weights, shares) / rarity.sum()
    best = np.sort(np.argsort(-scores, kind="stable")[:ADJACENT_OF])
    adjacent = {pk: ADJACENT * share for pk, share in neighbours(asked, ids[best]).items()}
    for pk, bonus in adjacent.items():
        scores[np.searchsorted(ids, pk)] += bonus
    return Ranking(ids, scores, np.zeros(len(ids), np.bool_), some, parts, adjacent)


def with_meaning(ranking: Ranking, similar: Similarities, *, alone: bool, english: bool) -> Ranking:
    """What is nearer in meaning ranks higher; ``alone``: where words find few, it is found, too.

    A document without English cannot have the words of an ``english`` query: what they would earn
    is guessed from its meaning.
    """
    ids = ranking.ids
    if alone and len(ids) < FEW:
        ids = np.union1d(ids, similar.near(ranking.some, ranking.parts))
    by_words = np.isin(ids, ranking.ids)
    near = similar.scores(ids)
    words = np.zeros(len(ids))
    if len(ranking.some):
        at = np.minimum(np.searchsorted(ranking.some, ids), len(ranking.some) - 1)
        words = np.where(ranking.some[at] == ids, PARTLY * ranking.parts[at], 0.0)
    words[by_words] = ranking.scores
    if english:
        words = np.where(similar.has_english(ids), words, np.maximum(words, GUESSED_WORDS * near))
    return replace(ranking, ids=ids, scores=words + MEANING * near, by_meaning=~by_words)


def _shares(postings: Postings, ids: NDArray[np.int64]) -> NDArray[np.float32]:
    """How much of each clause (first axis) each field (second) of each document (third) has."""
    shares = np.zeros((len(postings.asked), len(FIELDS), len(ids)), np.float32)
    for posting in postings.found:
        at = np.searchsorted(ids, posting.ids)
        for number in posting.clauses:
            place = shares[number, FIELDS.index(posting.field)]
            place[at] = np.maximum(place[at], share_of(postings, posting))
    return shares


def share_of(postings: Postings, posting: Posting) -> float:
    """How much of a field's weight a reading earns: all where it is what was typed."""
    clause = postings.asked[posting.clauses[0]].clause if posting.clauses else None
    is_guess = posting.reading == "added" or (
        posting.reading == "asked" and clause is not None and clause.as_typed().rows != clause.rows
    )
    return GUESSED if is_guess else 1.0


def rarities(postings: Postings) -> NDArray[np.float64]:
    """The inverse document frequency of each clause as it was asked: synonyms make none common."""
    numbers = np.full(len(postings.asked), NEVER_SEEN)
    for reading in ("added", "asked"):
        for posting in postings.found:
            if not posting.field and posting.reading == reading:
                numbers[list(posting.clauses)] = len(posting.ids)
    return np.log1p(max(postings.everything, 1) / numbers)
