"""A table of old addresses and where they lead: the first two columns of a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from .. import uploads

KINDS: dict[str, uploads.Check] = {"xlsx": uploads.CHECKS["xlsx"], "csv": uploads.is_text}
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Row:
    """``number`` is the line of the file; ``new`` is an address, a title, the end of an address,
    or nothing.
    """

    number: int
    old: str
    new: str


def read_rows(file: IO[bytes], kind: str) -> list[Row]:
    """Raises ``ValidationError`` for what is no such table."""
    lines = _workbook(file) if kind == "xlsx" else _comma_separated(file)
    rows: list[Row] = []
    for number, cells in lines:
        old, new = (str(cell or "").strip() for cell in [*cells, "", ""][:2])
        is_header = number == 1 and "/" not in old
        if (old or new) and not is_header:
            rows.append(Row(number, old, new))
        if len(rows) > MOST_ROWS:
            raise ValidationError(
                _("At most %(most)d addresses at once; split the file.") % {"most": MOST_ROWS}
            )
    if not rows:
        raise ValidationError(_("The file has no addresses in its first column."))
    return rows


def _workbook(file: IO[bytes]) -> Iterator[tuple[int, list[Any]]]:
    try:
        book = load_workbook(file, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for number, values in enumerate(sheet.iter_rows(max_col=2, values_only=True), start=1):
            yield number, list(values)
    except ValidationError:
        raise
    except Exception as error:
        raise ValidationError(_("The workbook cannot be read.")) from error


def _comma_separated(file: IO[bytes]) -> Iterator[tuple[int, list[Any]]]:
    data = file.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1250", errors="replace")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ",")
    try:
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        raise ValidationError(
            _("Line %(number)d cannot be read: %(why)s") % {"number": reader.line_num, "why": error}
        ) from error
