"""Polish words to index terms: every base form the dictionary gives, else a common stem."""

from functools import cache, lru_cache

from .dictionary import Dictionary, open_dictionary
from .letters import restored
from .stripper import stem

# Entries of the cache of words; a full one holds about 20 MB.
CACHED_WORDS = 30_000

# What the dictionary lacks of the abbreviations in names of towns and in acts.
_ABBREVIATIONS = {
    "art": "artykuł",
    "maz": "mazowiecki",
    "os": "osiedle",
    "tryb": "trybunalski",
    "ul": "ulica",
    "ust": "ustęp",
    "wlkp": "wielkopolski",
    "woj": "województwo",
    "śl": "śląski",
}


class PolishAnalyser:
    """Words to terms with one dictionary; safe to share between threads."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self.terms = lru_cache(CACHED_WORDS)(self._terms)
        self.compound_base_forms = lru_cache(CACHED_WORDS // 10)(self._compound_base_forms)
        self.restored_terms = lru_cache(CACHED_WORDS // 10)(self._restored_terms)

    def knows(self, word: str) -> bool:
        return self._dictionary.knows(word)

    def has_word(self, word: str) -> bool:
        """Whether the word is a form of anything but a surname."""
        return bool(self._dictionary.base_forms(word).words)

    def _compound_base_forms(self, word: str) -> tuple[str, ...]:
        """Base forms of a hyphenated word that the dictionary has as one: `e-usługa`."""
        return tuple(form for form in self._dictionary.base_forms(word).words if "-" in form)

    def _terms(self, word: str) -> tuple[str, ...]:
        """Index terms of a lower-case word: every base form, as nothing says which is meant.

        Surnames count where the word is nothing else.
        """
        head, apostrophe, ending = word.partition("'")
        if apostrophe:  # Kennedy'ego is a form of Kennedy; O'Connor is one word
            return self._terms(head if len(head) > 2 else head + ending.replace("'", ""))
        words, surnames = self._dictionary.base_forms(word)
        if meant := _ABBREVIATIONS.get(word):
            return tuple(dict.fromkeys((*words, *self._terms(meant))))
        return words or surnames or (stem(word),)

    def _restored_terms(self, word: str) -> tuple[str, ...]:
        """What else the word may stand for if its Polish letters were not typed."""
        found = [self._dictionary.base_forms(s) for s in restored(word, self._dictionary)]
        terms = dict.fromkeys(form for forms in found for form in forms.words)
        if not terms and not self._dictionary.base_forms(word).words:
            terms = dict.fromkeys(form for forms in found for form in forms.surnames)
        own = self.terms(word)
        return tuple(term for term in terms if term not in own)


@cache
def polish_analyser() -> PolishAnalyser:
    """The analyser of this process; the dictionary is opened on first use (0.1 s, 37 MB)."""
    return PolishAnalyser(open_dictionary())
