"""Where the words of a text are: words, compounds and codes with their offsets.

A text is cut into chains of words joined by signs (`Bielsko-Biała`, `XXI/345/20`,
`biuro@zabrze.example.org`), and each chain into lexemes. The work grows with the length of the
text and no faster, whatever it consists of.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from .codes import address_spellings, before_host, code_spellings, joined_numbers
from .folding import INVISIBLE, plain
from .lexemes import LONGEST_WHOLE, LONGEST_WORD, Lexeme, Piece, Placed

# A longer compound (a table without spaces) is a row of words.
MOST_PIECES = 12
# A full cache holds about 20 MB.
CACHED_CHAINS = 30_000
_HYPHENS = frozenset("-\u2010\u2011")
_IN_CODES = frozenset("/.") | _HYPHENS
_BETWEEN_DIGITS = frozenset("\u2013,:")
_MARKS = "\u0300-\u036f"
_DIGITS = r"\d²³¹⁰-₉"
# No possessive quantifiers here: Debian 12's Python 3.11.2 takes a sign too many with them.
_WORD = f"[^\\W_](?:[^\\W_]|[{_MARKS}{INVISIBLE}]|['\u2019](?=[^\\W_]))*"
_WORDS = re.compile(_WORD)
_CHAINS = re.compile(f"{_WORD}(?:[-\u2010\u2011\u2013/.,:@+&=?#%~_{INVISIBLE}]{{1,6}}{_WORD})*")
_DECIMAL = re.compile(r"\d")
_RUNS = re.compile(f"[{_DIGITS}]+|[^\\W_{_DIGITS}](?:[^\\W_{_DIGITS}]|[{_MARKS}{INVISIBLE}])*")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_ADDRESSES = re.compile(
    r"(?P<web>(?:(?:https?|ftp)://|www\.)\S+)|[^\W_][^\s@:,/]{0,63}@[^\s@:,/]{1,255}", re.I
)
_DOMAIN = re.compile(r"[^/]+\.(?:pl|eu|org|com|net|info|edu|gov|uk|de)", re.I)
# MOPS-u, ZUS-owi, OPS-ami: a case ending, not a word.
_CASE_ENDING = re.compile(r"u|owi|i?em|i?e|y|a|ą|ę|i|ów|om|ami|ach")


def tokenise(text: str) -> list[Placed]:
    """The lexemes of a text in order, each with where it begins.

    A number or date written as several words is one.
    """
    placed = [
        (match.start() + offset, lexeme)
        for match in _CHAINS.finditer(text)
        for offset, lexeme in _lexemes_of(match[0])
    ]
    return joined_numbers(text, placed) if _DECIMAL.search(text) else placed


def _lexemes_of(chain: str) -> tuple[Placed, ...]:
    return _of_known_chain(chain) if len(chain) <= LONGEST_WORD else _of_chain(chain)


def _of_chain(chain: str) -> tuple[Placed, ...]:
    """The lexemes of a chain, each with where in it."""
    return tuple(_lexemes(chain))


@lru_cache(CACHED_CHAINS)
def _of_known_chain(chain: str) -> tuple[Placed, ...]:
    return _of_chain(chain)


def _lexemes(chain: str) -> Iterator[Placed]:
    start = 0
    if "@" in chain or "://" in chain or "www." in chain.lower():
        for address in _ADDRESSES.finditer(chain):
            yield from _words(chain, start, address.start())
            yield _address(chain, *address.span(), web=address["web"] is not None)
            start = address.end()
    yield from _words(chain, start, len(chain))


def _words(chain: str, start: int, end: int) -> Iterator[Placed]:
    """The lexemes of a part without addresses."""
    group: list[tuple[int, int]] = []
    for span in (match.span() for match in _WORDS.finditer(chain, start, end)):
        if group and not _joins(chain, group[-1][1], span[0]):
            yield from _compound(chain, group)
            group = []
        group.append(span)
    if group:
        yield from _compound(chain, group)


def _joins(text: str, left_end: int, right_start: int) -> bool:
    sign = _sign(text, left_end, right_start)
    if sign in _BETWEEN_DIGITS:
        return text[left_end - 1].isdecimal() and text[right_start].isdecimal()
    return sign in _IN_CODES


def _sign(text: str, start: int, end: int) -> str:
    return _INVISIBLE.sub("", text[start:end])


def _compound(text: str, words: list[tuple[int, int]]) -> Iterator[Placed]:
    """The lexemes of words joined by signs: one if it is a compound, else one for each word."""
    start, end = words[0][0], words[-1][1]
    if len(words) == 1:
        yield _word(text, start, end)
        return
    if len(words) > MOST_PIECES:
        for span in words:
            yield _word(text, *span)
        return
    spelled = text[start:end]
    pieces = tuple(_pieces(text, words, start))
    if any(character.isdecimal() for character in spelled):
        yield start, Lexeme(end - start, pieces, code_spellings(plain(spelled)))
    elif all(_sign(text, a[1], b[0]) in _HYPHENS for a, b in pairwise(words)):
        if len(words) == 2 and _CASE_ENDING.fullmatch(pieces[-1].text):
            yield start, Lexeme(end - start, pieces[:-1])
        else:
            yield start, Lexeme(end - start, pieces, hyphenated=True)
    elif _DOMAIN.fullmatch(spelled):
        yield start, Lexeme(end - start, pieces, address_spellings(plain(spelled)))
    else:  # a slash between alternatives, a full stop without its space
        hyphenated = [words[0]]
        for span in words[1:]:
            if _sign(text, hyphenated[-1][1], span[0]) not in _HYPHENS:
                yield from _compound(text, hyphenated)
                hyphenated = []
            hyphenated.append(span)
        yield from _compound(text, hyphenated)


def _word(text: str, start: int, end: int) -> Placed:
    """A word without signs; letters and digits in one (PM10, 2020r) are a compound."""
    word = text[start:end]
    runs = [match.span() for match in _RUNS.finditer(word)]
    # Letters with an apostrophe inside are one word.
    if not 1 < len(runs) <= MOST_PIECES or all(word[run[0]].isalpha() for run in runs):
        return start, Lexeme(len(word), (_piece(word, 0, len(word)),))
    pieces = tuple(_piece(word, *run) for run in runs)
    return start, Lexeme(len(word), pieces, (plain(word)[:LONGEST_WHOLE],))


def _address(text: str, start: int, end: int, *, web: bool) -> Placed:
    spelled = text[start:end]
    host = start + before_host(spelled) if web else start
    words = (match.span() for match in _WORDS.finditer(text, host, end))
    pieces = tuple(_pieces(text, words, start))
    if not pieces:
        return start, Lexeme(end - start, (_piece(spelled, 0, len(spelled)),))
    wholes = address_spellings(plain(spelled)) if web else (plain(spelled)[:LONGEST_WHOLE],)
    return start, Lexeme(end - start, pieces, wholes)


def _pieces(text: str, words: Iterable[tuple[int, int]], start: int) -> Iterator[Piece]:
    """The pieces of several words that are one lexeme from ``start`` on."""
    for place, word in (_word(text, *span) for span in words):
        for piece in word.pieces:
            yield Piece(place - start + piece.start, place - start + piece.end, piece.text)


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, plain(text[start:end])[:LONGEST_WORD])
