"""Putting Polish letters back into words typed without them: *zolw* is żółw, *lodz* is łódź.

Every spelling Polish orthography allows is tried, and those the dictionary knows are kept. The
tables say which neighbours each Polish letter has in Polish words ("<" begins, ">" ends a word);
without them a long word would have thousands of spellings, with them it has a dozen.
"""

from collections.abc import Iterator
from itertools import islice

from .dictionary import Dictionary

LONGEST_WORD = 28
MOST_SPELLINGS = 300

_POLISH = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"}
_BEFORE = {
    "ą": "bcdefghijklłmnprstwzż",
    "ć": "<aąeęiłoóuyśźr",
    "ę": "bcdefghijklłmnprstwzż",
    "ł": "<aąeęioóuybcdghjkłmprstwzż",
    "ń": "aeiouyśźr",
    "ó": "<bcdefghijklłmnprstwzż",
    "ś": "<aąeęioóuydhjklłmrwz",
    "ź": "<aąeęioóuyd",
    "ż": "<aąeęioóuyćdhjklłmnrz",
}
_AFTER = {
    "ą": ">bcćdfgkłpsśtwzżź",
    "ć": ">bcdfkmpsuwż",
    "ę": ">bcćdgklłpsśtwzżź",
    "ł": ">aąeęoóuybcćdfgklłmnprsśtwzż",
    "ń": ">bckmst",
    "ó": "bcćdgjklłmprsśtwzżź",
    "ś": ">bcćklmnńprtw",
    "ź": ">bcćdgklmnńrsw",
    "ż": ">aąeęioóuybcdgklłmnrsw",
}


def spellings(word: str) -> Iterator[str]:
    """Other ways to spell a lower-case word, with one Polish letter or more put in."""

    def spell(begun: str, rest: str) -> Iterator[str]:
        last = begun[-1]
        if not rest:
            if ">" in _AFTER.get(last, ">"):
                yield begun[1:]
            return
        if last == "ś" and rest[0] == "c" and rest[1:2] != "i":
            rest = "ć" + rest[1:]  # softened together: ścieżka, miłość
        for letter in (rest[0], *_POLISH.get(rest[0], "")):
            if letter in _AFTER.get(last, letter) and last in _BEFORE.get(letter, last):
                yield from spell(begun + letter, rest[1:])

    for spelled in spell("<", word):
        if spelled != word:
            yield spelled


def restored(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """The Polish words somebody may have meant who typed `word` without (all) Polish letters."""
    if len(word) > LONGEST_WORD:
        return ()
    return tuple(filter(dictionary.knows, islice(spellings(word), MOST_SPELLINGS)))
