"""What somebody asks for: words, "phrases" and -exclusions, each with everything it may mean.

A query is a row of clauses. A clause is met by any of its *rows*; a row is terms at successive
positions, any of the alternatives at each: `Bielsku-Białej` is met by the compound as one term or
by a form of Bielsko followed by a form of Biała.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .folding import plain, without_controls
from .lexemes import Lexeme
from .literals import all_of, any_of, in_a_row, in_field, quoted
from .polish import polish_analyser
from .stopwords import STOP_WORDS
from .terms import LANGUAGES, Language, whole_terms, word_terms, words_of
from .tokens import tokenise

LONGEST_QUERY = 200
MOST_WORDS = 16

Origin = Literal["typed", "restored"]
_QUOTES = re.compile('[\\"\u201c-\u201f\u00ab\u00bb\u2033\uff02]')
_MINUS = frozenset("-\u2212\u2013")
_POLISH_LETTERS = frozenset("ąćęłńóśźż")


@dataclass(frozen=True, slots=True)
class Term:
    """An index term and how it came into the query.

    `typed`: a base form of the word; `restored`: of the word with Polish letters put in, which
    ranking may trust less.
    """

    text: str
    origin: Origin = "typed"


Row = tuple[tuple[Term, ...], ...]


Rows = Mapping[Language, tuple[Row, ...]]


def _tsquery(rows: Rows, language: Language) -> str:
    return any_of(
        in_a_row(any_of(quoted(term.text) for term in place) for place in row)
        for row in rows.get(language, ())
    )


def _tsquery_in(rows: Rows, language: Language, weight: str) -> str:
    return any_of(
        all_of(any_of(quoted(in_field(term.text, weight)) for term in place) for place in row)
        for row in rows.get(language, ())
    )


def _typed(place: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(term for term in place if term.origin == "typed")


@dataclass(frozen=True, slots=True)
class Clause:
    """A word, compound or quoted phrase of a query."""

    surface: str
    rows: Rows
    excluded: bool = False
    is_phrase: bool = False
    stop_word_in: frozenset[Language] = frozenset()

    def tsquery(self, language: Language) -> str:
        """What meets the clause, whether wanted or excluded, to be cast with `::tsquery`."""
        return _tsquery(self.rows, language)

    def tsquery_in(self, language: Language, weight: str) -> str:
        """What meets the clause within texts of one weight, wherever its words stand in them."""
        return _tsquery_in(self.rows, language, weight)

    def as_typed(self) -> "Clause":
        """The clause without the letters that were put in."""
        rows = {
            language: tuple(typed for row in rows if all(typed := tuple(map(_typed, row))))
            for language, rows in self.rows.items()
        }
        return replace(self, rows=rows)

    @property
    def is_restored(self) -> bool:
        """Whether it is a word once its Polish letters are put in."""
        return any(term.origin == "restored" for term in self.terms("pl"))

    def terms(self, language: Language) -> tuple[Term, ...]:
        """Every term of the clause once, however it came in first."""
        found: dict[str, Term] = {}
        for row in self.rows.get(language, ()):
            for place in row:
                for term in place:
                    found.setdefault(term.text, term)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Addition:
    """Synonyms or corrections of neighbouring clauses: any of their rows meets all of these."""

    clauses: tuple[int, ...]
    rows: Rows

    def tsquery(self, language: Language) -> str:
        """What meets the clauses, to be cast with `::tsquery`."""
        return _tsquery(self.rows, language)

    def tsquery_in(self, language: Language, weight: str) -> str:
        """What meets them within texts of one weight."""
        return _tsquery_in(self.rows, language, weight)


@dataclass(frozen=True, slots=True)
class Query:
    """An understood query.

    `text` is what was understood of what was typed; `is_shortened` says that it was longer than
    a query may be, so that the page can tell.
    """

    text: str
    clauses: tuple[Clause, ...]
    is_shortened: bool = False
    additions: tuple[Addition, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.clauses

    @property
    def excluded(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.excluded)

    def wanted(self, language: Language) -> tuple[Clause, ...]:
        """The clauses to look for: without stop words, unless there is nothing else."""
        return tuple(self.clauses[number] for number in self.numbers(language))

    def numbers(self, language: Language) -> list[int]:
        """Which clauses those are."""
        wanted = [number for number, each in enumerate(self.clauses) if not each.excluded]
        telling = [n for n in wanted if language not in self.clauses[n].stop_word_in]
        return telling or wanted

    @property
    def language(self) -> Language:
        """What it is written in, as far as its words tell; Polish where they do not."""
        english = polish = 0
        for clause in self.clauses:
            if clause.stop_word_in:
                english += "pl" not in clause.stop_word_in
                polish += "en" not in clause.stop_word_in
            elif clause.surface.isalpha():
                is_polish = clause.is_restored or polish_analyser().has_word(clause.surface.lower())
                polish += is_polish
                english += not is_polish
        return "en" if english > polish else "pl"

    def tsquery(self, language: Language, match: Literal["all", "any"] = "all") -> str:
        """The query in one language, to be cast with `::tsquery`; empty if there is nothing in it.

        Every wanted clause must be met, or any of them; no excluded one may be.
        """
        join = all_of if match == "all" else any_of
        wanted = join(self._met_by(number, language) for number in self.numbers(language))
        unwanted = self.excluded_tsquery(language)
        return all_of((wanted, unwanted and f"!{unwanted}"))

    def excluded_tsquery(self, language: Language) -> str:
        """What a document must not contain: a document in both languages, in either."""
        return any_of(clause.tsquery(language) for clause in self.excluded)

    def _met_by(self, number: int, language: Language) -> str:
        """What meets a clause, synonyms and corrections among it."""
        added = (each.tsquery(language) for each in self.additions if number in each.clauses)
        return any_of((self.clauses[number].tsquery(language), *added))

    def terms(self, language: Language) -> tuple[tuple[Term, ...], ...]:
        """The terms of each wanted clause, one tuple a clause."""
        return tuple(clause.terms(language) for clause in self.wanted(language))

    def adding(self, text: str, clauses: Sequence[int]) -> "Query":
        """The query in which the words of `text` in a row also meet these neighbouring clauses.

        For synonyms and corrections. A synonym of several words of the query (*budżet
        partycypacyjny*) stands for all of them.
        """
        pieces = list(words_of(text))[:MOST_WORDS]
        if not pieces:
            return self
        place = tuple(clauses)
        known = next(
            (each for each in self.additions if each.clauses == place), Addition(place, {})
        )
        rows = {
            language: tuple(dict.fromkeys((*known.rows.get(language, ()), _row(pieces, language))))
            for language in LANGUAGES
        }
        others = tuple(each for each in self.additions if each is not known)
        return replace(self, additions=(*others, Addition(place, rows)))


def _row(words: Sequence[str], language: Language) -> Row:
    return tuple(tuple(Term(term) for term in word_terms(word, language)) for word in words)


def parse_query(text: str, languages: Sequence[Language] = LANGUAGES) -> Query:
    """Understand a query; nothing typed is an error.

    Quotes of any shape make a phrase, a minus before a word or phrase excludes it. Of more than
    200 characters or 16 words the first are used and `is_shortened` is set.
    """
    clean = " ".join(_QUOTES.sub('"', without_controls(text)).split())
    shortened = len(clean) > LONGEST_QUERY
    if shortened:
        clean = clean[: LONGEST_QUERY + 1].rpartition(" ")[0] or clean[:LONGEST_QUERY]
    if clean.count('"') % 2:  # a quote still open is not a phrase yet
        clean = " ".join(clean[::-1].replace('"', " ", 1)[::-1].split())
    keyboard_has_letters = not _POLISH_LETTERS.isdisjoint(plain(clean))
    clauses: list[Clause] = []
    room = MOST_WORDS
    for surface, lexemes, excluded, is_phrase in _clauses(clean):
        words = sum(len(lexeme.pieces) for lexeme in lexemes)
        shortened = shortened or words > room
        if room < 1 or (words > room and not is_phrase):
            break
        rows = {
            language: _rows(
                lexemes,
                language,
                as_phrase=is_phrase,
                longest=room,
                guess_letters=not (keyboard_has_letters or excluded),
            )
            for language in languages
        }
        stop_word_in = frozenset(
            language
            for language in languages
            if not is_phrase and plain(surface) in STOP_WORDS[language]
        )
        if all(rows != other.rows or excluded is not other.excluded for other in clauses):
            clauses.append(Clause(surface, rows, excluded, is_phrase, stop_word_in))
        room -= words
    return Query(clean, tuple(clauses), shortened)


def _clauses(text: str) -> Iterator[tuple[str, list[Lexeme], bool, bool]]:
    """Surface, lexemes, whether excluded and whether a phrase, of each clause in order."""
    start = 0
    for index, stretch in enumerate(text.split('"')):
        lexemes = list(tokenise(stretch))
        if index % 2:
            if lexemes:
                phrase = [lexeme for _place, lexeme in lexemes]
                yield stretch.strip(), phrase, _is_excluded(text, start - 1), True
        else:
            for place, lexeme in lexemes:
                surface = stretch[place : place + lexeme.length]
                yield surface, [lexeme], _is_excluded(text, start + place), False
        start += len(stretch) + 1


def _is_excluded(text: str, start: int) -> bool:
    """Whether a minus stands directly before, and nothing but a space or bracket before that."""
    return text[start - 1 : start] in _MINUS and (start < 2 or text[start - 2] in " (")


def _rows(
    lexemes: Sequence[Lexeme],
    language: Language,
    *,
    as_phrase: bool,
    longest: int,
    guess_letters: bool,
) -> tuple[Row, ...]:
    """The rows of terms that meet a clause: its words in a row, a compound also as one."""
    words = [piece.text for lexeme in lexemes for piece in lexeme.pieces][:longest]
    in_parts: Row = tuple(_alternatives(word, language, guess_letters) for word in words)
    if as_phrase or not (wholes := whole_terms(lexemes[0], language)):
        return (in_parts,)
    return ((tuple(Term(term) for term in wholes),), in_parts)


def _alternatives(word: str, language: Language, guess_letters: bool) -> tuple[Term, ...]:
    """What a word may mean. A word that Polish has as it was typed keeps that reading first, and
    is read as typed without its letters only where the rest of the query was."""
    own = tuple(Term(term) for term in word_terms(word, language))
    if language != "pl" or not word.isalpha():
        return own
    if guess_letters or not polish_analyser().knows(word):
        return (*own, *(Term(term, "restored") for term in polish_analyser().restored_terms(word)))
    return own
