"""A line's cells as the values of a practice, with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from base.telling import Words

from .columns import COLUMNS, PEOPLE, RELATIONS, Column, Home, Kind, Relation
from .lookups import Lookups, NewTag, checked_person, person_said
from .reading import Cells
from .values import Candidate, Unreadable, is_empty, read_value, said_in

LOOKED_UP = {
    Kind.CITY,
    Kind.CITIES,
    Kind.NETWORKS,
    Kind.TAGS,
    Kind.FUNDING_SOURCE,
    Kind.IMAGE,
    Kind.IMAGES,
    Kind.DOCUMENT,
    Kind.PRACTICES,
}
# A row without these would say nothing the database could keep.
_NEEDED_IN_ROWS = {"steps": "what", "indicators": "name", "funding": "source",
                   "legal_basis": "kind", "pack": "document"}  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """What is wrong with one cell, or with the record as a whole when ``column`` is empty.

    Where another value may stand instead, ``place`` is the column without the number of its row,
    ``value`` what stands there, and ``candidates`` what may have been meant.
    """

    column: str
    message: Words
    place: str = ""
    value: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass
class Record:
    """One practice of a file: the values of the columns the file has, and of no others."""

    number: int
    name: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    # What keeps no record out but may have been meant otherwise.
    doubts: list[Problem] = field(default_factory=list)
    # Asked for: what is stored of this practice stays as it is.
    is_left: bool = False

    @property
    def title(self) -> str:
        return self.values.get("title") or ""

    @property
    def has_english(self) -> bool:
        """Whether the file says anything in English, be it that there is nothing."""
        return any(
            COLUMNS[name].english and COLUMNS[name].home is Home.TEXT for name in self.values
        )

    @property
    def new_tags(self) -> list[NewTag]:
        return [tag for tag in self.values.get("tags", []) if isinstance(tag, NewTag)]

    def problem(
        self,
        column: str,
        message: Words,
        place: str = "",
        value: str = "",
        candidates: Iterable[Candidate] = (),
    ) -> None:
        self.problems.append(Problem(column, message, place, value, tuple(candidates)))

    def doubt(
        self, place: str, message: Words, value: str, candidates: Iterable[Candidate] = ()
    ) -> None:
        self.doubts.append(Problem(place, message, place, value, tuple(candidates)))


def read_record(cells: Cells, lookups: Lookups) -> Record:
    """Read every cell; a problem with one does not hide the next."""
    record = Record(cells.number)
    if cells.nameless:
        record.problem("", _("There is a value outside the named columns; has the row shifted?"))
    for name, raw in cells.columns.items():
        value = _read(raw, COLUMNS[name], lookups, record, name, name)
        if value is not _BAD:
            record.values[name] = value
    record.name = record.values.pop("external_id", "")
    if not record.name and not any(p.column == "external_id" for p in record.problems):
        record.problem("external_id", _("Every record needs its external_id."))
    if record.name.startswith("#"):
        record.problem("external_id", _("An identifier may not begin with “#”."))
    for name, rows in cells.rows.items():
        _read_rows(RELATIONS[name], rows, lookups, record)
    for role, (name, email) in PEOPLE.items():
        _check_person(record, role, name, email)
    return record


_BAD = object()


def _read(
    raw: Any, column: Column, lookups: Lookups, record: Record, header: str, place: str
) -> Any:
    try:
        if column.kind not in LOOKED_UP or is_empty(raw):
            return read_value(raw, column)
        return lookups.read(raw, column)
    except Unreadable as error:
        for each in error.each:
            value = each.value or said_in(raw)
            record.problem(header, each.message, place, value, each.candidates)
        return _BAD


def _read_rows(relation: Relation, rows: Any, lookups: Lookups, record: Record) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        record.problem(relation.name, _("Rows are a list of objects."))
        return
    found = []
    for number, row in enumerate(rows, start=1):
        values = {
            name: _read(
                raw,
                relation.columns[name],
                lookups,
                record,
                _header(relation, number, name),
                place_in(relation, name),
            )
            for name, raw in row.items()
        }
        needed = _NEEDED_IN_ROWS[relation.name]
        if all(values.get(name) in (None, "") for name in values):
            continue
        if not values.get(needed):
            record.problem(_header(relation, number, needed), _("This row needs a value here."))
        found.append(values)
    record.rows[relation.name] = found


def place_in(relation: Relation, name: str) -> str:
    """What a column of rows is called whatever the number of the row."""
    return f"{relation.prefix}.{name}"


def _header(relation: Relation, number: int, name: str) -> str:
    return relation.header(number, relation.columns[name])


def _check_person(record: Record, role: str, name: str, email: str) -> None:
    if name not in record.values and email not in record.values:
        return
    called = (record.values.get(name) or "", record.values.get(email) or "")
    try:
        checked_person(*called)
    except Unreadable as error:
        record.problem(name, error.message, role, person_said(*called))
