"""``manage.py import_practices FILE [--dry-run] [--publish] [--archival] [--report FILE.csv]``."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from base.telling import Words, said_together
from practices.transfer.importing import import_practices
from practices.transfer.planning import Options, Outcome
from practices.transfer.reading import FileProblem
from practices.transfer.reporting import (
    Line,
    Summary,
    outcome_label,
    report_file,
    standing_label,
)

# Seconds between two lines of progress.
PAUSE = 2


class Command(BaseCommand):
    help = "Imports practices from an .xlsx, .csv or .jsonl file; see docs/import.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would happen, write nothing."
        )
        parser.add_argument("--publish", action="store_true", help="Publish complete records.")
        parser.add_argument(
            "--archival",
            action="store_true",
            help="Publish incomplete records too, marked as archival.",
        )
        parser.add_argument(
            "--report", type=Path, metavar="FILE.csv", help="Write a line for each record."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = Options(publish=options["publish"], archival=options["archival"])
        begun = time.monotonic()
        try:
            with report_file(options["report"]) as take:
                summary = import_practices(
                    options["file"],
                    wanted,
                    dry_run=options["dry_run"],
                    take=self._taker(take, options),
                    progress=self._progress(options["verbosity"]),
                )
        except (FileProblem, OSError) as problem:
            raise CommandError(str(problem)) from problem
        self._say(summary, time.monotonic() - begun)
        if summary.has_errors:
            sys.exit(1)

    def _taker(self, write: Any, options: dict[str, Any]) -> Any:
        """A dry run and a verbose one print every record."""
        prints = options["dry_run"] or options["verbosity"] > 1

        def take(line: Line) -> None:
            write(line)
            if prints and not line.problems:
                self.stdout.write(_one(line))

        return take

    def _progress(self, verbosity: int) -> Any:
        last = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal last
            if verbosity and (time.monotonic() - last > PAUSE or done == total):
                last = time.monotonic()
                self.stderr.write(f"{done}/{total}", ending="\n")

        return progress

    def _say(self, summary: Summary, seconds: float) -> None:
        write = self.stdout.write
        if summary.dry_run:
            write(_("Dry run: nothing was written."))
        for outcome in Outcome:
            if count := summary.outcomes[outcome]:
                write(f"{outcome_label(outcome)}: {count}")
        standings = [
            f"{standing_label(standing)}: {count}"
            for standing, count in summary.standings.items()
            if standing
        ]
        if standings:
            write("; ".join(standings))
        if summary.new_tags:
            write(_("New tags, without a theme: %(tags)s.") % {"tags": ", ".join(summary.new_tags)})
        for line in summary.errors:
            for problem in line.problems:
                self.stderr.write(_problem(line, problem.column, problem.message))
        for line in summary.incomplete:
            write(_lacking(line))
        for line in summary.notes:
            write(f"{_where(line)}: {said_together(line.notes)}")
        self._say_left_out(summary)
        write(_("Done in %(seconds).1f s.") % {"seconds": seconds})

    def _say_left_out(self, summary: Summary) -> None:
        left_out = summary.outcomes[Outcome.ERROR] - len(summary.errors)
        if left_out > 0:
            message = ngettext(
                "… and %(count)d more record with errors; --report FILE.csv lists them all.",
                "… and %(count)d more records with errors; --report FILE.csv lists them all.",
                left_out,
            )
            self.stderr.write(message % {"count": left_out})


def _where(line: Line) -> str:
    return _("Line %(number)d (%(name)s)") % {"number": line.number, "name": line.name or "–"}


def _one(line: Line) -> str:
    parts = [outcome_label(line.outcome), standing_label(line.polish)]
    if line.columns:
        parts.append(", ".join(line.columns))
    return f"{_where(line)}: {'; '.join(part for part in parts if part)}"


def _problem(line: Line, column: str, message: Words) -> str:
    if not column:
        return f"{_where(line)}: {message}"
    return _("%(where)s, column %(column)s: %(message)s") % {
        "where": _where(line),
        "column": column,
        "message": message,
    }


def _lacking(line: Line) -> str:
    said = [_("missing from a full record: %(what)s") % {"what": said_together(line.lacking)}]
    if line.lacking_english:
        said.append(_("in English: %(what)s") % {"what": said_together(line.lacking_english)})
    said = said if line.lacking else said[1:]
    return f"{_where(line)}: {standing_label(line.polish)}; {'; '.join(said)}"
