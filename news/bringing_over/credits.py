"""Who made a picture, in the words below it: "fot. Jan Przykładny", "Zdjęcie: Urząd Miasta"."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:\b(?:fot(?:ografia|o)?|zdj(?:ęcie|ęcia)?|autor(?:ka)?(?: zdjęcia)?|photo(?: by)?|rys)"
    r"\s*[.:]\s*|©\s*)([^\n;()]{2,200})",
    re.IGNORECASE,
)


def credit_in(words: str) -> str:
    """The author; empty where nobody is named."""
    match = _CREDIT.search(words)
    return match[1].strip(" .,–—-") if match else ""
