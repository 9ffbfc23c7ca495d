"""Cells that a spreadsheet would run: made safe when they are written, restored when read.

A text that begins with one of the signs gets an apostrophe before it (and so does one that would
otherwise be taken for such a text), which makes the two functions inverses of each other.
See OWASP, "CSV Injection".
"""

import re

_RUN = re.compile(r"'*[=+\-@\t\r]")
_MADE_SAFE = re.compile(r"'+[=+\-@\t\r]")


def made_safe(text: str) -> str:
    return f"'{text}" if _RUN.match(text) else text


def restored(text: str) -> str:
    return text[1:] if _MADE_SAFE.match(text) else text
