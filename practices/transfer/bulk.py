"""Many pages written at once: what Wagtail does page by page, with a statement a table.

``add_child``, ``save_revision`` and ``publish`` take some 65 ms a page, ten thousand of them eleven
minutes. ``bulk_create`` refuses models that inherit from another table, so the two tables of a
page are written one after the other with the insert that ``Model.save`` itself uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.constants import OnConflict
from wagtail.models import COMMENTS_RELATION_NAME, Page

from ..models import PracticePage
from .clusters import CHILD_RELATIONS, M2M_FIELDS, rows_of

# What an import never changes of a page that is there already.
_STRUCTURE = {
    "id", "path", "depth", "numchild", "translation_key", "locale", "content_type", "url_path",
    "slug", "owner", "locked", "locked_at", "locked_by", "alias_of",
}  # fmt: skip


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """Primary keys for new rows, so that what refers to them can be made before they are."""
    if not count:
        return []
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [f'"{table}"', column, count],
        )
        return [pk for (pk,) in cursor.fetchall()]


def write_pages(pages: Sequence[PracticePage]) -> None:
    """Insert new pages, or update those that are there, in both their tables."""
    if not pages:
        return
    _upsert(Page, pages, keep=_STRUCTURE)
    _upsert(PracticePage, pages, keep={"page_ptr", "external_id"})
    for page in pages:
        page._state.adding = False


def _upsert(model: type[models.Model], records: Sequence[Any], *, keep: set[str]) -> None:
    fields = model._meta.local_concrete_fields
    model._base_manager._insert(
        records,
        fields=fields,
        using=connection.alias,
        on_conflict=OnConflict.UPDATE,
        update_fields=[field for field in fields if field.name not in keep],
        unique_fields=[model._meta.pk],
    )


def note_drafts(pages: Sequence[PracticePage]) -> None:
    """Tell the live row that a newer draft waits, and nothing else."""
    fields = ["latest_revision", "latest_revision_created_at", "has_unpublished_changes",
              "draft_title"]  # fmt: skip
    if pages:
        Page.objects.bulk_update(pages, fields, batch_size=len(pages))


def write_rows(pages: Sequence[PracticePage], new: set[int]) -> None:
    """Make the rows in the database those in memory; ``new`` are pages that have none there."""
    for name, relation in CHILD_RELATIONS.items():
        if name != COMMENTS_RELATION_NAME:
            _write_children(pages, new, name, relation)
    for name, field in M2M_FIELDS.items():
        _write_many(pages, new, name, field)


def _write_children(pages: Sequence[PracticePage], new: set[int], name: str, relation: Any) -> None:
    model, key = relation.related_model, relation.field
    manager = model._default_manager
    old = [page.pk for page in pages if page.pk not in new]
    there = set(
        manager.filter(**{f"{key.name}__in": old}).values_list("pk", flat=True) if old else ()
    )
    kept, added = [], []
    for page in pages:
        for row in rows_of(page)[name]:
            setattr(row, key.attname, page.pk)
            if row.pk in there:
                kept.append(row)
            else:
                row.pk = None
                added.append(row)
    if gone := there - {row.pk for row in kept}:
        manager.filter(pk__in=gone).delete()
    if kept:
        rest = [field.name for field in model._meta.local_concrete_fields if not field.primary_key]
        manager.bulk_create(
            kept, update_conflicts=True, unique_fields=[model._meta.pk.name], update_fields=rest
        )
    manager.bulk_create(added)


def _write_many(pages: Sequence[PracticePage], new: set[int], name: str, field: Any) -> None:
    through = field.remote_field.through
    source, target = field.m2m_column_name(), field.m2m_reverse_name()
    wanted = {(page.pk, record.pk) for page in pages for record in rows_of(page)[name]}
    old = [page.pk for page in pages if page.pk not in new]
    there: dict[tuple[int, int], int] = {}
    if old:
        found = through._default_manager.filter(**{f"{source}__in": old})
        there = {(a, b): pk for a, b, pk in found.values_list(source, target, "pk")}
    if gone := [pk for pair, pk in there.items() if pair not in wanted]:
        through._default_manager.filter(pk__in=gone).delete()
    ordered = (
        (page.pk, record.pk)
        for page in pages
        for record in rows_of(page)[name]
        if (page.pk, record.pk) not in there
    )
    through._default_manager.bulk_create(
        through(**{source: page_id, target: record_id})
        for page_id, record_id in dict.fromkeys(ordered)
    )


def upsert_by_key(records: Iterable[models.Model], fields: list[str]) -> None:
    """Insert records kept by ``translation_key``, or change these fields of theirs."""
    records = list(records)
    if records:
        for record in records:
            record.pk = None
        type(records[0])._default_manager.bulk_create(
            records,
            update_conflicts=True,
            unique_fields=["translation_key"],
            update_fields=fields,
        )
