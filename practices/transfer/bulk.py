"""Many rows written at once: what Wagtail does page by page, with a statement or two a table.

``add_child``, ``save_revision`` and ``publish`` take some 65 ms a page, ten thousand of them eleven
minutes. ``bulk_create`` refuses models that inherit from another table, and its statements of
thousands of parameters cost more than what they do; so rows are sent by ``COPY``, into a temporary
table where they may be there already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models, transaction
from psycopg import sql
from wagtail.models import COMMENTS_RELATION_NAME, Page

from ..models import PracticePage
from .clusters import CHILD_RELATIONS, M2M_FIELDS, rows_of

# What an import never changes of a page that is there already.
_STRUCTURE = {
    "id", "path", "depth", "numchild", "translation_key", "locale", "content_type", "url_path",
    "slug", "owner", "locked", "locked_at", "locked_by", "alias_of",
}  # fmt: skip

# Fields whose plain values need no preparation, which is most of the columns of a page.
_AS_THEY_ARE = (
    models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey,
)  # fmt: skip
_PLAIN = {str, int, bool, type(None)}


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


def insert(model: type[models.Model], records: Iterable[Any]) -> None:
    """Insert new records; those without a primary key get one."""
    records = list(records)
    if not records:
        return
    waiting = [record for record in records if record.pk is None]
    for record, pk in zip(waiting, next_ids(model, len(waiting)), strict=True):
        record.pk = pk
    _copy(model, records, model._meta.db_table)
    for record in records:
        record._state.adding = False


def upsert(
    model: type[models.Model],
    records: Sequence[Any],
    *,
    by: str,
    keep: Iterable[str] = (),
) -> None:
    """Insert records, or update those known ``by`` a unique field, but for what they ``keep``."""
    if records:
        # The table they come in lives as long as a transaction.
        with transaction.atomic(savepoint=False):
            _upsert(model, records, by, keep)


def _upsert(
    model: type[models.Model], records: Sequence[Any], by: str, keep: Iterable[str]
) -> None:
    kept = {by, *keep}
    fields = model._meta.local_concrete_fields
    changed = [sql.Identifier(field.column) for field in fields if field.name not in kept]
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "CREATE TEMPORARY TABLE incoming (LIKE {} INCLUDING DEFAULTS) ON COMMIT DROP"
            ).format(sql.Identifier(model._meta.db_table))
        )
    _copy(model, records, "incoming")
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming"
                " ON CONFLICT ({by}) DO UPDATE SET {changes}"
            ).format(
                table=sql.Identifier(model._meta.db_table),
                columns=_columns(fields),
                by=sql.Identifier(model._meta.get_field(by).column),
                changes=sql.SQL(", ").join(
                    sql.SQL("{0} = EXCLUDED.{0}").format(column) for column in changed
                ),
            )
        )
        cursor.execute("DROP TABLE incoming")


def _columns(fields: Sequence[models.Field]) -> sql.Composable:
    return sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)


def _copy(model: type[models.Model], records: Iterable[Any], table: str) -> None:
    fields = model._meta.local_concrete_fields
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _columns(fields))
    sent = [(field, field.attname, isinstance(field, _AS_THEY_ARE)) for field in fields]
    # What comes of copying is not among what Django's cursors translate by themselves.
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for record in records:
            copy.write_row(
                [
                    value
                    if as_it_is and type(value := getattr(record, attribute)) in _PLAIN
                    else field.get_db_prep_save(field.pre_save(record, True), connection)
                    for field, attribute, as_it_is in sent
                ]
            )


def write_pages(pages: Sequence[PracticePage], new: set[int]) -> None:
    """Insert new pages, or update those that are there, in both their tables."""
    added = [page for page in pages if page.pk in new]
    known = [page for page in pages if page.pk not in new]
    for model in (Page, PracticePage):
        insert(model, added)
    upsert(Page, known, by="id", keep=_STRUCTURE)
    upsert(PracticePage, known, by="page_ptr", keep={"external_id"})


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
        upsert(model, kept, by=model._meta.pk.name)
    insert(model, added)


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
    insert(
        through,
        (
            through(**{source: page_id, target: record_id})
            for page_id, record_id in dict.fromkeys(ordered)
        ),
    )


def upsert_by_key(records: Iterable[models.Model], keep: Iterable[str] = ()) -> None:
    """Insert records that stand beside a page, or change those there are."""
    records = list(records)
    if records:
        model = type(records[0])
        waiting = [record for record in records if record.pk is None]
        for record, pk in zip(waiting, next_ids(model, len(waiting)), strict=True):
            record.pk = pk
        upsert(model, records, by="translation_key", keep={"id", *keep})
