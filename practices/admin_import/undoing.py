"""Taking an import back: what nobody has touched since is deleted or put back, the rest is left.

A practice and its English page are one thing here: both are undone, or neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Revision

from base.refusals import Refusal
from base.telling import Words, unsaid

from ..models import ImportChange, ImportRun, PracticePage, PracticeState
from ..signals import practices_imported
from .deleting import delete_practices
from .journal import STATE_COLUMNS, snapshots

# Practices looked at together.
BATCH = 100
# Practices undone in one transaction, between two looks at whether to stop.
STEP = 50

Undone = ImportChange.Undone


@dataclass
class Group:
    """What a run did to one practice, original first, and why it must be left, if it must."""

    changes: list[ImportChange] = field(default_factory=list)
    why_left: Words = ""

    @property
    def is_new(self) -> bool:
        return self.changes[0].is_original and self.changes[0].is_new


def groups(run: ImportRun) -> Iterator[Group]:
    """Every practice of the run that was not looked at yet, batch by batch."""
    keys = keys_to_undo(run)
    for start in range(0, len(keys), BATCH):
        yield from _batch(run, keys[start : start + BATCH])


def keys_to_undo(run: ImportRun) -> list[UUID]:
    keys = _open(run).order_by("pk").values_list("translation_key", flat=True)
    return list(dict.fromkeys(keys))


def _open(run: ImportRun) -> models.QuerySet[ImportChange]:
    return run.changes.filter(undone="")


def _batch(run: ImportRun, keys: list[UUID]) -> Iterator[Group]:
    found: dict[UUID, Group] = defaultdict(Group)
    for change in _open(run).filter(translation_key__in=keys).order_by("-is_original", "pk"):
        found[change.translation_key].changes.append(change)
    now = snapshots(change.page_id for group in found.values() for change in group.changes)
    ours = {change.page_id for group in found.values() for change in group.changes}
    pages = PracticePage.objects.filter(translation_key__in=keys)
    others = set(pages.exclude(pk__in=ours).values_list("translation_key", flat=True))
    locked = set(pages.filter(locked=True).values_list("translation_key", flat=True))
    for key in keys:
        group = found[key]
        group.why_left = _why_left(group, now, has_others=key in others, is_locked=key in locked)
        yield group


def _why_left(
    group: Group, now: dict[int, dict[str, Any]], *, has_others: bool, is_locked: bool
) -> Words:
    for change in group.changes:
        there = now.get(change.page_id)
        if there is None:
            return _("Somebody deleted it after the import.")
        if there != change.after:
            return _("Somebody changed it after the import.")
    if group.is_new and has_others:
        return _("Somebody created a page in another language after the import.")
    return _("The page is locked.") if is_locked else ""


@dataclass
class Prospect:
    """What undoing would do, in figures, and the first of what it would leave."""

    deleted: int = 0
    put_back: int = 0
    left: int = 0
    examples: list[Group] = field(default_factory=list)

    MOST_LISTED = 50


def prospect(run: ImportRun) -> Prospect:
    found = Prospect()
    for group in groups(run):
        if group.why_left:
            found.left += 1
            if len(found.examples) < Prospect.MOST_LISTED:
                found.examples.append(group)
        elif group.is_new:
            found.deleted += 1
        else:
            found.put_back += 1
    return found


def undo_groups(run: ImportRun, keys: list[UUID], user: Any) -> None:
    """Undo what the run did to some practices, looked at anew within the transaction."""
    with transaction.atomic():
        there = PracticePage.objects.filter(translation_key__in=keys)
        list(there.select_for_update().order_by("pk").values_list("pk"))
        found = [group for group in _batch(run, keys) if group.changes]
        new = [group for group in found if group.is_new and not group.why_left]
        delete_practices([group.changes[0].translation_key for group in new], user)
        for group in found:
            if not group.why_left and not group.is_new:
                _put_back(group, user)
        changes = [change for group in found for change in _marked(group)]
        ImportChange.objects.bulk_update(changes, ["undone", "why_left"])


def _put_back(group: Group, user: Any) -> None:
    try:
        with transaction.atomic():
            _undo(group, user)
    except Refusal as refusal:
        group.why_left = unsaid(refusal)
    except _NotKept:
        group.why_left = _("The version before the import is no longer kept.")


def _marked(group: Group) -> list[ImportChange]:
    for change in group.changes:
        if group.why_left:
            change.undone, change.why_left = Undone.LEFT, group.why_left
        else:
            change.undone = Undone.DELETED if change.is_new else Undone.PUT_BACK
    return group.changes


class _NotKept(Exception):
    """A revision is gone."""


def _undo(group: Group, user: Any) -> None:
    for change in group.changes:
        page = PracticePage.objects.get(pk=change.page_id)
        if change.is_new:
            page.delete(user=user)
            continue
        if change.is_original:
            _put_state_back(change, user)
        _put_page_back(page, change.before, user)
    keys = [group.changes[0].translation_key]
    practices_imported.send(sender=PracticePage, keys=keys)


def _put_state_back(change: ImportChange, user: Any) -> None:
    if change.before["state"] == change.after["state"]:
        return
    states = PracticeState.objects.filter(translation_key=change.translation_key)
    if change.before["state"] is None:
        states.delete()
        return
    state = states.get()
    for name in STATE_COLUMNS:
        column = PracticeState._meta.get_field(name)
        setattr(state, name, column.to_python(change.before["state"][name]))
    state.changed_by = user
    state.save()


def _put_page_back(page: PracticePage, before: dict[str, Any], user: Any) -> None:
    """What readers saw is published again, and a draft waits again where one did."""
    was_waiting = before["has_unpublished_changes"] or not before["live"]
    seen = before["live_revision"] or (None if was_waiting else before["latest_revision"])
    if page.live and not before["live"]:
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
        page.refresh_from_db()
    elif before["live"] and page.live_revision_id != before["live_revision"]:
        _back_to(seen, user).publish(user=user)
        page.refresh_from_db()
    if was_waiting:
        if page.latest_revision_id != before["latest_revision"]:
            _back_to(before["latest_revision"], user)
    elif page.has_unpublished_changes:
        # The draft says again what readers see.
        revision = _back_to(seen, user)
        PracticePage.objects.filter(pk=page.pk).update(
            has_unpublished_changes=False, live_revision=revision
        )


def _back_to(number: int | None, user: Any) -> Revision:
    revision = Revision.objects.filter(pk=number).first()
    if revision is None:
        raise _NotKept
    former = revision.as_object()
    return former.save_revision(
        user=user, log_action="wagtail.revert", previous_revision=revision, clean=False
    )
