"""Numbers, dates, act numbers and addresses: the spellings under which each is found as a whole."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from .lexemes import LONGEST_WHOLE, Lexeme, Piece, Placed

_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2013": "-"})
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_YEAR_OF_ACT = re.compile(r"/(?:19|20)(\d\d)$")
_DATE = re.compile(
    r"(?<!\d)(?:(?P<day>\d\d?)[./-](?P<month>\d\d?)[./-](?P<year>(?:19|20)\d\d)"
    r"|(?P<year_first>(?:19|20)\d\d)-(?P<month_next>\d\d?)-(?P<day_last>\d\d?))(?!\d)"
)
_BEFORE_HOST = re.compile(r"(?:(?:https?|ftp)://)?(?:www\.)?", re.I)
_MOST_GROUPS = 6
_GROUP_SPACES = frozenset(" \u00a0\u202f")
_GAP_IN_DATE = re.compile(r"[.,]?\s{1,2}")
# The Roman I is left out: in Polish it is the word for "and".
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "styczeń stycznia january jan",
            "ii luty lutego february feb",
            "iii marzec marca march mar",
            "iv kwiecień kwietnia april apr",
            "v maj maja may",
            "vi czerwiec czerwca june jun",
            "vii lipiec lipca july jul",
            "viii sierpień sierpnia august aug",
            "ix wrzesień września september sept sep",
            "x październik października october oct",
            "xi listopad listopada november nov",
            "xii grudzień grudnia december dec",
        ),
        start=1,
    )
    for name in names.split()
}


def code_spellings(code: str) -> tuple[str, ...]:
    """Spellings of a plain number, date or act number, as typed first.

    12,5 is also 12.5 and 1.240.000 also 1240000; 30.09.2020 is also 2020-09-30; an act of 2020
    may be numbered …/2020 or …/20.
    """
    code = code.translate(_DASHES)
    found = [code, _YEAR_OF_ACT.sub(r"/\1", code), re.sub("[,:]", ".", code)]
    if _THOUSANDS.fullmatch(code):
        found.append(re.sub("[.,]", "", code))
    for parts in _DATE.finditer(code):
        year, month, day = parts.group("year", "month", "day")
        if year is None:
            year, month, day = parts.group("year_first", "month_next", "day_last")
        found.append(_iso_date(year, int(month), day))
    return tuple(dict.fromkeys(spelling[:LONGEST_WHOLE] for spelling in found if spelling))


def address_spellings(address: str) -> tuple[str, ...]:
    """A plain web address without scheme, www and query, and its host alone."""
    body = re.split("[?#]", address[before_host(address) :])[0].rstrip("/.,:")
    return tuple(dict.fromkeys(s[:LONGEST_WHOLE] for s in (body, body.split("/")[0]) if s))


def before_host(address: str) -> int:
    """How many characters of an address come before its host."""
    match = _BEFORE_HOST.match(address)
    return match.end() if match else 0


def joined_numbers(text: str, lexemes: Sequence[Placed]) -> list[Placed]:
    """The lexemes, those of `1 240 000` and of `30 września 2020` joined into one each."""
    joined: list[Placed] = []
    taken = 0
    for index, (start, lexeme) in enumerate(lexemes):
        first = lexeme.pieces[0].text
        if index < taken or not ((len(first) < 4 and first.isdecimal()) or first in _MONTHS):
            continue
        count, whole = _date_in_words(text, lexemes, index) or (1, "")
        if count == 1 and len(lexeme.pieces) == 1 and first.isdecimal():
            count, whole = _grouped_number(text, lexemes, index)
        if count > 1:
            joined += lexemes[taken:index]
            taken = index + count
            joined.append((start, _joined(lexemes[index:taken], whole)))
    return [*joined, *lexemes[taken:]]


def _joined(parts: Sequence[Placed], whole: str) -> Lexeme:
    start, (last_start, last) = parts[0][0], parts[-1]
    pieces = tuple(
        Piece(place - start + piece.start, place - start + piece.end, piece.text)
        for place, part in parts
        for piece in part.pieces
    )
    return Lexeme(last_start + last.length - start, pieces, (whole,))


def _date_in_words(text: str, lexemes: Sequence[Placed], index: int) -> tuple[int, str] | None:
    parts = lexemes[index : index + 3]
    if len(parts) < 3 or any(len(part.pieces) != 1 for _start, part in parts):
        return None
    first, second, year = (part.pieces[0].text for _start, part in parts)
    day, name = (second, first) if first in _MONTHS else (first, second)
    if name not in _MONTHS or not (_is_number(day, 2) and _is_number(year, 4)):
        return None
    if any(
        not _GAP_IN_DATE.fullmatch(text, start + before.length, after)
        for (start, before), (after, _next) in pairwise(parts)
    ):
        return None
    whole = _iso_date(year, _MONTHS[name], day)
    return (3, whole) if whole else None


def _grouped_number(text: str, lexemes: Sequence[Placed], index: int) -> tuple[int, str]:
    """How many lexemes are one number, and it: groups of three digits apart, decimals at most."""
    last = index
    digits = lexemes[index][1].pieces[0].text
    for start, lexeme in lexemes[index + 1 : index + _MOST_GROUPS]:
        group = lexeme.pieces[0].text
        before, known = lexemes[last]
        apart_by = text[before + known.length : start]
        if len(group) != 3 or not group.isdecimal() or apart_by not in _GROUP_SPACES:
            break
        last += 1
        digits += lexeme.wholes[-1] if lexeme.wholes else group
        if lexeme.wholes:
            break
    return last - index + 1, digits[:LONGEST_WHOLE]


def _is_number(text: str, longest: int) -> bool:
    return len(text) <= longest and text.isdecimal()


def _iso_date(year: str, month: int, day: str) -> str:
    """The date as 2020-09-30, or nothing where the calendar has no such day."""
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""
