"""Counting the values of many facets, arrays included, in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import CharField, Count, F, Func, QuerySet, Value
from django.db.models.functions import Cast

# What is counted: a name for the answer, the documents, their column, whether it is an array.
Counted = tuple[str, QuerySet, str, bool]


def count_values(counted: Sequence[Counted]) -> dict[str, dict[str, int]]:
    """How many documents carry each value, by name: ``{"theme": {"climate": 12}}``.

    A document with two values counts for both; empty values are not counted.
    """
    if not counted:
        return {}
    parts = [_one(*each) for each in counted]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, value, number in rows:
        if value not in (None, ""):
            counts[name][value] = number
    return counts


def _one(name: str, documents: QuerySet, column: str, is_array: bool) -> QuerySet:
    value = Func(F(column), function="unnest") if is_array else F(column)
    return (
        documents.order_by()
        .annotate(
            _name=Value(name, output_field=CharField()),
            _value=Cast(value, CharField()),
        )
        .values_list("_name", "_value")
        .annotate(_number=Count("pk"))
    )
