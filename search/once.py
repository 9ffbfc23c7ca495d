"""The words of a request, asked of the database once.

A list with words asks for its number, its page, its facets, its tabs and what exists in Polish
only. Ranking is the dear part of each of these statements; so it is done once and its answer, the
keys with their scores, stands in the others instead of the words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db.models import BigIntegerField, BooleanField, FloatField
from django_cte import CTE, with_cte
from django_cte.raw import raw_cte_sql

from .finding import Found, find
from .models import SearchDocument

if TYPE_CHECKING:
    from django.http import HttpRequest

# With more of them, sending the keys back and forth takes longer than ranking again.
MOST_KEPT = 5_000
_KEPT = "SELECT * FROM unnest(%s::bigint[], %s::float8[], %s::bool[]) AS kept(id, rank, by_meaning)"


def asked_for(request: HttpRequest) -> Found:
    """What the words in the address find, of every kind; the same for all that a page shows."""
    found = getattr(request, "_found", None)
    if found is None:
        found = kept(find(request.GET.get("q", ""), request.user))
        request._found = found  # type: ignore[attr-defined]
    return found


def kept(found: Found) -> Found:
    """The same documents with their ranks known, where words were asked for."""
    if found.query.is_empty:
        return found
    documents = found.documents.order_by()
    has_meaning = "by_meaning" in documents.query.annotations
    names = ("pk", "rank", "by_meaning") if has_meaning else ("pk", "rank")
    rows: list[Any] = list(documents.values_list(*names)[: MOST_KEPT + 1])
    if len(rows) > MOST_KEPT:
        return found
    if not rows:
        return replace(found, documents=documents.none())
    lists = [
        [row[0] for row in rows],
        [float(row[1]) for row in rows],
        [bool(row[2]) if has_meaning else False for row in rows],
    ]
    columns = {"id": BigIntegerField(), "rank": FloatField(), "by_meaning": BooleanField()}
    words = CTE(raw_cte_sql(_KEPT, lists, columns), name="kept", materialized=True)
    again = with_cte(words, select=words.join(SearchDocument.objects.all(), pk=words.col.id))
    return replace(
        found,
        documents=again.annotate(rank=words.col.rank, by_meaning=words.col.by_meaning),
    )
