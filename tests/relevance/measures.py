"""How good a ranking is, by the grades of what it should have found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

# Names of records in the order they were found; the grade of each record that answers.
Ranking = Sequence[str]
Grades = Mapping[str, int]
DEPTH = 10


def ndcg(ranking: Ranking, grades: Grades, depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain, between 0 and 1 (Järvelin and Kekäläinen, 2002).

    The gain of a grade g is 2^g - 1. A query that nothing answers scores 1 where nothing is found.
    """
    if not grades:
        return 0.0 if ranking else 1.0
    ideal = sorted(grades.values(), reverse=True)
    found = [grades.get(name, 0) for name in ranking]
    return _discounted(found[:depth]) / _discounted(ideal[:depth])


def _discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def recall(ranking: Ranking, grades: Grades, depth: int = DEPTH) -> float:
    """The share of what answers that stands among the first."""
    return len(grades.keys() & set(ranking[:depth])) / len(grades) if grades else 1.0


def reciprocal_rank(ranking: Ranking, grades: Grades) -> float:
    """One over the place of the first record with the best grade there is."""
    best = max(grades.values(), default=0)
    for place, name in enumerate(ranking, start=1):
        if grades.get(name) == best:
            return 1 / place
    return 0.0
