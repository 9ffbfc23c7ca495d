"""Columns: what documents are narrowed, counted and sorted by, in memory, as numbers.

The index says which documents have the words, as things are now. Reading from the database what
some thousands of them are counted and sorted by takes longer than finding them, so that it is kept
here, about 250 bytes a document, and what has changed is read before it is asked. What is shown is
always read from the database (``hits.Hits``).

A document's values, be it one or several in a field, are codes: ``("themes", "climate")`` is one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from django.db import connection

from .models import SearchDocument

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What can be narrowed and counted by: fields of a document, those with one value and with several.
ONE = (
    "type", "kind", "stage", "cost_band", "time_to_launch", "difficulty", "verification", "level",
    "year",
)  # fmt: skip
SEVERAL = (
    "languages", "themes", "tags", "networks", "cities", "voivodeships", "sizes", "city_kinds",
    "funding", "follows_from", "legal_kinds", "offers", "features",
)  # fmt: skip
_FIELDS = ("pk", "page_id", "indexed_at", "date", "total_cost", "sort_key", *ONE, *SEVERAL)
# How long before the newest change another may have been written that was committed after it.
OVERLAP = timedelta(minutes=10)


@dataclass(frozen=True)
class Columns:
    """Those of all documents that were read, a row each, by ascending id."""

    ids: NDArray[np.int64]
    # 0 where there is none.
    page_ids: NDArray[np.int64]
    # When they were indexed; here and below, seconds since 1970.
    indexed: NDArray[np.float64]
    # Minus infinity where there is none.
    dates: NDArray[np.float64]
    # Infinite where there is none.
    costs: NDArray[np.float64]
    sort_keys: NDArray[np.object_]
    # Where each row's codes begin; one more, where the last row's end.
    starts: NDArray[np.int64]
    codes: NDArray[np.int32]
    # The values in the order of their codes; shared by all that came of one another.
    values: Mapping[tuple[str, str], int]

    def rows_of(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The rows of these documents, and whether each of them has one at all."""
        if not len(self.ids):
            return np.zeros(len(ids), np.int64), np.zeros(len(ids), np.bool_)
        rows = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return rows, self.ids[rows] == ids

    def have(self, rows: NDArray[np.int64], field: str, values: Iterable[str]) -> NDArray[np.bool_]:
        """Which of the rows have any of the values."""
        wanted = [self.values[field, value] for value in values if (field, value) in self.values]
        owners, codes = self._codes_of(rows)
        found = np.zeros(len(rows), np.bool_)
        found[owners[np.isin(codes, wanted)]] = True
        return found

    def counted(self, rows: NDArray[np.int64]) -> dict[str, dict[str, int]]:
        """How many of the rows have each value, by field: ``{"themes": {"climate": 12}}``."""
        _owners, codes = self._codes_of(rows)
        numbers = np.bincount(codes, minlength=len(self.values))
        counts: dict[str, dict[str, int]] = {}
        for (field, value), number in zip(list(self.values), numbers.tolist(), strict=False):
            if number:
                counts.setdefault(field, {})[value] = number
        return counts

    def without(self, ids: NDArray[np.int64]) -> Columns:
        """The same but for these documents."""
        return self._taken(np.flatnonzero(~np.isin(self.ids, ids)))

    def joined(self, other: Columns) -> Columns:
        """With those of other documents, which have their codes from the same values."""
        joined = Columns(
            *(
                np.concatenate([getattr(self, name), getattr(other, name)])
                for name in ("ids", "page_ids", "indexed", "dates", "costs", "sort_keys")
            ),
            starts=np.concatenate([self.starts, other.starts[1:] + self.starts[-1]]),
            codes=np.concatenate([self.codes, other.codes]),
            values=self.values,
        )
        return joined._taken(np.argsort(joined.ids))

    def _taken(self, rows: NDArray[np.int64]) -> Columns:
        _owners, codes = self._codes_of(rows)
        return Columns(
            self.ids[rows], self.page_ids[rows], self.indexed[rows], self.dates[rows],
            self.costs[rows], self.sort_keys[rows], starts=_starts(np.diff(self.starts)[rows]),
            codes=codes, values=self.values,
        )  # fmt: skip

    def _codes_of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The codes of the rows one after another, and the place of the row that each is of."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        owners = np.repeat(np.arange(len(rows)), lengths)
        places = np.arange(len(owners)) - _starts(lengths)[owners] + self.starts[rows][owners]
        return owners, self.codes[places]


