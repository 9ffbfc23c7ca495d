"""Files to lines of cells, as a stream: nothing but the current line is held.

What is wrong with a file as a whole (an unknown column, an unreadable line) is a
:class:`FileProblem` and stops before anything is written.
"""

from __future__ import annotations

import csv
import json
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from base.formulas import restored
from base.telling import said

from .columns import ALIASES, COLUMNS, PEOPLE, RELATIONS, Cell, cell_of

SHEET = "Praktyki"
# A line that begins so is for people: the help row of the template.
COMMENT = "#"
# Characters; a summary is 800, a whole story seldom 20,000.
LONGEST_CELL = 1_000_000


class FileProblem(Exception):
    """The file as a whole cannot be imported; nothing was written."""


@dataclass
class Cells:
    """One line: the raw cells of its columns and of its rows, only those the file has."""

    number: int
    columns: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, Any] = field(default_factory=dict)
    # Values that stand under no name; a shifted line has them.
    nameless: list[Any] = field(default_factory=list)


class Table(ABC):
    """A file of practices; it may be gone through more than once."""

    def __init__(self, path: Path):
        self.path = path

    @abstractmethod
    def lines(self) -> Iterator[Cells]: ...


def open_table(path: Path) -> Table:
    """Raises :class:`FileProblem` for a file that is not there or of another type."""
    types = {".xlsx": Workbook, ".csv": CommaSeparated, ".jsonl": JsonLines}
    if path.suffix.lower() not in types:
        raise FileProblem(_("Only .xlsx, .csv and .jsonl files can be imported."))
    if not path.is_file():
        raise FileProblem(said(_("There is no file %(path)s."), path=path))
    return types[path.suffix.lower()](path)


class Sheet(Table):
    """A file whose first line names the columns."""

    @abstractmethod
    def _lines(self) -> Iterator[tuple[int, list[Any]]]: ...

    def lines(self) -> Iterator[Cells]:
        lines = self._lines()
        _number, header = next(lines, (0, []))
        meant = _meant_by(header)
        for number, values in lines:
            if _is_blank(values) or str(values[0] or "").startswith(COMMENT):
                continue
            yield _placed(number, meant, values)


def _is_blank(values: list[Any]) -> bool:
    return all(value is None or value == "" for value in values)


def _meant_by(header: list[Any]) -> list[Cell | str | None]:
    """What each column is; a person's single column keeps its name. Raises FileProblem."""
    names = [str(name or "").strip() for name in header]
    if not any(names):
        raise FileProblem(_("The first line must name the columns."))
    found = [name if name in PEOPLE else cell_of(name) for name in names]
    unknown = [name for name, cell in zip(names, found, strict=True) if name and cell is None]
    if unknown:
        raise FileProblem(
            said(_("Unknown columns: %(names)s."), names=", ".join(dict.fromkeys(unknown)))
        )
    canonical = [ALIASES.get(name, name) for name in names if name]
    twice = {name for name in canonical if canonical.count(name) > 1}
    if twice:
        raise FileProblem(
            said(_("Columns given twice: %(names)s."), names=", ".join(sorted(twice)))
        )
    return found


def _placed(number: int, meant: list[Cell | str | None], values: list[Any]) -> Cells:
    cells = Cells(number, nameless=[value for value in values[len(meant) :] if value])
    numbered: dict[str, dict[int, dict[str, Any]]] = {}
    for index, cell in enumerate(meant):
        value = values[index] if index < len(values) else None
        if cell is None:
            cells.nameless += [value] if value else []
            continue
        if isinstance(value, str):
            value = restored(value)
        if isinstance(cell, str):
            cells.columns |= person_in(cell, value)
        elif cell.relation is None:
            cells.columns[cell.column.name] = value
        else:
            rows = numbered.setdefault(cell.relation.name, {})
            rows.setdefault(cell.number, {})[cell.column.name] = value
    for name, rows in numbered.items():
        cells.rows[name] = [rows[place] for place in sorted(rows)]
    return cells


def person_in(name: str, value: Any) -> dict[str, Any]:
    """``Anna Nowak <a.nowak@example.org>``, or an object in JSON, as the two columns."""
    if isinstance(value, dict):
        parts = (value.get("name"), value.get("email"))
    else:
        called, _bracket, address = str(value or "").partition("<")
        parts = (called.strip(), address.strip().removesuffix(">"))
    return dict(zip(PEOPLE[name], parts, strict=True))


class Workbook(Sheet):
    def _lines(self) -> Iterator[tuple[int, list[Any]]]:
        try:
            book = load_workbook(self.path, read_only=True, data_only=True)
        except Exception as error:
            message = _("The workbook cannot be read: %(why)s")
            raise FileProblem(said(message, why=error)) from error
        try:
            sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
            # What a program says of a sheet's size is not always true.
            sheet.reset_dimensions()
            for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield number, list(values)
        finally:
            book.close()


class CommaSeparated(Sheet):
    """UTF-8 with or without a byte-order mark; commas or semicolons."""

    def _lines(self) -> Iterator[tuple[int, list[Any]]]:
        csv.field_size_limit(LONGEST_CELL)
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            try:
                delimiter = _delimiter(file.readline())
                file.seek(0)
                reader = csv.reader(file, delimiter=delimiter, strict=True)
                before = 0
                for values in reader:
                    # The line a record begins on; a quoted cell may hold several.
                    yield before + 1, values
                    before = reader.line_num
            except UnicodeDecodeError as error:
                raise FileProblem(_("The file is not UTF-8; save it as “CSV UTF-8”.")) from error
            except csv.Error as error:
                raise _unreadable(before + 1, error) from error


def _unreadable(number: int, why: Exception) -> FileProblem:
    return FileProblem(said(_("Line %(number)d cannot be read: %(why)s"), number=number, why=why))


def _delimiter(header: str) -> str:
    return ";" if header.count(";") > header.count(",") else ","


class JsonLines(Table):
    """One JSON object a line."""

    def lines(self) -> Iterator[Cells]:
        with self.path.open(encoding="utf-8-sig") as file:
            number = 0
            try:
                for number, line in enumerate(file, start=1):
                    if line.strip():
                        yield _from_json(number, json.loads(line, parse_float=Decimal))
            except UnicodeDecodeError as error:
                raise FileProblem(_("The file is not UTF-8.")) from error
            except ValueError as error:
                raise _unreadable(number, error) from error


def _from_json(number: int, record: Any) -> Cells:
    if not isinstance(record, dict):
        raise FileProblem(said(_("Line %(number)d is not a JSON object."), number=number))
    cells, unknown = Cells(number), []
    for name, value in record.items():
        canonical = ALIASES.get(name, name)
        if canonical in COLUMNS:
            cells.columns[canonical] = value
        elif name in PEOPLE:
            cells.columns |= person_in(name, value)
        elif name in RELATIONS:
            cells.rows[name] = value or []
            unknown += _unknown_in_rows(name, cells.rows[name])
        else:
            unknown.append(name)
    if unknown:
        raise FileProblem(
            said(
                _("Line %(number)d: unknown columns: %(names)s."),
                number=number,
                names=", ".join(unknown),
            )
        )
    return cells


def _unknown_in_rows(name: str, rows: Any) -> list[str]:
    known = RELATIONS[name].columns
    return [
        f"{name}.{key}"
        for row in (rows if isinstance(rows, list) else [])
        for key in (row if isinstance(row, dict) else {})
        if key not in known
    ]
