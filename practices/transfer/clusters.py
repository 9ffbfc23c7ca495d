"""Pages with all their rows in memory: many at a time, with one query a relation.

modelcluster keeps a page's rows in the page once they are put there; from then on nothing that
reads them asks the database (completeness, digests, revisions, search documents).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import models
from modelcluster.models import (
    get_all_child_m2m_relations,
    get_all_child_relations,
    get_field_value,
)
from wagtail.models import COMMENTS_RELATION_NAME

from ..models import PracticePage

CHILD_RELATIONS: dict[str, Any] = {
    relation.get_accessor_name(): relation for relation in get_all_child_relations(PracticePage)
}
M2M_FIELDS: dict[str, Any] = {
    field.name: field for field in get_all_child_m2m_relations(PracticePage)
}
# What is read together with a row, so that no row asks for it alone.
_TOGETHER = {
    "tagged_items": ["tag__theme__parent"],
    "funding": ["source"],
    "legal_basis": ["document__collection"],
    "pack": ["document__collection"],
    "gallery": ["image__collection"],
    "related": ["practice__practicepage"],
}


def rows_of(page: PracticePage) -> dict[str, list[Any]]:
    """The rows that are in memory, by relation; what is put here is the page's."""
    return page.__dict__.setdefault("_cluster_related_objects", {})


def begin_empty(page: PracticePage) -> PracticePage:
    """A new page has no rows yet, and none are asked for."""
    rows_of(page).update({name: [] for name in (*CHILD_RELATIONS, *M2M_FIELDS)})
    return page


def attach_rows(pages: Iterable[PracticePage], known: dict[Any, dict[int, Any]]) -> None:
    """Put every row of the pages into them; ``known`` are records already read, by model."""
    by_id = {page.pk: page for page in pages}
    if not by_id:
        return
    for name, relation in CHILD_RELATIONS.items():
        _attach_children(by_id, name, relation)
    for name, field in M2M_FIELDS.items():
        _attach_many(by_id, name, field, known.get(field.related_model, {}))


def _attach_children(by_id: dict[int, PracticePage], name: str, relation: Any) -> None:
    key = relation.field
    found = relation.related_model._default_manager.filter(**{f"{key.name}__in": by_id})
    if name in _TOGETHER:
        found = found.select_related(*_TOGETHER[name])
    grouped = defaultdict(list)
    for row in found.order_by(*(relation.related_model._meta.ordering or []), "pk"):
        page = by_id[getattr(row, key.attname)]
        key.set_cached_value(row, page)
        grouped[page.pk].append(row)
    if name == COMMENTS_RELATION_NAME and grouped:
        return  # conversations have replies; the few pages that have any read them themselves
    for pk, page in by_id.items():
        rows_of(page)[name] = grouped[pk]


def _attach_many(
    by_id: dict[int, PracticePage], name: str, field: models.Field, known: dict[int, Any]
) -> None:
    through = field.remote_field.through
    source, target = field.m2m_column_name(), field.m2m_reverse_name()
    pairs = through._default_manager.filter(**{f"{source}__in": by_id}).values_list(source, target)
    grouped = defaultdict(list)
    for page_id, record_id in pairs.order_by("pk"):
        grouped[page_id].append(record_id)
    missing = {pk for ids in grouped.values() for pk in ids} - known.keys()
    records = known | field.related_model._default_manager.in_bulk(missing) if missing else known
    for pk, page in by_id.items():
        rows_of(page)[name] = [records[record_id] for record_id in grouped[pk]]


def content_of(page: PracticePage) -> dict[str, Any]:
    """What ``page.serializable_data()`` gives, for a page whose rows are all in memory."""
    content = _fields_of(page)
    for name in CHILD_RELATIONS:
        rows = rows_of(page).get(name)
        if rows is None:  # comments, whose replies are theirs to tell
            return page.serializable_data()
        content[name] = [_fields_of(row) for row in rows]
    for name in M2M_FIELDS:
        content[name] = [record.pk for record in rows_of(page)[name]]
    return content


def _fields_of(record: Any) -> dict[str, Any]:
    content = {"pk": record.pk}
    for name, attribute, field in _serialised(type(record)):
        content[name] = (
            getattr(record, attribute) if field is None else get_field_value(field, record)
        )
    return content


@cache
def _serialised(model: type[models.Model]) -> list[tuple[str, str, models.Field | None]]:
    """(name, attribute, field) of what is kept; no field where the attribute is kept as it is."""
    as_it_is = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)
    return [
        (field.name, field.attname, None if _is_plain(field, as_it_is) else field)
        for field in model._meta.fields
        if field.serialize
    ]


def _is_plain(field: models.Field, as_it_is: tuple[type, ...]) -> bool:
    return field.remote_field is not None or isinstance(field, as_it_is)
