"""What the import would do with each record, decided before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from base.refusals import Missing
from base.telling import Words, said, said_together

from ..models import PracticePage, PracticeState
from ..models.vocabularies import Origin, RecordLevel
from . import filling
from .columns import COLUMNS, PEOPLE, RELATIONS, Home
from .completeness import Completeness
from .merging import Changes, changes_of
from .records import Record
from .stored import Stored


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ERROR = "error"


class Known(StrEnum):
    """What becomes of a practice whose identifier is in the file."""

    CHANGE = "change"
    SKIP = "skip"


class Alike(StrEnum):
    """What becomes of a record whose identifier is new, but whose title and city are not."""

    SEPARATE = "separate"
    CHANGE = "change"
    SKIP = "skip"


@dataclass(frozen=True)
class Options:
    """What the person who imports asked for."""

    publish: bool = False
    archival: bool = False
    known: Known = Known.CHANGE
    alike: Alike = Alike.SEPARATE

    @property
    def publishes(self) -> bool:
        return self.publish or self.archival


@dataclass
class Plan:
    """One record with its pages as they shall be, and what is to be done with them."""

    record: Record
    outcome: Outcome = Outcome.ERROR
    changes: Changes = field(default_factory=Changes)
    # Both are there unless something is wrong with the record.
    page: PracticePage = None  # type: ignore[assignment]
    state: PracticeState = None  # type: ignore[assignment]
    english: PracticePage | None = None
    # Content that needs a revision; ``publish`` says whether it, or the draft there is, goes live.
    revise: bool = False
    revise_english: bool = False
    publish: bool = False
    publish_english: bool = False
    save_state: bool = False
    lacking: list[Missing] = field(default_factory=list)
    lacking_english: list[Missing] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    # Names a practice that comes later in the file: looked at once more at the end.
    unresolved: bool = False

    @property
    def is_new(self) -> bool:
        return self.page is not None and self.page.pk is None

    @property
    def is_written(self) -> bool:
        return self.outcome in (Outcome.NEW, Outcome.CHANGED)


class Planner:
    """Plans for one import; ``who`` is the audience a new practice is born with."""

    def __init__(self, options: Options, who: str, completeness: Completeness):
        self.options = options
        self.who = who
        self.completeness = completeness

    def plan(self, record: Record, found: list[Stored], audience: str | None) -> Plan:
        plan = Plan(record)
        if len(found) > 1:
            record.problem("external_id", _("Several practices have this identifier."))
        if record.problems:
            return plan
        stored = found[0] if found else None
        if stored is not None and record.is_left:
            return self._leave(plan, stored)
        plan.changes = changes_of(record, stored)
        self._refuse(plan, stored)
        if record.problems:
            return plan
        self._fill(plan, stored)
        self._decide(plan, audience or self.who, former=stored.values["level"] if stored else "")
        if record.problems:
            return plan
        plan.outcome = self._outcome(plan)
        return plan

    @staticmethod
    def _leave(plan: Plan, stored: Stored) -> Plan:
        plan.page, plan.english, plan.state = stored.page, stored.english, stored.state
        plan.outcome = Outcome.UNCHANGED
        plan.notes.append(_("It already exists and was left as it is."))
        return plan

    # --- What cannot be ---

    def _refuse(self, plan: Plan, stored: Stored | None) -> None:
        record, values = plan.record, plan.changes.values
        if not (values.get("title", stored.values["title"] if stored else "")):
            record.problem("title", _("Every practice needs a title."))
        if stored is None:
            if _says_english(plan.changes) and not values.get("title_en"):
                record.problem("title_en", _("An English version needs a title."))
            return
        if values.get("title_en") == "":
            message = _("An import does not remove an English page; leave the column out.")
            record.problem("title_en", message)
        elif stored.english is None and _says_english(plan.changes) and "title_en" not in values:
            record.problem("title_en", _("An English version needs a title."))
        for name in ("slug", "slug_en"):
            page = stored.english if COLUMNS[name].english else stored.page
            if name in values and page is not None:
                message = _("Change the address of a page in the admin.")
                record.problem(name, message, name, values[name])
        if plan.changes and stored.is_locked:
            record.problem("", _("The page is locked in the admin."))
        if plan.changes and stored.is_under_review:
            record.problem("", _("The page is being reviewed in the admin."))

    # --- The pages as they shall be ---

    def _fill(self, plan: Plan, stored: Stored | None) -> None:
        record, changes = plan.record, plan.changes
        plan.page = stored.page if stored else filling.new_original(record.name)
        plan.english = stored.english if stored else None
        plan.state = stored.state if stored else _new_state(plan.page)
        people = {
            role: tuple(
                changes.values.get(name, stored.values[name] if stored else "") for name in columns
            )
            for role, columns in PEOPLE.items()
        }
        filling.fill_original(plan.page, changes, people)
        if plan.english is None and _says_english(changes):
            plan.english = filling.new_english(plan.page)
            plan.revise_english = True
        if plan.english is not None and (plan.revise_english or changes.touch_english):
            filling.fill_english(plan.english, plan.page, changes)
            plan.revise_english = True
        plan.revise = plan.is_new or changes.touch_original
        filling.fill_state(plan.state, changes)
        plan.save_state = plan.is_new or changes.touch_state
        plan.unresolved = any(practice.pk is None for practice in changes.values.get("related", []))

    # --- Publication ---

    def _decide(self, plan: Plan, who: str, *, former: str) -> None:
        page, state = plan.page, plan.state
        plan.lacking = self.completeness.missing(page, state.level, who)
        ready = not plan.lacking
        if page.live and plan.lacking and "level" in plan.changes.values:
            if not (self.options.archival and former == RecordLevel.ARCHIVAL):
                listed = said_together(plan.lacking)
                message = said(_("The record is missing: %(what)s"), what=listed)
                plan.record.problem("level", message)
                return
            # Imported as archival before; it stays so until it has everything.
            self._keep_level(plan, former)
            ready = not self.completeness.missing(page, former, who)
        elif (
            not page.live
            and plan.lacking
            and self.options.archival
            and self._may_go_live(plan, page)
        ):
            ready = self._make_archival(plan, who)
        needs = plan.revise or not page.live or page.has_unpublished_changes
        plan.publish = ready and needs and self._may_go_live(plan, page)
        if page.live and not plan.publish and (plan.revise or page.has_unpublished_changes):
            self._keep_level(plan, former)
        if plan.english is not None:
            self._decide_english(plan, plan.english, who)

    def _make_archival(self, plan: Plan, who: str) -> bool:
        """Whether the record has at least what an old one needs; it is marked as one then."""
        if self.completeness.missing(plan.page, RecordLevel.ARCHIVAL, who):
            return False
        if plan.state.level != RecordLevel.ARCHIVAL:
            plan.state.level = plan.changes.values["level"] = RecordLevel.ARCHIVAL
            plan.save_state = True
        return True

    @staticmethod
    def _keep_level(plan: Plan, former: str) -> None:
        """What is published keeps its level while the change that earns another one waits."""
        if plan.changes.values.pop("level", None):
            plan.state.level = former
            plan.save_state = plan.changes.touch_state

    def _decide_english(self, plan: Plan, english: PracticePage, who: str) -> None:
        plan.lacking_english = self.completeness.missing(english, plan.state.level, who)
        waits = not english.live or english.has_unpublished_changes
        needs = plan.revise_english or (waits and plan.record.has_english)
        plan.publish_english = (
            needs
            and not plan.lacking_english
            and (plan.publish or plan.page.live)
            and self._may_go_live(plan, english)
        )

    def _may_go_live(self, plan: Plan, page: PracticePage) -> bool:
        """Whether the import was asked to publish, and nobody's unfinished work goes with it."""
        if not self.options.publishes:
            return False
        if plan.record.values.get("live" if page.is_original else "live_en") is False:
            return False
        if page.go_live_at is not None and page.go_live_at > timezone.now():
            note = _("It is scheduled for a later date.")
        elif _is_somebodys_draft(page):
            note = _("It has an editor's unpublished changes, which an import does not publish.")
        else:
            return True
        if note not in plan.notes:
            plan.notes.append(note)
        return False

    @staticmethod
    def _outcome(plan: Plan) -> Outcome:
        if plan.is_new:
            return Outcome.NEW
        writes = (plan.revise, plan.revise_english, plan.publish, plan.publish_english)
        return Outcome.CHANGED if any(writes) or plan.save_state else Outcome.UNCHANGED


def _new_state(page: PracticePage) -> PracticeState:
    return PracticeState(translation_key=page.translation_key, origin=Origin.IMPORT)


def _says_english(changes: Changes) -> bool:
    in_rows = any(
        row.values[column.name]
        for name, rows in changes.rows.items()
        for column in RELATIONS[name].columns.values()
        if column.english
        for row in rows
    )
    return in_rows or any(
        value
        for name, value in changes.values.items()
        if COLUMNS[name].english and COLUMNS[name].home is Home.TEXT
    )


def _is_somebodys_draft(page: PracticePage) -> bool:
    """Whether the latest draft is a person's; an import's own has nobody."""
    waiting = page.pk is not None and (page.has_unpublished_changes or not page.live)
    revision: Any = page.latest_revision if waiting else None
    return revision is not None and revision.user_id is not None
