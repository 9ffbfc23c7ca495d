"""Counting the values of many facets, arrays included, in one pass over what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


class Counted(NamedTuple):
    """A name for the answer, and the column of the documents that is counted."""

    name: str
    column: str
    is_array: bool


def count_values(
    documents: QuerySet,
    counted: Sequence[Counted],
    chosen: Mapping[Counted, Sequence[Any]] | None = None,
) -> dict[str, dict[str, int]]:
    """How many documents carry each value, by name: ``{"theme": {"climate": 12}}``.

    A document with two values counts for both; empty values are not counted. What is ``chosen``
    narrows whatever is counted but itself. The documents are found once, not for each name again.
    """
    chosen = chosen or {}
    columns = sorted({each.column for each in (*counted, *chosen)})
    try:
        found, params = documents.order_by().values(*columns).query.sql_with_params()
    except EmptyResultSet:
        return {}
    parts = []
    values: list[Any] = list(params)
    for each in counted:
        others = [other for other in chosen if other != each]
        conditions = ["true", *map(_has_chosen, others)]
        values += [each.name, *([str(value) for value in chosen[other]] for other in others)]
        column = f"unnest({each.column})" if each.is_array else each.column
        parts.append(
            f"SELECT %s::text, value::text, count(*) FROM (SELECT {column} AS value FROM found"
            f" WHERE {' AND '.join(conditions)}) AS each WHERE value::text <> '' GROUP BY value"
        )
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found AS MATERIALIZED ({found}) {' UNION ALL '.join(parts)}", values)
        for name, value, number in cursor.fetchall():
            counts[name][value] = number
    return counts


def _has_chosen(column: Counted) -> str:
    if column.is_array:
        return f"{column.column} && %s::varchar[]"
    return f"{column.column}::text = ANY(%s::text[])"
