"""Reading many-to-many facts of many originals at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet


def with_ids(queryset: QuerySet, field: str) -> QuerySet:
    """The pages of ``queryset``, each bringing the related primary keys along for
    :func:`ids_by_page`.
    """
    page, related, through = _columns(queryset.model, field)
    rows = through.objects.filter(**{page: OuterRef("pk")}).order_by("pk").values(related)
    return queryset.annotate(**{_known(field): ArraySubquery(rows)})


def ids_by_page(model: type[Model], field: str, pages: Sequence[Model]) -> dict[int, list[int]]:
    """The related primary keys of each page, by the page's own: ``{page: [related, …]}``.

    Asked in one query, of those pages alone that were not read :func:`with_ids`.
    """
    known = _known(field)
    found = {each.pk: each.__dict__[known] for each in pages if known in each.__dict__}
    if unknown := [each.pk for each in pages if each.pk not in found]:
        found |= _ids(model, field, unknown)
    return defaultdict(list, found)


def ids_of(page: Model, field: str) -> list[int]:
    """The related primary keys of one page, asked once."""
    known = page.__dict__.get(_known(field))
    if known is None:
        known = page.__dict__[_known(field)] = ids_by_page(type(page), field, [page])[page.pk]
    return known


def _ids(model: type[Model], field: str, keys: Iterable[int]) -> dict[int, list[int]]:
    page, related, through = _columns(model, field)
    rows = through.objects.filter(**{f"{page}__in": keys}).order_by("pk")
    found: dict[int, list[int]] = defaultdict(list)
    for key, other in rows.values_list(page, related):
        found[key].append(other)
    return found


def _columns(model: type[Model], field: str) -> tuple[str, str, type[Model]]:
    """Of a many-to-many field: the names of the two columns between, and the table itself."""
    relation = model._meta.get_field(field)
    names = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    return f"{names[0]}_id", f"{names[1]}_id", relation.remote_field.through  # type: ignore[union-attr]


def _known(field: str) -> str:
    return f"_{field}_ids"
