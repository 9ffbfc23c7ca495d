"""The import: a file in batches, each checked, planned and written in one transaction.

A record is written whole or not at all. When a batch meets an error of the database, its records
are tried one by one, so that one of them does not take the others with it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from django.db import DatabaseError, OperationalError, connection, reset_queries, transaction
from django.utils.translation import gettext_lazy as _

from base.languages import original_locale_id, translation_locale_id
from base.models import Audience
from base.signals import audience_of_new
from base.telling import said

from ..models import PracticeIndexPage, PracticePage
from ..signals import practices_imported
from . import stored
from .checking import check
from .completeness import Completeness
from .corrections import Corrected, Corrections
from .doubts import Doubts, note_alike, page_name, practices_alike
from .journal import NO_JOURNAL, Journal
from .lookups import Lookups
from .planning import Alike, Known, Options, Outcome, Plan, Planner
from .reading import Cells, FileProblem, Table, open_table
from .records import Record, read_record
from .reporting import Line, Summary, failed, line_of
from .saving import Places, save
from .tree import Place

BATCH = 250
# A batch that met another transaction's lock is tried again.
TRIES = 3
# Any number, the same in every process: one import at a time.
LOCK = 7_302_511

Progress = Callable[[int, int], None]


class AnotherImport(FileProblem):
    """One import at a time: this one may come later."""


def import_practices(
    path: Path,
    options: Options,
    *,
    dry_run: bool = False,
    batch_size: int = BATCH,
    corrections: Corrections = MappingProxyType({}),
    journal: Journal = NO_JOURNAL,
    take: Callable[[Line], None] = lambda line: None,
    progress: Progress = lambda done, total: None,
) -> Summary:
    """Import a file; ``take`` is given the report of each record.

    Raises :class:`FileProblem` before anything is written. What ``progress`` raises ends the
    import between two batches.
    """
    table = Corrected(open_table(path), corrections)
    checked = check(table)
    with _alone(dry_run), _memory_by_batch() as batch_ended:
        run = _Import(options, dry_run, checked.names, take, journal)
        done = 0
        progress(done, checked.records)
        for batch in _batches(table.lines(), batch_size):
            run.batch(batch)
            done += len(batch)
            progress(done, checked.records)
            batch_ended()
        run.finish(table)
    return run.summary


def _batches(lines: Iterable[Cells], size: int) -> Iterator[list[Cells]]:
    lines = iter(lines)
    while batch := list(islice(lines, size)):
        yield batch


@contextmanager
def _alone(dry_run: bool) -> Iterator[None]:
    if dry_run:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise AnotherImport(_("Another import is running."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def _memory_by_batch() -> Iterator[Callable[[], None]]:
    """Look for garbage after each batch only: its rows are many, and none dies before.

    A quarter of the time of an import went into looking.
    """

    def batch_ended() -> None:
        # With DEBUG on, Django keeps every statement; a batch's are megabytes.
        reset_queries()
        gc.collect()

    was_enabled = gc.isenabled()
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield batch_ended
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


class _Import:
    def __init__(
        self,
        options: Options,
        dry_run: bool,
        names: set[str],
        take: Callable[[Line], None],
        journal: Journal,
    ):
        index = PracticeIndexPage.objects.originals().first()
        if index is None or index.english is None:
            raise FileProblem(_("The list of practices must exist in both languages."))
        self.dry_run = dry_run
        self.lookups = Lookups(frozenset(names))
        self.who = audience_of_new(PracticePage(path=index.path + "0001", depth=index.depth + 1))
        self.options = options
        self.planner = Planner(options, self.who, Completeness())
        self.doubts = Doubts(self.lookups) if dry_run else None
        self.journal = journal
        self.summary = Summary(dry_run)
        self._take = take
        self._addresses: set[tuple[int, str]] = set()
        self._unresolved: set[int] = set()
        # Stored practices that a record of another name was taken for.
        self._taken: dict[str, str] = {}

    def batch(self, batch: Iterable[Cells], *, again: bool = False) -> None:
        """``again`` is for records whose report was given."""
        records = [read_record(cells, self.lookups) for cells in batch]
        for line in self._tried(records):
            if not again:
                self.summary.add(line)
                self._take(line)

    def finish(self, table: Table) -> None:
        """Look again at records that name practices which came after them in the file."""
        if self._unresolved and not self.dry_run:
            numbers, self._unresolved = self._unresolved, set()
            later = (cells for cells in table.lines() if cells.number in numbers)
            for batch in _batches(later, BATCH):
                self.batch(batch, again=True)

    def _tried(self, records: list[Record]) -> list[Line]:
        for attempt in range(1, TRIES + 1):
            try:
                return self._written(records)
            except OperationalError:
                self.lookups.reload_tags()
                if attempt == TRIES:
                    raise
            except DatabaseError as error:
                self.lookups.reload_tags()
                if len(records) == 1:
                    record = records[0]
                    return [failed(record.number, record.name, record.title, str(error))]
                return [line for record in records for line in self._tried([record])]
        raise AssertionError("unreachable")

    def _written(self, records: list[Record]) -> list[Line]:
        """Plan and write in one transaction; the report is given when it has ended."""
        with transaction.atomic():
            places = Places(
                Place(original_locale_id(), locked=not self.dry_run),
                Place(translation_locale_id(), locked=not self.dry_run),
            )
            plans = self._plans(records)
            self._claim_addresses(plans, places)
            writing = [plan for plan in plans if plan.is_written and not plan.record.problems]
            if writing and not self.dry_run:
                lines = [line_of(plan) for plan in plans]
                self.journal.before(writing)
                keys, made = save(writing, self.lookups, places, self.who, self.journal.by)
                places.close()
                self.journal.after(writing, made)
                practices_imported.send(sender=PracticePage, keys=keys)
            else:
                lines = [line_of(plan) for plan in plans]
        self._unresolved |= {plan.record.number for plan in plans if plan.unresolved}
        return lines

    def _plans(self, records: list[Record]) -> list[Plan]:
        sound = [record for record in records if not record.problems]
        found = stored.load([record.name for record in sound], self.lookups)
        new = [record for record in sound if record.name not in found]
        found |= stored.load(self._taken_for_stored(new), self.lookups)
        keys = [each.page.translation_key for several in found.values() for each in several]
        audiences = dict(
            Audience.objects.filter(translation_key__in=keys).values_list("translation_key", "who")
        )
        plans = []
        for record in records:
            if self.options.known is Known.SKIP and record.name not in self._taken:
                older = [s for s in found.get(record.name, []) if not self.journal.made(s.page.pk)]
                record.is_left = bool(older)
            if self.doubts is not None and not record.problems:
                self.doubts.note(record)
            known = found.get(record.name, [])
            audience = audiences.get(known[0].page.translation_key) if known else None
            plans.append(self.planner.plan(record, known, audience))
        return plans

    def _taken_for_stored(self, new: list[Record]) -> list[str]:
        """Give new records that are like a stored practice its name, where that was asked for."""
        names = []
        for name, page in practices_alike(new, self.lookups.in_file).items():
            record = next(record for record in new if record.name == name)
            stored_name = page_name(page)
            if self.options.alike is Alike.SEPARATE:
                note_alike(record, page)
            elif self._taken.setdefault(stored_name, name) != name:
                message = _("An earlier record of the file has this title and city.")
                record.problem("external_id", message)
            else:
                record.name, record.is_left = stored_name, self.options.alike is Alike.SKIP
                names.append(stored_name)
        return names

    def _claim_addresses(self, plans: list[Plan], places: Places) -> None:
        """An address the file gives itself must be free; others are made so."""
        given = [
            (plan, page)
            for plan in plans
            if plan.outcome is not Outcome.ERROR
            for page in (plan.page, plan.english)
            if page is not None and page.pk is None and page.slug
        ]
        for place, is_polish in ((places.polish, True), (places.english, False)):
            place.read_slugs([page.slug for _plan, page in given if page.is_original == is_polish])
        # A dry run writes none, so it remembers them all.
        claimed = self._addresses if self.dry_run else set()
        for plan, page in given:
            address = (page.locale_id, page.slug)
            if places.of(page).is_taken(page.slug) or address in claimed:
                column = "slug" if page.is_original else "slug_en"
                message = said(_("The address “%(slug)s” is taken."), slug=page.slug)
                plan.record.problem(column, message, column, page.slug)
            claimed.add(address)
