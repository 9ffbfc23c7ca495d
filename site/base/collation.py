"""The Polish alphabetical order as a plain string, for databases that have no Polish collation.

The databases run without ICU, and the Unicode default order (DUCET, which is also what pyuca
gives) takes ą, ł and ż for accented a, l and z: Łódź would stand before Lublin. In the Polish
alphabet they are letters of their own, each after its plain neighbour, so the key is made here.
The order is that of the Polish locale of the Unicode CLDR, case left to the last:

    (space) 0–9 a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż (others)
"""

import re
from unicodedata import combining, normalize

# A letter that follows its plain neighbour is written with this sign behind it. It is the last
# printable sign of ASCII: "ą…" ("a~…") comes after every "a" followed by a letter or a digit.
AFTER = "~"
# Lower than the space that divides words, so that a name stands before its continuations.
TAIL = "\t"

POLISH_LETTERS = {
    "ą": "a" + AFTER,
    "ć": "c" + AFTER,
    "ę": "e" + AFTER,
    "ł": "l" + AFTER,
    "ń": "n" + AFTER,
    "ó": "o" + AFTER,
    "ś": "s" + AFTER,
    "ź": "z" + AFTER,
    "ż": "z" + 2 * AFTER,
}
# Foreign letters that Unicode does not take apart into a plain letter and a mark.
FOREIGN_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "ŧ": "t",
}

NOT_LETTERS = re.compile(r"[\W_]+")
# What binds letters within one word: "d'Arc" is sorted as "darc".
WITHIN_WORDS = re.compile(r"(?<=\w)['’`´.](?=\w)")


def polish_sort_key(text: str) -> str:
    """A string whose order by code points is the Polish alphabetical order of ``text``.

    Words are compared one after another ("Nowa Sól" before "Nowa Sól Górna" before "Nowogard");
    a hyphen divides words as a space does, other punctuation counts for nothing, and an accented
    foreign letter counts as its plain one. Texts that differ in nothing else stand lower case
    first. The key of a text in Latin letters is at most four times as long as it, plus one; it may
    be cut short, which only blurs the order of texts that agree for so long. The column that
    holds it wants the collation "C".
    """
    text = normalize("NFC", text)
    words = NOT_LETTERS.sub(" ", WITHIN_WORDS.sub("", text.casefold())).strip()
    key = "".join(map(_letter_key, normalize("NFC", words)))
    return key if key == text else key + TAIL + text.swapcase()


def _letter_key(letter: str) -> str:
    if letter in POLISH_LETTERS:
        return POLISH_LETTERS[letter]
    if letter in FOREIGN_LETTERS:
        return FOREIGN_LETTERS[letter]
    return "".join(sign for sign in normalize("NFKD", letter) if not combining(sign))
