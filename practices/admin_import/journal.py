"""What an import run made and changed, kept in the transaction that writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder

from base.languages import original_locale_id

from ..models import ImportChange, ImportMade, ImportRun, PracticePage, PracticeState
from ..transfer.journal import Journal

if TYPE_CHECKING:
    from registers.models import Person, Tag

    from ..transfer.planning import Plan

PAGE_COLUMNS = ("live", "has_unpublished_changes", "latest_revision", "live_revision")
STATE_COLUMNS = ("level", "verification", "confirmed_on", "due_on", "origin")


class RunJournal(Journal):
    """Keeps what was there before a run first touched a page, and what it left last."""

    def __init__(self, run: ImportRun):
        self.run = run
        self.by = run.started_by_id
        self._before: dict[int, dict[str, Any]] = {}
        kept = run.changes.filter(is_new=True, undone="")
        self._made = set(kept.values_list("page_id", flat=True))

    def made(self, pk: int | None) -> bool:
        return pk in self._made

    def before(self, plans: Sequence[Plan]) -> None:
        pages = _pages(plans)
        for page in pages:
            if page.latest_revision_id is None:
                _keep_as_revision(page.pk)
        self._before = snapshots(page.pk for page in pages)

    def after(self, plans: Sequence[Plan], made: Sequence[Tag | Person]) -> None:
        pages = {page.pk: page for page in _pages(plans)}
        known = {each.page_id: each for each in self.run.changes.filter(page_id__in=pages)}
        changes = []
        for pk, after in snapshots(pages).items():
            before = self._before.get(pk, {})
            if before == after:
                continue
            page, change = pages[pk], known.get(pk)
            if not before:
                self._made.add(pk)
            if change is None or change.undone:
                change = _change(self.run, page, change, before)
            change.after, change.title = after, page.title
            changes.append(change)
        ImportChange.objects.bulk_create(
            changes,
            update_conflicts=True,
            unique_fields=["run", "page_id"],
            update_fields=["is_new", "before", "after", "title", "undone", "why_left"],
        )
        ImportMade.objects.bulk_create(
            ImportMade(
                run=self.run,
                content_type=ContentType.objects.get_for_model(record),
                object_id=record.pk,
                label=str(record),
            )
            for record in made
        )


def _pages(plans: Sequence[Plan]) -> list[PracticePage]:
    """Originals and English pages the database has."""
    pages = [page for plan in plans for page in (plan.page, plan.english)]
    return [page for page in pages if page is not None and page.pk is not None]


def _change(
    run: ImportRun, page: PracticePage, known: ImportChange | None, before: dict[str, Any]
) -> ImportChange:
    return ImportChange(
        pk=known.pk if known else None,
        run=run,
        page_id=page.pk,
        translation_key=page.translation_key,
        is_original=page.locale_id == original_locale_id(),
        is_new=not before,
        before=before,
    )


def _keep_as_revision(pk: int) -> None:
    """A page that no revision says anything of could not be put back."""
    page = PracticePage.objects.get(pk=pk)
    page.save_revision(clean=False, changed=False, log_action=False)


def snapshots(ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """By page, what tells whether somebody has changed it since; of an original its state too."""
    rows = PracticePage.objects.filter(pk__in=list(ids)).values(
        "pk", "translation_key", "locale_id", *PAGE_COLUMNS
    )
    rows = list(rows)
    originals = [row["translation_key"] for row in rows if row["locale_id"] == original_locale_id()]
    states = _states(originals)
    return {
        row["pk"]: {
            **{name: row[name] for name in PAGE_COLUMNS},
            "state": states.get(row["translation_key"])
            if row["locale_id"] == original_locale_id()
            else None,
        }
        for row in rows
    }


def _states(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = PracticeState.objects.filter(translation_key__in=keys)
    return {
        row.pop("translation_key"): json.loads(json.dumps(row, cls=DjangoJSONEncoder))
        for row in rows.values("translation_key", *STATE_COLUMNS)
    }
