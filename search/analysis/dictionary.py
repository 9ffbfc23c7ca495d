"""The Polish dictionary: which base forms a written form may belong to.

Morfeusz 2 with the Grammatical Dictionary of Polish (SGJP), both under the 2-clause BSD licence;
docs/word-analysis.md has the notice. The dictionary comes with the package and is replaced with it.
"""

import importlib
import logging
import threading
from typing import Any, NamedTuple, Protocol

logger = logging.getLogger(__name__)

# Letters. Shorter unknown words are looked up with a full stop: r. is rok, art. is artykuł.
_LONGEST_ABBREVIATION = 4


class BaseForms(NamedTuple):
    """What a written form may belong to, in lower case; both empty where it is unknown.

    Nearly every Polish word is somebody's surname as well, so those stand apart.
    """

    words: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()


class Dictionary(Protocol):
    """What the Polish analyser asks of a dictionary. It may be called from several threads."""

    def base_forms(self, word: str) -> BaseForms:
        """Every base form of a lower-case word."""

    def knows(self, word: str) -> bool:
        """Whether the word is a form of any base form."""


class EmptyDictionary:
    """Knows no word: every word goes to the suffix stripper."""

    def base_forms(self, word: str) -> BaseForms:
        return BaseForms()

    def knows(self, word: str) -> bool:
        return False


class MorfeuszDictionary:
    """Morfeusz 2, all readings of a form, whatever its case.

    One instance serves all threads behind a lock: Morfeusz objects are not thread-safe, another
    one costs 9 MB, and the work is done under the interpreter's own lock anyway.
    """

    def __init__(self, morfeusz2: Any) -> None:
        self._lock = threading.Lock()
        self._morfeusz = morfeusz2.Morfeusz(
            analyse=True, generate=False, case_handling=morfeusz2.IGNORE_CASE
        )

    def base_forms(self, word: str) -> BaseForms:
        found = self._readings(_as_looked_up(word))
        if not any(found) and len(word) <= _LONGEST_ABBREVIATION:
            found = self._readings(f"{word}.")
        return found

    def knows(self, word: str) -> bool:
        with self._lock:
            found = self._morfeusz.analyse(_as_looked_up(word))
        return bool(found) and found[0][2][2] != "ign"

    def _readings(self, written: str) -> BaseForms:
        with self._lock:
            readings = self._morfeusz.analyse(written)
        words: dict[str, None] = {}
        surnames: dict[str, None] = {}
        for start, _end, (_form, lemma, tag, labels, _qualifiers) in readings:
            if start or tag == "ign":  # the first segment has the meaning: zrobił|by|m, do|ń
                continue
            # SGJP tells homonyms apart by a suffix (Wola:Sm1) and joins titles of several words.
            base = lemma.partition(":")[0].lower()
            if "_" not in base:
                (surnames if labels == ["nazwisko"] else words)[base] = None
        return BaseForms(tuple(words), tuple(surnames))


def _as_looked_up(word: str) -> str:
    """A form in -o with the hyphen of a compound adjective (społeczno-gospodarczy).

    That reading is given only before a hyphen; all other readings are given there as well.
    """
    return f"{word}-" if word.endswith("o") else word


def open_dictionary(module: str = "morfeusz2") -> Dictionary:
    """The dictionary of this machine, or an empty one with a warning where there is none.

    Morfeusz has no wheel for Linux on ARM; the search goes on there with suffixes alone.
    """
    try:
        return MorfeuszDictionary(importlib.import_module(module))
    except ImportError:
        logger.warning(
            "%s is not installed: Polish words are matched by their suffixes alone and letters "
            "missing in queries are not restored",
            module,
        )
        return EmptyDictionary()
