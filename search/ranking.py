"""Ranking: how much of what was asked for a document has, and where it has it.

A clause of the query (a word, a compound, a phrase) counts by its rarity among the documents
(inverse document frequency) and by the fields it stands in: title and names, tags, summary,
anywhere; how often it stands there counts for nothing. A document is found when what it has makes
up :data:`ENOUGH` of the rarity of all that was asked for. Words that stand side by side in the
query and in the document count a little more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from .postings import Asked, Postings, neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a clause adds by where it stands; a title's words stand "anywhere" too. Their sum is 1.
WEIGHTS = {"": 0.4, "C": 0.15, "B": 0.2, "A": 0.25}
# How much of that a word keeps that was guessed: restored letters, corrections, synonyms.
GUESSED = 0.8
# The share of the rarity of all clauses that a document must have.
ENOUGH = 0.55
# Words side by side: at most this, for the best so many documents.
ADJACENT, ADJACENT_OF = 0.1, 100
# As if so many documents had a word that none has.
NEVER_SEEN = 0.5


@dataclass(frozen=True)
class Ranking:
    """The documents found, ids in ascending order, each with its score between 0 and 1.1."""

    ids: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    scores: NDArray[np.float64] = field(default_factory=lambda: np.empty(0, np.float64))


def ranked(postings: Postings) -> Ranking:
    """The documents with enough of what was asked for."""
    asked, found = postings.asked, postings.found
    if not found:
        return Ranking()
    rarity = rarities(postings)
    required = [each.is_required for each in asked]
    if not any(required):
        required = [True] * len(asked)
    phrases = sum(each.clause.is_phrase for each in asked)
    ids = np.unique(np.concatenate([posting.ids for posting in found]))
    score, has, has_phrases = (np.zeros(len(ids)) for _ in range(3))
    shares = [_share(each) for each in asked]
    for posting in found:
        at = np.searchsorted(ids, posting.ids)
        number = posting.clause
        share = 1 - GUESSED if posting.as_typed else shares[number]
        score[at] += WEIGHTS[posting.field] * share * rarity[number]
        # Counted once, where any reading of the clause is met.
        if not posting.field and not posting.as_typed:
            has[at] += rarity[number] * required[number]
            has_phrases[at] += asked[number].clause.is_phrase
    enough = has >= ENOUGH * float(rarity @ np.array(required, dtype=float)) - 1e-9
    enough &= has_phrases == phrases
    ids, score = ids[enough], score[enough] / rarity.sum()
    best = np.sort(np.argsort(-score, kind="stable")[:ADJACENT_OF])
    for pk, share in neighbours(asked, ids[best]).items():
        score[np.searchsorted(ids, pk)] += ADJACENT * share
    return Ranking(ids, score)


def rarities(postings: Postings) -> NDArray[np.float64]:
    """The inverse document frequency of each clause."""
    numbers = np.full(len(postings.asked), NEVER_SEEN)
    for posting in postings.found:
        if not posting.field and not posting.as_typed:
            numbers[posting.clause] = len(posting.ids)
    return np.log1p(max(postings.everything, 1) / numbers)


def _share(asked: Asked) -> float:
    """What any reading of a clause earns; the rest is for what was typed, if some was guessed."""
    return GUESSED if asked.clause.as_typed().rows != asked.clause.rows else 1.0
