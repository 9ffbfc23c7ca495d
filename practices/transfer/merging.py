"""What a record of a file would change of a practice; a column the file has not is left alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .columns import COLUMNS, PEOPLE, RELATIONS, UNORDERED, Column, Home, Kind, Relation
from .records import Record
from .stored import Stored, StoredRow
from .values import read_value

_WORDS = {Kind.LINE, Kind.TEXT, Kind.RICH_TEXT}
# What no empty cell clears: an address is made, a level stays.
_NEVER_EMPTY = {"slug", "slug_en", "level", "verification", "origin", "live", "live_en"}


@dataclass
class Changes:
    """New values by column, and new rows by relation: only what differs."""

    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[StoredRow]] = field(default_factory=dict)
    # Relations whose English side differs, or their Polish one.
    english_rows: set[str] = field(default_factory=set)
    polish_rows: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.values or self.rows)

    @property
    def columns(self) -> list[str]:
        """What changes, in the order of the columns."""
        return [*[name for name in COLUMNS if name in self.values], *self.rows]

    @property
    def touch_original(self) -> bool:
        pages = {Home.TEXT, Home.FACT, Home.PERSON}
        return bool(self.polish_rows) or any(
            COLUMNS[name].home in pages and not COLUMNS[name].english for name in self.values
        )

    @property
    def touch_english(self) -> bool:
        return bool(self.english_rows) or any(COLUMNS[name].english for name in self.values)

    @property
    def touch_state(self) -> bool:
        return any(COLUMNS[name].home is Home.STATE for name in self.values)


def changes_of(record: Record, stored: Stored | None) -> Changes:
    """Compare a record with what is there; for a new practice everything it says is a change."""
    changes = Changes()
    wanted = {
        name: value
        for name, value in record.values.items()
        if not (name in _NEVER_EMPTY and value in (None, ""))
    }
    _complete_people(wanted, stored)
    for name, value in wanted.items():
        column = COLUMNS[name]
        current = stored.values[name] if stored else column.empty
        if column.home is not Home.LIVE and not same(column, value, current):
            changes.values[name] = value
    for name, rows in record.rows.items():
        _compare_rows(RELATIONS[name], rows, stored.rows[name] if stored else [], changes)
    return changes


def _complete_people(wanted: dict[str, Any], stored: Stored | None) -> None:
    """Another name without an e-mail column is somebody whose address is not known."""
    for name, email in PEOPLE.values():
        if name in wanted and email not in wanted:
            known = stored is not None and stored.values[name] == wanted[name]
            wanted[email] = stored.values[email] if stored is not None and known else ""


def same(column: Column, new: Any, current: Any) -> bool:
    if new == current:
        return True
    if column.kind in UNORDERED:
        return set(new) == set(current)
    # A file cannot keep what a cell does not: outer spaces, control characters, foreign tags.
    return column.kind in _WORDS and bool(current) and new == read_value(current, column)


def _compare_rows(
    relation: Relation, rows: list[dict[str, Any]], stored: list[StoredRow], changes: Changes
) -> None:
    merged = _merged(relation, rows, stored)
    order_changed = [row.row for row in merged] != [row.row for row in stored]
    for english, differing in ((False, changes.polish_rows), (True, changes.english_rows)):
        columns = [column for column in relation.columns.values() if column.english == english]
        if (order_changed and columns) or any(
            not same(column, new.values[column.name], old.values[column.name])
            for new, old in zip(merged, stored, strict=False)
            for column in columns
        ):
            differing.add(relation.name)
    if relation.name in changes.polish_rows | changes.english_rows:
        changes.rows[relation.name] = merged


def _merged(
    relation: Relation, rows: list[dict[str, Any]], stored: list[StoredRow]
) -> list[StoredRow]:
    """The file's rows, each on the stored row it continues.

    That is the one with the same name, so that a row put between two others does not take their
    English; else the one in the same place, whose name was corrected.
    """
    naming = relation.columns[relation.naming]
    left = list(range(len(stored)))
    continued: dict[int, int] = {}
    for place, row in enumerate(rows):
        for other in left:
            if same(naming, row.get(naming.name), stored[other].values[naming.name]):
                continued[place] = other
                left.remove(other)
                break
    for place in range(len(rows)):
        if place not in continued and place in left:
            continued[place] = place
            left.remove(place)
    merged = []
    for place, row in enumerate(rows):
        old = stored[continued[place]] if place in continued else StoredRow({})
        empty = {name: column.empty for name, column in relation.columns.items()}
        merged.append(StoredRow({**empty, **old.values, **row}, old.row, old.english))
    return merged
