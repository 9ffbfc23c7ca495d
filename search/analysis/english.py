"""English words to index terms: Snowball stems, one spelling for British and American words."""

import re
import threading
from functools import lru_cache

import snowballstemmer

from .folding import fold

CACHED_WORDS = 20_000
_stemmer = snowballstemmer.stemmer("english")
# A stemmer keeps the word it works on in itself.
_lock = threading.Lock()

# organisation, programme, neighbourhood, centre and travelled as Americans write them.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=^program)me(?=s?$)"), ""),
    (re.compile(r"(?<=[a-z]{2}[bdilprstv])our(?=$|s$|ed$|ing$|al|able|hood|ful|ite)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
)


@lru_cache(CACHED_WORDS)
def english_terms(word: str) -> tuple[str, ...]:
    """Index terms of a lower-case word; a foreign one is found without its diacritics as well."""
    word = word.removesuffix("'s").replace("'", "")
    spelled = word
    for british, american in _SPELLINGS:
        spelled = british.sub(american, spelled)
    with _lock:
        stemmed: str = _stemmer.stemWord(spelled)
    stemmed = stemmed or spelled
    return (stemmed,) if word.isascii() else tuple(dict.fromkeys((stemmed, fold(stemmed))))
