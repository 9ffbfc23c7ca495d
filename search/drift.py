"""Whether the documents say what pages and cities say: each difference found, by kind.

Documents are made as for the index, but for the analysis of their words, and compared by digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Case, F, Value, When
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from registers.models import City

from .bulk import drafted_practices
from .drafts import city
from .indexing import VERSION, drafted
from .keeping import all_keys, batches, cities_of, key_of, key_of_city, originals_of
from .models import SearchDocument
from .tasks import index


class Kind(StrEnum):
    MISSING = "missing"
    SURPLUS = "surplus"
    AUDIENCE = "wrong audience"
    OUTDATED = "outdated"


class Made(NamedTuple):
    """What a document is compared by."""

    who: str
    digest: str
    page_id: int | None
    version: int = VERSION


def find() -> dict[str, Kind]:
    """Every key whose document is not as it should be, but for those that wait to be indexed."""
    found = dict(_differences(all_keys()))
    found |= dict.fromkeys(_of_nothing(), Kind.SURPLUS)
    # What changed while it was compared may have been indexed since.
    still = dict(_differences(found))
    waiting = keys_waiting()
    return {key: kind for key, kind in still.items() if key not in waiting}


def keys_waiting() -> set[str]:
    """What the queue has yet to index, or is indexing now."""
    rows = DBTaskResult.objects.filter(
        task_path=index.module_path,
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING],
    )
    return {key for given in rows.values_list("args_kwargs", flat=True) for key in given["args"][0]}


def _differences(keys: Iterable[str]) -> Iterator[tuple[str, Kind]]:
    for batch in batches(keys):
        made = _made(batch)
        rows = SearchDocument.objects.filter(key__in=batch).annotate(
            # Nobody's, where its words are kept for others or not at all.
            found_by=Case(When(word_vector__who=F("who"), then=F("who")), default=Value("")),
        )
        stored = {
            key: Made(*values)
            for key, *values in rows.values_list("key", "found_by", "digest", "page_id", "version")
        }
        for key in batch:
            if kind := _difference(made.get(key), stored.get(key)):
                yield key, kind


def _difference(made: Made | None, stored: Made | None) -> Kind | None:
    if made == stored:
        return None
    if stored is None:
        return Kind.MISSING
    if made is None:
        return Kind.SURPLUS
    return Kind.AUDIENCE if made.who != stored.who else Kind.OUTDATED


def _made(keys: list[str]) -> dict[str, Made]:
    """What the documents of these keys should be compared by; those of nothing are not there."""
    practices, others = originals_of(keys)
    made = {
        key_of(page.translation_key): Made(who, draft.digest, page.pk)
        for page, draft, who in drafted_practices(practices)
    }
    for page in others:
        if found := drafted(page.specific):
            draft, original, who = found
            made[key_of(page.translation_key)] = Made(who, draft.digest, original.pk)
    for record in City.objects.filter(pk__in=cities_of(keys)):
        made[key_of_city(record.pk)] = Made("public", city(record).digest, None)
    return made


def _of_nothing() -> set[str]:
    return set(SearchDocument.objects.values_list("key", flat=True)) - set(all_keys())
