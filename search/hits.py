"""Hits: the documents found, narrowed, counted and ordered in memory, and read a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from numpy.typing import NDArray

    from .columns import Columns
    from .models import SearchDocument


@dataclass(frozen=True)
class Hits:
    """Some documents, one row of the columns each, in an order.

    ``among`` is everything the reader may see: what is shown is looked up there once more, so that
    what was closed meanwhile is missing from a page rather than on it.
    """

    columns: Columns
    rows: NDArray[np.int64]
    ranks: NDArray[np.float64]
    by_meaning: NDArray[np.bool_]
    among: QuerySet[SearchDocument]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[SearchDocument]:
        return iter(self[:])

    def __getitem__(self, some: slice) -> list[SearchDocument]:
        """A part of them, read from the database, each with its ``rank`` and ``by_meaning``."""
        ids = self.columns.ids[self.rows[some]].tolist()
        there = self.among.in_bulk(ids) if ids else {}
        found = []
        for pk, rank, near in zip(ids, self.ranks[some], self.by_meaning[some], strict=True):
            if document := there.get(pk):
                document.rank, document.by_meaning = float(rank), bool(near)
                found.append(document)
        return found

    @property
    def page_ids(self) -> list[int]:
        """The pages' in this order; cities have none."""
        ids = self.columns.page_ids[self.rows]
        return ids[ids > 0].tolist()

    @property
    def dates(self) -> NDArray[np.float64]:
        return self.columns.dates[self.rows]

    @property
    def costs(self) -> NDArray[np.float64]:
        return self.columns.costs[self.rows]

    @property
    def alphabetical(self) -> NDArray[np.int64]:
        """The place of each among their titles."""
        _titles, places = np.unique(self.columns.sort_keys[self.rows], return_inverse=True)
        return places

    def have(self, field: str, values: Iterable[str]) -> NDArray[np.bool_]:
        """Whether each has any of the values in a field."""
        return self.columns.have(self.rows, field, values)

    def where(self, mask: NDArray[np.bool_]) -> Hits:
        return self._taken(np.flatnonzero(mask))

    def having(self, field: str, values: Iterable[str]) -> Hits:
        """Those that have any of the values in a field."""
        return self.where(self.have(field, values))

    def lacking(self, field: str, value: str) -> Hits:
        return self.where(~self.have(field, [value]))

    def counted(
        self, fields: Iterable[str], chosen: Mapping[str, Sequence[str]] | None = None
    ) -> dict[str, dict[str, int]]:
        """How many have each value, by field: ``{"themes": {"climate": 12}}``.

        A document with two values counts for both. What is ``chosen`` narrows every field but its
        own.
        """
        met = {name: self.have(name, values) for name, values in (chosen or {}).items()}

        def narrowed(but: str = "") -> dict[str, dict[str, int]]:
            mask = np.ones(len(self.rows), np.bool_)
            for name, each in met.items():
                if name != but:
                    mask &= each
            return self.columns.counted(self.rows[mask])

        by_all = narrowed()
        return {
            name: (narrowed(but=name) if name in met else by_all).get(name, {}) for name in fields
        }

    def with_ranks(self, ranks: NDArray[np.float64]) -> Hits:
        return replace(self, ranks=ranks)

    def in_order(self, *by: NDArray) -> Hits:
        """Ascending by the first of these, each a number a document, then by the next."""
        ids = self.columns.ids[self.rows]
        return self._taken(np.lexsort((ids, *reversed(by))))

    def _taken(self, places: NDArray[np.int64]) -> Hits:
        return replace(
            self,
            rows=self.rows[places],
            ranks=self.ranks[places],
            by_meaning=self.by_meaning[places],
        )
