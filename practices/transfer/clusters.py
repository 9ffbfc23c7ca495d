"""Pages with all their rows in memory: many at a time, with one query a relation.

modelcluster keeps a page's rows in the page once they are put there; from then on nothing that
reads them asks the database (completeness, digests, revisions, search documents).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
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


def attach_rows(pages: Iterable[PracticePage], known: dict[type, dict[int, Any]]) -> None:
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
