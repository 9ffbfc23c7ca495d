"""Counting without waiting: in the process's memory, written together now and then.

A reader's request only adds one to a number. What has been added is written after some request has
been answered and sent, ten seconds after the last time at the earliest, and when the process ends;
a process that is killed takes what it has not written with it. While the database is down nothing
is lost, as what could not be written is kept: a number for each page and day, so it stays small.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from threading import Lock
from typing import Any, NamedTuple
from uuid import UUID

from django.db import Error, connection, transaction
from django.utils import timezone

logger = logging.getLogger(__name__)

EVERY_SECONDS = 10
# After a failure others are not made to wait for a database that is down.
AGAIN_AFTER_SECONDS = 60

# Rows are written in one order, so that two processes never wait for each other's.
_WRITE_VIEWS = """
    INSERT INTO readership_pageviews AS known (translation_key, day, language, number)
    SELECT * FROM unnest(%s::uuid[], %s::date[], %s::text[], %s::int[])
    ON CONFLICT (translation_key, day, language)
    DO UPDATE SET number = known.number + excluded.number"""
_WRITE_SEARCHES = """
    INSERT INTO readership_searches AS known (day, language, number)
    SELECT * FROM unnest(%s::date[], %s::text[], %s::int[])
    ON CONFLICT (day, language) DO UPDATE SET number = known.number + excluded.number"""
# A document may have been deleted since.
_WRITE_DOWNLOADS = """
    INSERT INTO readership_downloads AS known (document_id, day, number)
    SELECT * FROM unnest(%s::bigint[], %s::date[], %s::int[]) AS counted (document, day, number)
    WHERE EXISTS (SELECT FROM base_customdocument WHERE id = counted.document)
    ON CONFLICT (document_id, day) DO UPDATE SET number = known.number + excluded.number"""


class View(NamedTuple):
    """A page, by its original's key, opened in a language on a day."""

    key: UUID
    day: date
    language: str


class Search(NamedTuple):
    """Something looked for in a language on a day."""

    day: date
    language: str


class Download(NamedTuple):
    """A document fetched on a day."""

    document: int
    day: date


_STATEMENTS: dict[type, str] = {
    View: _WRITE_VIEWS,
    Search: _WRITE_SEARCHES,
    Download: _WRITE_DOWNLOADS,
}


class Tally:
    """Numbers not yet written; all threads of a process share one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counted: Counter[View | Search | Download] = Counter()
        self._due = 0.0

    def add_view(self, key: UUID, language: str) -> None:
        self._add(View(key, timezone.localdate(), language))

    def add_search(self, language: str) -> None:
        self._add(Search(timezone.localdate(), language))

    def add_download(self, document_id: int) -> None:
        self._add(Download(document_id, timezone.localdate()))

    def _add(self, counted: View | Search | Download) -> None:
        with self._lock:
            self._counted[counted] += 1

    def write_if_due(self, **_kwargs: Any) -> None:
        """Write what has been counted, unless that was done a moment ago."""
        if self._counted and time.monotonic() >= self._due:
            self.write()

    def write(self) -> None:
        """Write what has been counted; what cannot be written now is kept for the next time."""
        with self._lock:
            counted, self._counted = self._counted, Counter()
            self._due = time.monotonic() + EVERY_SECONDS
        if not counted:
            return
        try:
            _write(counted)
        except Error as error:
            logger.warning("Readership could not be written: %s", type(error).__name__)
            with self._lock:
                self._counted.update(counted)
                self._due = time.monotonic() + AGAIN_AFTER_SECONDS


def _write(counted: Mapping[View | Search | Download, int]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for kind, statement in _STATEMENTS.items():
            if rows := list(_rows(counted, kind)):
                cursor.execute(statement, [list(column) for column in zip(*rows, strict=True)])


def _rows(counted: Mapping[View | Search | Download, int], kind: type) -> Iterator[tuple]:
    for each in sorted(each for each in counted if isinstance(each, kind)):
        yield (*each, counted[each])


tally = Tally()
