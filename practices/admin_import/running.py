"""A run's check and its import: the importer told what was chosen, its report kept.

Each may be killed and done again: a check begins anew, an import goes on where records differ.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import connection, transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import override
from wagtail.log_actions import log

from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE
from base.telling import in_each_language, said_together, unsaid

from ..models import ImportProblem, ImportRun
from ..transfer.importing import AnotherImport, import_practices
from ..transfer.planning import Alike, Known, Options, Outcome
from ..transfer.reading import FileProblem
from ..transfer.records import Problem
from ..transfer.reporting import Line, Summary, report_file
from .journal import RunJournal

# Any number, the same in every process: with the run's own it makes a lock of its tasks.
LOCK = 7_302_512
# Records between two looks at whether to stop, and two steps of what is shown.
BATCH = 100

State = ImportRun.State
IMPORTED, UNDONE = "practices.imported", "practices.import_undone"


class Stopped(Exception):
    """Somebody asked the run to stop."""


@contextmanager
def only_here(run_id: int) -> Iterator[bool]:
    """Whether no other worker is at this run; a task may be given to two."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, run_id])
        (is_free,) = cursor.fetchone()
    try:
        yield is_free
    finally:
        if is_free:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, run_id])


def check(run: ImportRun) -> None:
    """The dry run: what would be done, and what is wrong or doubtful."""
    _work(run, dry_run=True)


def carry_out(run: ImportRun) -> None:
    """The import. Raises :class:`AnotherImport` while another one is running."""
    _work(run, dry_run=False)


def _work(run: ImportRun, *, dry_run: bool) -> None:
    recording = Recording(run)
    try:
        # What a cell says is no matter of who imports it.
        with override(ORIGINAL_LANGUAGE), tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            polish, english = folder / "pl.csv", folder / "en.csv"
            with (
                report_file(polish, ORIGINAL_LANGUAGE) as write_polish,
                report_file(english, TRANSLATION_LANGUAGE) as write_english,
            ):
                summary = import_practices(
                    _copied(run, folder),
                    _options(run),
                    dry_run=dry_run,
                    batch_size=BATCH,
                    corrections=run.corrections,
                    journal=RunJournal(run),
                    take=recording.taker(write_polish, write_english),
                    progress=recording.progress,
                )
            _keep_report(run.report_pl, polish)
            _keep_report(run.report_en, english)
    except AnotherImport:
        raise
    except Stopped:
        run.state = State.STOPPED
    except FileProblem as problem:
        run.state, run.problem = State.FAILED, unsaid(problem)
    else:
        run.state = State.CHECKED if dry_run else State.IMPORTED
        run.summary = _figures(run, summary)
    with transaction.atomic():
        recording.flush()
        run.save(update_fields=["state", "problem", "summary", "report_pl", "report_en"])
        if not dry_run:
            data = {name: run.summary.get(name, 0) for name in ("new", "changed", "error")}
            log(run, IMPORTED, user=run.started_by, data=data)


def _options(run: ImportRun) -> Options:
    return Options(
        publish=run.publishing == run.Publishing.COMPLETE,
        archival=run.publishing == run.Publishing.ARCHIVAL,
        known=Known(run.known),
        alike=Alike(run.alike),
    )


def _copied(run: ImportRun, folder: Path) -> Path:
    """The file where the reader can go through it as often as it likes."""
    path = folder / f"practices{run.suffix}"
    with run.file.open("rb") as stored, path.open("wb") as copy:
        for chunk in stored.chunks():
            copy.write(chunk)
    return path


class Recording:
    """Keeps what the importer reports, batch by batch."""

    def __init__(self, run: ImportRun):
        self.run = run
        self._waiting: list[ImportProblem] = []
        run.problems.all().delete()

    def taker(self, *writers: Callable[[Line], None]) -> Callable[[Line], None]:
        def take(line: Line) -> None:
            for write in writers:
                write(line)
            self._note(line, line.problems, is_error=True)
            self._note(line, line.doubts, is_error=False)

        return take

    def _note(self, line: Line, problems: tuple[Problem, ...], *, is_error: bool) -> None:
        self._waiting += [
            ImportProblem(
                run=self.run,
                is_error=is_error,
                line=line.number,
                name=line.name[:255],
                column=problem.column,
                message=problem.message,
                place=problem.place if problem.value else "",
                value=problem.value,
                candidates=[
                    [each.value, in_each_language(each.label)] for each in problem.candidates
                ],
            )
            for problem in problems
        ]

    def progress(self, done: int, total: int) -> None:
        self.flush()
        runs = ImportRun.objects.filter(pk=self.run.pk)
        runs.update(done=done, total=total)
        if runs.filter(is_to_stop=True).exists():
            raise Stopped

    def flush(self) -> None:
        ImportProblem.objects.bulk_create(self._waiting)
        self._waiting = []


def _keep_report(kept: FieldFile, path: Path) -> None:
    if kept:
        kept.delete(save=False)
    with path.open("rb") as file:
        kept.save("report.csv", File(file), save=False)


def _figures(run: ImportRun, summary: Summary) -> dict[str, Any]:
    """What is shown of a run; the last column of a list is a message."""
    return {
        **_outcomes(run, summary),
        "standings": {name: count for name, count in summary.standings.items() if name},
        "new_tags": list(summary.new_tags),
        "incomplete": [
            _listed(line, [*line.lacking, *line.lacking_english]) for line in summary.incomplete
        ],
        "notes": [_listed(line, line.notes) for line in summary.notes],
    }


def _listed(line: Line, said: Sequence[Any]) -> list[Any]:
    return [line.number, line.name, line.title, in_each_language(said_together(said))]


def _outcomes(run: ImportRun, summary: Summary) -> dict[str, int]:
    found = {str(outcome): summary.outcomes[outcome] for outcome in Outcome}
    if summary.dry_run:
        return found
    # An import that was killed and went on finds unchanged what it made itself.
    kept = run.changes.filter(undone="")
    made = kept.filter(is_new=True, is_original=True).values("translation_key")
    found["new"] = made.count()
    found["changed"] = (
        kept.exclude(translation_key__in=made).values("translation_key").distinct().count()
    )
    others = sum(found[name] for name in ("new", "changed", "error"))
    found["unchanged"] = max(0, sum(summary.outcomes.values()) - others)
    return found
