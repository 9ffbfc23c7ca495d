"""What an import did, or would do, with each record."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from base.formulas import made_safe
from base.refusals import Missing
from base.telling import Words, said_together

from ..models.vocabularies import RecordLevel
from .planning import Outcome, Plan
from .records import Problem


@dataclass(frozen=True)
class Line:
    """The report of one record."""

    number: int
    name: str
    title: str
    outcome: Outcome
    # What happens to its columns; for a new record, the columns it fills.
    columns: tuple[str, ...] = ()
    # Where it stands afterwards: live, archival, draft, or changes waiting above a live page.
    polish: str = ""
    english: str = ""
    lacking: tuple[Missing, ...] = ()
    lacking_english: tuple[Missing, ...] = ()
    new_tags: tuple[str, ...] = ()
    notes: tuple[Words, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()


def line_of(plan: Plan) -> Line:
    record = plan.record
    if record.problems:
        return Line(
            record.number, record.name, record.title, Outcome.ERROR,
            problems=tuple(record.problems),
        )  # fmt: skip
    return Line(
        number=record.number,
        name=record.name,
        title=plan.page.title,
        outcome=plan.outcome,
        columns=tuple(plan.changes.columns),
        polish=_standing(plan.page, plan.publish, plan.revise, plan.state.level),
        english=(
            _standing(plan.english, plan.publish_english, plan.revise_english, "")
            if plan.english is not None
            else ""
        ),
        lacking=tuple(plan.lacking),
        lacking_english=tuple(plan.lacking_english),
        new_tags=tuple(tag.name for tag in record.new_tags),
        notes=tuple(plan.notes),
        doubts=tuple(record.doubts) if not record.is_left else (),
    )


def _standing(page: Any, publishes: bool, revises: bool, level: str) -> str:
    if publishes or (page.live and not revises and not page.has_unpublished_changes):
        return "archival" if level == RecordLevel.ARCHIVAL else "live"
    return "waiting" if page.live else "draft"


def failed(number: int, name: str, title: str, why: Words) -> Line:
    return Line(number, name, title, Outcome.ERROR, problems=(Problem("", why),))


@dataclass
class Summary:
    """The whole import in figures; lists are kept short whatever the file's length."""

    dry_run: bool = False
    outcomes: Counter = field(default_factory=Counter)
    standings: Counter = field(default_factory=Counter)
    english: Counter = field(default_factory=Counter)
    new_tags: dict[str, None] = field(default_factory=dict)
    errors: list[Line] = field(default_factory=list)
    incomplete: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)

    # How many lines of each kind are printed; the CSV report has all of them.
    MOST_LISTED = 50

    def add(self, line: Line) -> None:
        self.outcomes[line.outcome] += 1
        self.standings[line.polish] += 1
        self.english[line.english] += 1
        self.new_tags.update(dict.fromkeys(line.new_tags))
        for wanted, lines in (
            (line.problems, self.errors),
            (line.lacking or line.lacking_english, self.incomplete),
            (line.notes, self.notes),
        ):
            if wanted and len(lines) < self.MOST_LISTED:
                lines.append(line)

    @property
    def has_errors(self) -> bool:
        return bool(self.outcomes[Outcome.ERROR])


def outcome_label(outcome: Outcome) -> str:
    return {
        Outcome.NEW: _("new"),
        Outcome.CHANGED: _("changed"),
        Outcome.UNCHANGED: _("unchanged"),
        Outcome.ERROR: _("error"),
    }[outcome]


def standing_label(standing: str) -> str:
    return {
        "live": _("published"),
        "archival": _("published as archival"),
        "draft": _("draft"),
        "waiting": _("published; changes saved as a draft"),
    }.get(standing, "")


@contextmanager
def report_file(path: Path | None, language: str | None = None) -> Iterator[Any]:
    """Takes each line as it comes and writes it to a CSV file, if one is wanted.

    It is written in ``language``, else in the one that is active.
    """
    if path is None:
        yield lambda line: None
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")

        def write(rows: Callable[[], Iterable[list[str]]]) -> None:
            with override(language or get_language()):
                writer.writerows(rows())

        write(_headings)
        yield lambda line: write(partial(_csv_rows, line))


def _headings() -> list[list[str]]:
    return [
        [
            _("Line"),
            "external_id",
            _("Title"),
            _("Result"),
            _("Column"),
            _("Message"),
            _("Polish page"),
            _("English page"),
            _("Missing from a full record"),
            _("Missing in English"),
            _("New tags"),
        ]
    ]


def _csv_rows(line: Line) -> Iterator[list[str]]:
    """One row a record, or one for each of its problems."""
    said = [(p.column, str(p.message)) for p in line.problems] or [
        (", ".join(line.columns), str(said_together(line.notes)))
    ]
    for column, message in said:
        cells = [
            str(line.number),
            line.name,
            line.title,
            outcome_label(line.outcome),
            column,
            message,
            standing_label(line.polish),
            standing_label(line.english),
            str(said_together(line.lacking)),
            str(said_together(line.lacking_english)),
            "; ".join(line.new_tags),
        ]
        yield [made_safe(cell) for cell in cells]
