"""Cells to values and back: what people write in sheets, read the Polish way.

Every reader raises :class:`Unreadable` with a sentence for the person who wrote the cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from base.telling import Words, lazily_said, said, said_by, said_together, unsaid
from base.text import fold

from .columns import MULTIPLE, Column, Kind
from .rich_text import read_rich_text

LANGUAGES = ("pl", "en")
SEPARATOR = ";"

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CURRENCY = re.compile(r"(?i)\s*(?:zł\.?|złotych|pln)\s*")
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_DIVIDED = re.compile(r"(?<!\\);")
_POLISH_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YES, _NO = {"tak", "yes", "true", "1", "t", "y"}, {"nie", "no", "false", "0", "n"}


@dataclass(frozen=True)
class Candidate:
    """What may have been meant: as a cell would say it, and as people know it."""

    value: str
    label: Words


@lazily_said
def listing(candidates: Iterable[Candidate]) -> str:
    return ", ".join(f"{each.value} ({each.label})" for each in candidates)


class Unreadable(ValueError):
    """A cell that cannot be what its column wants; the message says why, for its author.

    ``value`` is the part of the cell that is wrong, ``candidates`` what may have been meant.
    """

    def __init__(self, message: Words, value: str = "", candidates: Iterable[Candidate] = ()):
        super().__init__(message)
        self.message = message
        self.value = value
        self.candidates = tuple(candidates)

    @property
    def each(self) -> list[Unreadable]:
        return [self]


class SomeUnreadable(Unreadable):
    """A cell of several values, some of which are wrong."""

    def __init__(self, errors: list[Unreadable]):
        super().__init__(said_together([error.message for error in errors]))
        self._errors = errors

    @property
    def each(self) -> list[Unreadable]:
        return self._errors


def is_empty(raw: Any) -> bool:
    return raw is None or raw == [] or (isinstance(raw, str) and not raw.strip())


def text_of(raw: Any) -> str:
    """The cell as text: line ends are one sign, control characters are left out."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return gettext("yes") if raw else gettext("no")
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, list | dict):
        raise Unreadable(_("One value is expected here, not a list."))
    return _CONTROLS.sub("", str(raw).replace("\r\n", "\n").replace("\r", "\n")).strip()


def line_of(raw: Any) -> str:
    return " ".join(text_of(raw).split())


def items_of(raw: Any) -> list[str]:
    """Several values: a list in JSON, divided by semicolons in a sheet."""
    if isinstance(raw, list):
        parts = [line_of(item) for item in raw]
    else:
        parts = [line_of(part).replace("\\;", ";") for part in _DIVIDED.split(text_of(raw))]
    return list(dict.fromkeys(part for part in parts if part))


def said_in(raw: Any) -> str:
    """A cell as its author sees it, in a line; empty for what has no such form."""
    if isinstance(raw, list):
        return joined([line_of(item) for item in raw if not isinstance(item, list | dict)])
    return "" if isinstance(raw, dict) else line_of(raw)


def read_items(raw: Any, read: Callable[[str], Any]) -> list[Any]:
    """Read each of several values; one that is wrong does not hide the next."""
    found, errors = [], []
    for item in items_of(raw):
        try:
            found.append(read(item))
        except Unreadable as error:
            error.value = error.value or item
            errors.append(error)
    if errors:
        raise SomeUnreadable(errors)
    return found


def joined(items: list[str]) -> str:
    return f"{SEPARATOR} ".join(item.replace(";", "\\;") for item in items)


def decimal_of(raw: Any, places: int) -> Decimal:
    """A number as it is written in Poland: ``1 240 000,50 zł``.

    Raises :class:`Unreadable` for ``1.240``, which may be a thousand or one and a quarter.
    """
    if isinstance(raw, float):
        # A sheet's own number; what it shows has fewer digits than what it keeps.
        number = Decimal(repr(round(raw, places)))
    elif isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        number = Decimal(raw)
    else:
        number = _written_number(text_of(raw))
    if not number.is_finite():
        raise Unreadable(said(_("“%(text)s” is not a number."), text=text_of(raw)))
    return number


