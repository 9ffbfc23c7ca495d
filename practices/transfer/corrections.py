"""What an editor chose in place of a file's values: the file stays, its reading changes.

A correction is kept by place and value and applies wherever that value stands there: a city that is
misspelt in forty lines is corrected once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .columns import COLUMNS, PEOPLE, RELATIONS, Relation
from .lookups import person_said
from .reading import Cells, Table, person_in
from .records import place_in
from .values import Unreadable, is_multiple, items_of, said_in

# Place, then the value as the file has it, then what to read instead.
Corrections = Mapping[str, Mapping[str, str]]


class Corrected(Table):
    """A table whose cells are read as corrected."""

    def __init__(self, table: Table, corrections: Corrections):
        super().__init__(table.path)
        self._table = table
        self._corrections = corrections

    def lines(self) -> Iterator[Cells]:
        for cells in self._table.lines():
            if self._corrections:
                self._correct(cells)
            yield cells

    def _correct(self, cells: Cells) -> None:
        for name in cells.columns.keys() & self._corrections.keys():
            cells.columns[name] = self._instead(
                name, cells.columns[name], is_multiple(COLUMNS[name])
            )
        for role, (name, email) in PEOPLE.items():
            if role in self._corrections:
                self._correct_person(cells, role, name, email)
        for name, rows in cells.rows.items():
            self._correct_rows(RELATIONS[name], rows)

    def _correct_rows(self, relation: Relation, rows: Any) -> None:
        for row in rows if isinstance(rows, list) else []:
            for name in row if isinstance(row, dict) else {}:
                place = place_in(relation, name)
                if place in self._corrections:
                    multiple = is_multiple(relation.columns[name])
                    row[name] = self._instead(place, row[name], multiple)

    def _correct_person(self, cells: Cells, role: str, name: str, email: str) -> None:
        columns = cells.columns
        try:
            said = person_said(said_in(columns.get(name)), said_in(columns.get(email)))
        except Unreadable:
            return
        if said in self._corrections[role]:
            columns |= person_in(role, self._corrections[role][said])

    def _instead(self, place: str, raw: Any, multiple: bool) -> Any:
        chosen = self._corrections[place]
        try:
            if not multiple:
                return chosen.get(said_in(raw), raw)
            items = [
                item
                for given in items_of(raw)
                for item in (items_of(chosen[given]) if given in chosen else [given])
            ]
        except Unreadable:
            return raw  # said of the cell itself
        return items
