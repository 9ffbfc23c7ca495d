"""Normal forms of characters: what is compared is never what was typed.

`plain` is the form every term is made from: one spelling for one word, whatever the keyboard,
the word processor or the PDF did to it. `fold` goes further and gives up diacritics and case; it
is for prefixes, suggestions and sort keys, never for matching Polish words (łaska is not laska).
"""

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u0131": "i",
    }
)
# Soft hyphens, zero-width characters and byte-order marks stand inside words in pasted text;
# bidi marks and overrides can make a text read otherwise than it is. Neither belongs to a word.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# Controls separate words as spaces do; lone surrogates cannot be encoded at all.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def without_controls(text: str) -> str:
    """Text fit to be shown and compared: no invisible characters, controls become spaces."""
    return _UNPRINTABLE.sub(" ", _INVISIBLE.sub("", text))


def plain(text: str) -> str:
    """Lower case, composed (NFKC: `ﬁ` is fi, `m²` is m2, o and U+0301 are ó), nothing invisible.

    The apostrophe is always the straight one.
    """
    if text.isascii():
        return without_controls(text).lower()
    composed = unicodedata.normalize("NFKC", without_controls(text).lower())
    # The lower case of İ is i with a dot above, which NFKC leaves as two characters.
    return composed.replace("i\u0307", "i").replace("\u2019", "'")


def fold(text: str) -> str:
    """Lower case without diacritics: `Łódź` becomes `lodz`, spaces are single and none is outside.

    For prefixes, suggestions and sort keys, on both sides of the comparison.
    """
    decomposed = unicodedata.normalize("NFKD", plain(text).translate(_UNDECOMPOSED))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.split())
