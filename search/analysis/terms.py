"""Text to tokens with index terms: the one function behind indexing, querying and highlighting."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

from .english import english_terms
from .lexemes import LONGEST_WHOLE, Lexeme
from .polish import polish_analyser
from .tokens import tokenise

Language = Literal["pl", "en"]
LANGUAGES: tuple[Language, ...] = ("pl", "en")
# Readings of a compound's parts combined; one with more is found by its parts in a row alone.
MOST_COMBINATIONS = 24
# Entries of the cache; a full one holds about 15 MB.
CACHED_LEXEMES = 30_000
# Only compounds that open with as few letters are written as one word too: e-usługa, co-working.
LONGEST_PREFIX = 3


class Token(NamedTuple):
    """A word of a text: `surface` is `text[start:end]`, `terms` what it is found by.

    Positions begin at 1. A compound comes before its parts and shares the first one's position.
    """

    start: int
    end: int
    position: int
    surface: str
    terms: tuple[str, ...]


def analyse(text: str, language: Language) -> list[Token]:
    """The tokens of a text in one language, parts of compounds as well as their wholes."""
    tokens: list[Token] = []
    position = 1
    for start, lexeme in tokenise(text):
        end = start + lexeme.length
        wholes, parts = terms_of(lexeme, language)
        if wholes:
            tokens.append(Token(start, end, position, text[start:end], wholes))
        single = len(parts) == 1
        for piece, terms in zip(lexeme.pieces, parts, strict=True):
            # A word with a case ending of its own (MOPS-u) is marked up to its end.
            span = (start, end) if single else (start + piece.start, start + piece.end)
            tokens.append(Token(*span, position, text[slice(*span)], terms))
            position += 1
    return tokens


def places(text: str, language: Language) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Positions and terms of the tokens of a text: what an index keeps of it."""
    position = 1
    for _start, lexeme in tokenise(text):
        wholes, parts = terms_of(lexeme, language)
        if wholes:
            yield position, wholes
        for terms in parts:
            yield position, terms
            position += 1


def words_of(text: str) -> Iterator[str]:
    """The words and numbers of a text as they are written, in plain form."""
    for _start, lexeme in tokenise(text):
        for piece in lexeme.pieces:
            yield piece.text


@lru_cache(CACHED_LEXEMES)
def terms_of(
    lexeme: Lexeme, language: Language
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The index terms of a lexeme as a whole, none for a simple word, and of each of its pieces."""
    parts = tuple(word_terms(piece.text, language) for piece in lexeme.pieces)
    return whole_terms(lexeme, language), parts


def word_terms(word: str, language: Language) -> tuple[str, ...]:
    """The index terms of a plain word or number."""
    if word.isdecimal():
        return (word,)
    if language == "pl":
        return polish_analyser().terms(word)
    if language == "en":
        return english_terms(word)
    raise ValueError(f"No word analysis for the language {language!r}")


def whole_terms(lexeme: Lexeme, language: Language) -> tuple[str, ...]:
    """The index terms of a compound taken as one; none for a simple word.

    Of a hyphenated one: its base form where the dictionary has it (`e-usługa`), else those of its
    parts joined again (`bielsko-biała`), and the same as one word after a short first part
    (`eusługa`).
    """
    if not lexeme.hyphenated:
        return lexeme.wholes
    words = [piece.text for piece in lexeme.pieces]
    one_word = word_terms("".join(words), language) if len(words[0]) <= LONGEST_PREFIX else ()
    if language == "pl" and (known := polish_analyser().compound_base_forms("-".join(words))):
        return _unique((*known, *one_word))
    parts = [word_terms(word, language) for word in words]
    count = 1
    for terms in parts:
        count *= len(terms)
    if count > MOST_COMBINATIONS:
        return one_word
    return _unique((*("-".join(terms)[:LONGEST_WHOLE] for terms in product(*parts)), *one_word))


def _unique(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