def _written_number(text: str) -> Decimal:
    written = _SPACES.sub("", _CURRENCY.sub("", text)).replace("−", "-")
    if _AMBIGUOUS.fullmatch(written):
        message = _("“%(number)s” can be read in two ways; write it without thousands separators.")
        raise Unreadable(said(message, number=text))
    if _THOUSANDS.fullmatch(written):
        written = re.sub("[.,]", "", written)
    elif "," in written and "." in written:
        last = max(written.rfind(","), written.rfind("."))
        written = re.sub("[.,]", "", written[:last]) + "." + written[last + 1 :]
    written = written.replace(",", ".")
    return Decimal(written) if _NUMBER.fullmatch(written) else Decimal("NaN")


def integer_of(raw: Any) -> int:
    number = decimal_of(raw, 6)
    if number != number.to_integral_value():
        raise Unreadable(said(_("“%(text)s” is not a whole number."), text=text_of(raw)))
    return int(number)


def date_of(raw: Any) -> date:
    """``2024-05-14``, ``14.05.2024`` or a sheet's own date."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    written = text_of(raw)
    if match := _POLISH_DATE.fullmatch(written):
        written = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        message = _("“%(text)s” is not a date; write 2024-05-14 or 14.05.2024.")
        raise Unreadable(said(message, text=written)) from None


def boolean_of(raw: Any) -> bool:
    word = text_of(raw).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable(said(_("“%(text)s” is neither yes nor no."), text=text_of(raw)))


@cache
def _codes(column: Column) -> dict[str, Any]:
    """Codes and labels of a vocabulary in both languages, to the code."""
    found: dict[str, Any] = {}
    for language in reversed(LANGUAGES):
        with override(language):
            found |= {fold(str(label)): code for code, label in column.choices}
    return found | {fold(str(code)): code for code, _label in column.choices}


def choice_of(raw: Any, column: Column) -> Any:
    """The code of a vocabulary, from the code or its label in either language."""
    code = _codes(column).get(fold(text_of(raw)))
    if code is None:
        text = text_of(raw)
        choices = [Candidate(str(code), unsaid(label)) for code, label in column.choices]
        message = said(
            _("“%(text)s” is not one of: %(listed)s."), text=text, listed=listing(choices)
        )
        raise Unreadable(message, text, choices)
    return code


def read_value(raw: Any, column: Column) -> Any:
    """The value of a cell that stands for itself; names of records are for the look-ups."""
    if is_empty(raw):
        return column.empty
    kind = column.kind
    if kind is Kind.LINE:
        value: Any = line_of(raw)
    elif kind is Kind.TEXT:
        value = text_of(raw)
    elif kind is Kind.RICH_TEXT:
        value = read_rich_text(text_of(raw))
    elif kind is Kind.INTEGER:
        value = integer_of(raw)
    elif kind is Kind.DECIMAL:
        value = _as_kept(decimal_of(raw, column.field.decimal_places), column)
    elif kind is Kind.DATE:
        value = date_of(raw)
    elif kind is Kind.BOOLEAN:
        return boolean_of(raw)
    elif kind is Kind.CHOICE:
        return choice_of(raw, column)
    elif kind is Kind.CHOICES:
        return read_items(raw, lambda item: choice_of(item, column))
    else:
        raise TypeError(f"{column.name} holds names of records")
    validate(value, column)
    return value


def _as_kept(number: Decimal, column: Column) -> Decimal:
    """With as many decimal places as the database gives back, unless some would be lost."""
    try:
        kept = number.quantize(Decimal(1).scaleb(-column.field.decimal_places))
    except InvalidOperation:  # more digits than any number has
        return number
    return kept if kept == number else number


def validate(value: Any, column: Column) -> None:
    """Ask the model field whether it could keep the value."""
    if column.field is None or value == column.empty:
        return
    try:
        column.field.run_validators(value)
    except ValidationError as error:
        raise Unreadable(said_by(error)) from None


def is_multiple(column: Column) -> bool:
    return column.kind in MULTIPLE
