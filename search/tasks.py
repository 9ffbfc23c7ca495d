"""What the queue does for the search. docs/decisions/0017-queue.md says why it is done so."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult
from wagtail.search.backends import get_search_backend

from base.queue import QUEUE, waiting
from exchange.models import MeetingPage
from practices.models import PracticePage

from .bulk import BATCH
from .encoder import encoder_class
from .keeping import batches, index_keys, index_what_can_be
from .meaning import embed_pending
from .models import SearchDocument

logger = logging.getLogger(__name__)

# How long to wait before a key is tried again; after the last time the task has failed, and what
# compares documents and pages repairs it.
WAITS = [timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1)]

paused: ContextVar[bool] = ContextVar("search_paused", default=False)


def index_later(keys: Iterable[str]) -> None:
    """Have these keys indexed once this transaction is committed, and not if it is not."""
    if not paused.get():
        for batch in batches(keys):
            index.enqueue(batch)


@task(backend=QUEUE)
def index(keys: list[str], tried: int = 0) -> None:
    """Index these keys, and what else is waiting to be: many changes of a page are one indexing.

    A key that fails waits and is tried again by itself.
    """
    if not tried and _index_with_waiting(keys):
        return
    failed = index_what_can_be(keys)
    embed_later([key for key in keys if key not in failed])
    for key, error in failed.items():
        logger.error("%s was not indexed: %r", key, error)
    given_up = [error for key, error in failed.items() if not _tried_again(key, tried)]
    if given_up:
        raise given_up[0]


def _index_with_waiting(keys: list[str]) -> bool:
    """Whether these keys and those of waiting tasks could be indexed; the tasks are then done.

    One transaction: a worker killed in the midst of it leaves the tasks waiting.
    """
    try:
        with transaction.atomic():
            rows, more = _taken(BATCH)
            index_keys([*keys, *more])
            embed_later([*keys, *more])
            DBTaskResult.objects.filter(pk__in=[row.pk for row in rows]).delete()
    except Exception as error:
        logger.warning("Indexing with what else waits failed: %r", error)
        return False
    return True


def _taken(room: int) -> tuple[list[DBTaskResult], list[str]]:
    """Waiting tasks with as many keys as there is room for, kept from other workers."""
    first_tries = waiting(index).filter(args_kwargs__kwargs={})
    rows: list[DBTaskResult] = []
    keys: list[str] = []
    for row in first_tries.select_for_update(skip_locked=True)[:room]:
        given = row.args_kwargs["args"][0]
        if len(keys) + len(given) <= room:
            rows.append(row)
            keys += given
    return rows, keys


def _tried_again(key: str, tried: int) -> bool:
    """Whether a key that failed will have another try."""
    if tried == len(WAITS) or not index.get_backend().supports_defer:
        return False
    again = DBTaskResult.objects.filter(
        task_path=index.module_path,
        status=TaskResultStatus.READY,
        args_kwargs__args=[[key]],
        args_kwargs__kwargs__tried__gt=0,
    )
    if not again.exists():
        later = timezone.now() + WAITS[tried]
        index.using(run_after=later).enqueue([key], tried=tried + 1)
    return True


def embed_later(keys: list[str]) -> None:
    """Have the meaning of these documents read, where that is switched on."""
    if keys and encoder_class() is not None:
        embed.enqueue(list(dict.fromkeys(keys)))


@task(backend=QUEUE)
def embed(keys: list[str]) -> None:
    """Make the vectors of these documents whose texts have changed."""
    documents = SearchDocument.objects.filter(key__in=keys)
    for _made in embed_pending(list(documents.values_list("pk", flat=True))):
        pass


@task(backend=QUEUE)
def renew_entries(city: int) -> None:
    """A city's names stand in the admin's entries of what happened there."""
    for model, field in ((PracticePage, "city"), (MeetingPage, "host_city")):
        pages = model.objects.originals().filter(**{field: city}).select_related(field)
        get_search_backend().add_bulk(model, list(pages))
