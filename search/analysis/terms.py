"""Text to tokens with index terms: the one function behind indexing, querying and highlighting."""

from collections.abc import Iterable
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
    for lexeme in tokenise(text):
        if wholes := whole_terms(lexeme, language):
            surface = text[lexeme.start : lexeme.end]
            tokens.append(Token(lexeme.start, lexeme.end, position, surface, wholes))
        single = len(lexeme.pieces) == 1
        for piece in lexeme.pieces:
            # A word with a case ending of its own (MOPS-u) is marked up to its end.
            start, end = (lexeme.start, lexeme.end) if single else (piece.start, piece.end)
            terms = word_terms(piece.text, language)
            tokens.append(Token(start, end, position, text[start:end], terms))
            position += 1
    return tokens


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
