"""A light suffix stripper for Polish words the dictionary does not know.

The forms of one new word (*jadłodzielnia, jadłodzielni, jadłodzielnię*) must meet; what they meet
in need not be a word. An ending is taken off, then the sound change it caused is undone: *ulotce*
and *ulotka* both become *ulotk*. It works on letters without diacritics, so a new word typed
without them is found as well. No word list: words with a history are the dictionary's business.
"""

import re

from .folding import fold

# Nouns and adjectives only: the new words of the field are hardly ever verbs. Three letters stay.
_ENDING = re.compile(
    r"(?<=\w{3})(?:owie|owi|ow|[ei]go|emu|ach|ami|[iy]mi|iej|[iy]ch|[eoiy]m|ej|[aeiouy])$"
)
# What c, dz, rz at the end of a stem come from: before a softening i, another ending, none.
_SOFT = {"sc": "st", "dz": "d", "c": "t", "rz": "r"}
_HARD = {"dz": "g", "c": "k", "rz": "r"}
_BARE = {"sc": "st", "dz": "d", "c": "k", "rz": "r"}
# mieszkaniec, mieszkańca; ulotek, ulotka
_FLEETING_E = re.compile(r"(?<=\w{2}[^\Waeiouy])i?e(?=[kc]$)")
# Either an ending or part of the word (Gorzowa, pilotażowy; systemu, forum): off it goes
# in all forms alike.
_TAIL = re.compile(r"(?<=\w{3})(?:ow|ej|[eiou]m)$")


def stem(word: str) -> str:
    """What the forms of an unknown lower-case word have in common, in plain Latin letters."""
    word = fold(word[:-1] + "t" if word.endswith("ć") else word)
    bare = _ENDING.sub("", word)
    if bare == word:
        changes, bare = _BARE, _FLEETING_E.sub("", bare)
    elif word[len(bare)] == "i" or (bare.endswith("i") and len(bare) > 3):
        changes, bare = _SOFT, bare.removesuffix("i")
    else:
        changes = _HARD
    for changed, original in changes.items():
        if bare.endswith(changed):
            bare = bare.removesuffix(changed) + original
            break
    return _TAIL.sub("", bare)
