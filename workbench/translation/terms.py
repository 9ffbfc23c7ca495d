"""The glossary at work: terms found in a Polish text, and what its English does with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from base.text import plain
from search.analysis import Language, analyse

from ..models import Term
from .segments import Segment


@dataclass(frozen=True)
class Finding:
    """A term whose English is not what the glossary says; ``used`` is the variant to avoid.

    ``used`` is empty where neither the term nor a variant is there, which may be right: the
    sentence may have been put otherwise.
    """

    segment: Segment
    term: Term
    used: str


class Glossary:
    """All terms, read once for a page."""

    def __init__(self, terms: Iterable[Term] | None = None) -> None:
        self._by_first_word: dict[str, list[tuple[list[set[str]], Term]]] = defaultdict(list)
        for term in Term.objects.all() if terms is None else terms:
            words = _words(term.polish, "pl")
            for first in words[0] if words else ():
                self._by_first_word[first].append((words, term))

    def terms_in(self, polish: str) -> list[Term]:
        """The terms that occur in a Polish text, in any form, in the order they are met."""
        if not self._by_first_word:
            return []
        words = _words(polish, "pl")
        found: dict[int, Term] = {}
        for place, forms in enumerate(words):
            for first in forms:
                for wanted, term in self._by_first_word.get(first, ()):
                    if _stands_at(words, place, wanted):
                        found[term.pk] = term
        return list(found.values())

    def mark(self, segments: Iterable[Segment]) -> None:
        """Put on each segment the terms that occur in it."""
        for segment in segments:
            segment.terms = self.terms_in(segment.words)

    def findings(self, segments: Iterable[Segment]) -> Iterator[Finding]:
        """Where the English of marked segments goes against the glossary."""
        for segment in segments:
            if not segment.is_translated or not segment.terms:
                continue
            english = _English(plain(segment.english))
            for term in segment.terms:
                used = next((each for each in term.avoided if english.says(each)), "")
                if used or not english.says(term.english):
                    yield Finding(segment, term, used)


class _English:
    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> list[set[str]]:
        return _words(self.text, "en")

    def says(self, phrase: str) -> bool:
        wanted = _words(phrase, "en")
        return bool(wanted) and any(
            _stands_at(self.words, place, wanted) for place in range(len(self.words))
        )


def _words(text: str, language: Language) -> list[set[str]]:
    """The base forms of each word of a text; a compound's parts stand each at its own place."""
    words: list[set[str]] = []
    for token in analyse(text, language):
        while len(words) < token.position:
            words.append(set())
        words[token.position - 1].update(token.terms)
    return words


def _stands_at(words: list[set[str]], place: int, wanted: list[set[str]]) -> bool:
    return len(words) - place >= len(wanted) and all(
        words[place + offset] & forms for offset, forms in enumerate(wanted)
    )