class Kept:
    """The columns of all documents in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Read everything anew when next asked."""
        self._seen: datetime | None = None
        self._values: dict[tuple[str, str], int] = {}
        self._columns = _columns_of([], self._values)

    def of(self, ids: NDArray[np.int64]) -> Columns:
        """As the documents are now, these and others."""
        with self._lock:
            newest = _newest()
            if newest is not None and newest != self._seen:
                if self._seen is None:
                    self._read({})
                else:
                    self._read_since(min(newest, self._seen) - OVERLAP)
                self._seen = newest
            _rows, known = self._columns.rows_of(ids)
            if not known.all():
                self._read({"pk__in": ids[~known].tolist()})
            return self._columns

    def _read_since(self, then: datetime) -> None:
        """What was indexed since, but for what was read after that."""
        changed = SearchDocument.objects.filter(indexed_at__gte=then).values_list(
            "pk", "indexed_at"
        )
        stamps = {pk: indexed.timestamp() for pk, indexed in changed.iterator()}
        ids = np.array(sorted(stamps), np.int64)
        rows, known = self._columns.rows_of(ids)
        known[known] = self._columns.indexed[rows[known]] == [stamps[pk] for pk in ids[known]]
        if not known.all():
            self._read({"pk__in": ids[~known].tolist()})

    def _read(self, which: Mapping[str, Any]) -> None:
        documents = SearchDocument.objects.filter(**which).order_by("pk")
        read = _columns_of(documents.values_list(*_FIELDS).iterator(chunk_size=2_000), self._values)
        self._columns = self._columns.without(read.ids).joined(read)


def _newest() -> datetime | None:
    # Asked with every search, and written as SQL: making it of a query set takes four times longer.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max(indexed_at) FROM {SearchDocument._meta.db_table}")
        return cursor.fetchone()[0]


def _columns_of(documents: Iterable[tuple], values: dict[tuple[str, str], int]) -> Columns:
    """The columns of documents as they were read; ``values`` learns what is new among theirs."""
    facts: list[tuple] = []
    codes: list[list[int]] = []
    for pk, page, indexed, date, cost, sort_key, *rest in documents:
        facts.append(
            (
                pk,
                page or 0,
                indexed.timestamp(),
                date.timestamp() if date else -np.inf,
                np.inf if cost is None else float(cost),
                sort_key,
            )
        )
        codes.append([values.setdefault(each, len(values)) for each in _pairs(rest)])
    ids, pages, indexed, dates, costs, sort_keys = zip(*facts, strict=True) if facts else ((),) * 6
    return Columns(
        np.array(ids, np.int64),
        np.array(pages, np.int64),
        np.array(indexed, np.float64),
        np.array(dates, np.float64),
        np.array(costs, np.float64),
        np.array(sort_keys, np.object_),
        starts=_starts(np.array(list(map(len, codes)), np.int64)),
        codes=np.fromiter(chain.from_iterable(codes), np.int32),
        values=values,
    )


def _pairs(rest: list[Any]) -> Iterator[tuple[str, str]]:
    for field, value in zip(ONE, rest, strict=False):
        if value not in ("", None):
            yield field, str(value)
    for field, several in zip(SEVERAL, rest[len(ONE) :], strict=True):
        for value in dict.fromkeys(several):
            if value:
                yield field, value


def _starts(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])


kept = Kept()
