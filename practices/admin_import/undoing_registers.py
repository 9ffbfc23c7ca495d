"""Taking back what an import added to the registers, where nothing uses it.

Asked of all at once: what nothing uses cannot be seen one by one in less than several statements.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, Revision

from registers.models import Person, Tag

from ..models import ImportMade, ImportRun

Register = type[Tag] | type[Person]


def undo_registers(run: ImportRun) -> tuple[list[str], list[str]]:
    """Remove tags and people that the run made and nothing uses; returns which, and which stay.

    Called in a transaction.
    """
    gone, kept = [], []
    for model in (Tag, Person):
        kind = ContentType.objects.get_for_model(model)
        made = {each.object_id: each for each in run.made.filter(content_type=kind)}
        records = model.objects.in_bulk(made)
        used = _used(model, records)
        unused = [
            record
            for pk, record in records.items()
            if pk not in used and _is_as_made(record, made[pk].label)
        ]
        _delete(model, unused, run)
        removed = {record.pk for record in unused}
        gone += [made[pk].label for pk in made if pk in removed]
        kept += [made[pk].label for pk in made if pk in records and pk not in removed]
        done = [each.pk for pk, each in made.items() if pk in removed or pk not in records]
        ImportMade.objects.filter(pk__in=done).delete()
    return gone, kept


def _delete(model: Register, records: list, run: ImportRun) -> None:
    """The history names each; the search and the indexes hear of each from the deletion."""
    kind, now = ContentType.objects.get_for_model(model), timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(record.pk),
            label=str(record),
            action="wagtail.delete",
            timestamp=now,
            user=run.started_by,
            uuid=uuid.uuid4(),
            deleted=True,
        )
        for record in records
    )
    model.objects.filter(pk__in=[record.pk for record in records]).delete()


def _is_as_made(record: Tag | Person, label: str) -> bool:
    if isinstance(record, Tag):
        return record.name == label and record.theme_id is None and len(record.names) == 1
    return record.name == label and not record.is_public and record.user_id is None


def _used(model: Register, ids: Iterable[int]) -> set[int]:
    """Those that a row of the database names, or the draft an editor would find."""
    ids = list(ids)
    found: set[int] = set()
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (one := relation.field) is not None:
            users = relation.related_model._base_manager.filter(**{f"{one.name}__in": ids})
            found.update(users.values_list(one.name, flat=True))
    return found | (_tags_in_drafts() if model is Tag else _people_in_drafts())


def _tags_in_drafts() -> set[int]:
    tagged = _drafts().values_list("content__tagged_items", flat=True)
    return {row.get("tag") for rows in tagged.iterator() for row in rows or []}


def _people_in_drafts() -> set[int]:
    named = _drafts().values_list("content__contact", "content__expert")
    return {pk for pair in named.iterator() for pk in pair if isinstance(pk, int)}


def _drafts() -> QuerySet[Revision]:
    waiting = Page.objects.filter(has_unpublished_changes=True)
    return Revision.objects.filter(pk__in=waiting.values("latest_revision"))
