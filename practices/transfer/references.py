"""Which records a page in memory refers to, as rows of Wagtail's reference index.

The same rows as ``ReferenceIndex.create_or_update_for_object`` keeps of a saved page (a test holds
them together), without parsing texts that cannot refer to anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex

from ..models import PracticePage
from .bulk import insert
from .clusters import CHILD_RELATIONS, rows_of


@cache
def _pointing(model: type[models.Model]) -> list[Any]:
    """The foreign keys of a model that the index follows."""
    return [
        field
        for field in model._meta.get_fields()
        if field.is_relation
        and field.many_to_one
        and field.concrete
        and not isinstance(field, ParentalKey)
        and not getattr(field, "wagtail_reference_index_ignore", False)
        and not getattr(field.related_model, "wagtail_reference_index_ignore", False)
    ]


@cache
def _linking(model: type[models.Model]) -> list[Any]:
    """The texts of a model that may hold links."""
    return [field for field in model._meta.get_fields() if hasattr(field, "extract_references")]


def _type_id(model: type[models.Model]) -> int:
    parents = model._meta.get_parent_list()
    base = parents[-1] if parents else model
    return ContentType.objects.get_for_model(base, for_concrete_model=False).pk


def _own_type_id(model: type[models.Model]) -> int:
    return ContentType.objects.get_for_model(model, for_concrete_model=False).pk


def _references(record: Any) -> Iterator[tuple[int, str, str, str]]:
    for field in _pointing(type(record)):
        if (value := getattr(record, field.attname)) is not None:
            yield _type_id(field.related_model), str(value), field.name, field.name
    for field in _linking(type(record)):
        text = getattr(record, field.attname)
        if text and ("<a " in text or "<embed" in text):
            for model, pk, model_path, content_path in field.extract_references(text):
                path = f"{field.name}.{content_path}"
                yield _type_id(model), pk, f"{field.name}.{model_path}", path


def references_of(record: Any) -> set[tuple[int, str, str, str]]:
    """(type and id of what is referred to, path in the model, path in the content)."""
    found = set(_references(record))
    for name in CHILD_RELATIONS if isinstance(record, PracticePage) else ():
        for row in rows_of(record).get(name) or []:
            found |= {
                (type_id, pk, f"{name}.item.{model_path}", f"{name}.{row.pk}.{content_path}")
                for type_id, pk, model_path, content_path in _references(row)
            }
    return found


def index_references(records: list[Any], *, anew: bool) -> None:
    """Write the references of saved records of one model, practices or others without rows.

    With ``anew`` those known before are dropped first.
    """
    if not records:
        return
    model = type(records[0])
    own, base = _own_type_id(model), _type_id(model)
    if anew:
        ids = [str(record.pk) for record in records]
        ReferenceIndex.objects.filter(base_content_type=base, object_id__in=ids).delete()
    insert(
        ReferenceIndex,
        (
            ReferenceIndex(
                content_type_id=own,
                base_content_type_id=base,
                object_id=str(record.pk),
                to_content_type_id=type_id,
                to_object_id=pk,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
            )
            for record in records
            for type_id, pk, model_path, content_path in references_of(record)
        ),
    )
