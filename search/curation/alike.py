"""Which tags may be the same: by the words of their names, across languages, by their spelling.

Knows no database: tags come in, pairs come out, each pair once, under the surest reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, product
from typing import Any

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from ..analysis import Language, fold, polish_analyser, word_terms, words_of

# Readings of a name that are compared.
MOST_READINGS = 24
# Names whose analysis is remembered: those of some thousand tags.
REMEMBERED = 20_000
# Letters that words of two languages must have in common, and the share of the shorter one.
COMMON_LETTERS, COMMON_SHARE = 5, 0.6
# Names as near as this are one mistake in six letters apart; shorter ones are not compared.
NEAR, SHORTEST = 0.84, 5
# What Polish and English write differently in the words they share: rewitalizacja, revitalisation.
_SKELETON = str.maketrans("wkjyz", "vciis")
_DIGITS = re.compile(r"\d+")

Pair = tuple[int, int]


@lru_cache(REMEMBERED)
def readings(text: str, language: Language) -> frozenset[str]:
    """The base forms of a name in every reading, in an order of their own."""
    places = [word_terms(word, language) for word in words_of(text)]
    found = {" ".join(sorted(reading)) for reading in islice(product(*places), MOST_READINGS)}
    return frozenset(found - {""})


def same_words(tags: Sequence[Any]) -> Iterator[Pair]:
    """Names and synonyms that are forms of the same Polish words."""
    return _sharing(tags, lambda tag: _read([tag.name, *tag.synonyms_pl], "pl"))


def same_in_english(tags: Sequence[Any]) -> Iterator[Pair]:
    """English names of the same words, or a Polish name beside another tag's English one."""
    yield from _sharing(tags, lambda tag: _read(_english(tag), "en"))
    yield from _international(tags)


def near_spelling(tags: Sequence[Any]) -> Iterator[Pair]:
    """Names that a slip of the hand tells apart; other figures are another thing."""
    known = [tag for tag in tags if len(fold(tag.name)) >= SHORTEST]
    names = [fold(tag.name) for tag in known]
    if not names:
        return
    similar = cdist(
        names, names, scorer=OSA.normalized_similarity, score_cutoff=NEAR, dtype=np.float32
    )
    for row, column in np.argwhere(np.triu(similar, 1)):
        if _DIGITS.findall(names[row]) == _DIGITS.findall(names[column]):
            yield _pair(known[row], known[column])


def _read(names: Iterable[str], language: Language) -> set[str]:
    return set[str]().union(*(readings(name, language) for name in names if name))


def _sharing(tags: Sequence[Any], keys_of: Any) -> Iterator[Pair]:
    bearing: dict[str, list[Any]] = defaultdict(list)
    for tag in tags:
        for key in keys_of(tag):
            bearing[key].append(tag)
    for sharing in bearing.values():
        for one, other in combinations(sharing, 2):
            yield _pair(one, other)


def _english(tag: Any) -> list[str]:
    """What a tag is called in English; a name in which no word is Polish may well be English."""
    names = [name for name in (tag.name_en, *tag.synonyms_en) if name]
    return names if _has_polish(tag.name) else [*names, tag.name]


@lru_cache(REMEMBERED)
def _has_polish(name: str) -> bool:
    """Whether the dictionary knows any of the words."""
    return any(map(polish_analyser().knows, words_of(name)))


def _international(tags: Sequence[Any]) -> Iterator[Pair]:
    by_start: dict[str, list[tuple[Any, list[str]]]] = defaultdict(list)
    for tag in tags:
        for name in _english(tag):
            words = _skeleton(name)
            for start in {word[:COMMON_LETTERS] for word in words}:
                by_start[start].append((tag, words))
    for tag in tags:
        words = _skeleton(tag.name)
        for start in {word[:COMMON_LETTERS] for word in words}:
            for other, english in by_start.get(start, ()):
                if other is not tag and _one_by_one(words, english):
                    yield _pair(tag, other)


@lru_cache(REMEMBERED)
def _skeleton(name: str) -> list[str]:
    return sorted(word.translate(_SKELETON) for word in fold(name).split())


def _one_by_one(words: list[str], others: list[str]) -> bool:
    return len(words) == len(others) and all(map(_of_one_stem, words, others))


def _of_one_stem(word: str, other: str) -> bool:
    if min(len(word), len(other)) < COMMON_LETTERS:
        return word == other
    common = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        common += 1
    return common >= max(COMMON_LETTERS, COMMON_SHARE * min(len(word), len(other)))


def _pair(one: Any, other: Any) -> Pair:
    return (one.pk, other.pk) if one.pk < other.pk else (other.pk, one.pk)
