"""Reading many-to-many facts of many originals in one query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model


def ids_by_page(model: type[Model], field: str, pages: Iterable[Model]) -> dict[int, list[int]]:
    """The related primary keys of each page, by the page's own: ``{page: [related, …]}``."""
    relation = model._meta.get_field(field)
    through = relation.remote_field.through  # type: ignore[union-attr]
    rows = (
        through.objects.filter(**{f"{relation.m2m_field_name()}__in": [page.pk for page in pages]})
        .order_by("pk")
        .values_list(f"{relation.m2m_field_name()}_id", f"{relation.m2m_reverse_field_name()}_id")
    )
    found: dict[int, list[int]] = defaultdict(list)
    for page_id, related_id in rows:
        found[page_id].append(related_id)
    return found
