"""The queue: work that must not be lost and need not be done at once.

A task is a row, written in the transaction that makes it necessary; ``manage.py db_worker`` does
it. A task is given keys and reads what they stand for when its turn comes, so it may be done twice
or late, and in any order. See docs/decisions/0017-queue.md.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.utils import get_random_id
from django_tasks_db.models import DBTaskResult, get_date_max

QUEUE = "queue"
# What is waiting longer than this, nobody is working on.
LATE = timedelta(minutes=10)
# A task that took so many workers with it is not given to another.
MOST_STARTS = 5


class AfterCommit(BaseTaskBackend):
    """For development and tests: tasks are done by the process that enqueues them, once what they
    are about is committed. What a task raises is raised there.
    """

    supports_priority = True

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> TaskResult:
        self.validate_task(task)
        transaction.on_commit(partial(task.call, *args, **kwargs))
        return TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )


def waiting(task: Any) -> QuerySet[DBTaskResult]:
    """The rows of a task whose turn has come, in their order."""
    rows = DBTaskResult.objects.ready()
    return rows.filter(backend_name=QUEUE, task_path=task.module_path)


def late() -> int:
    """How many tasks nobody is working on: the worker has ended, or cannot keep up."""
    before = timezone.now() - LATE
    rows = DBTaskResult.objects.ready().filter(backend_name=QUEUE, enqueued_at__lt=before)
    return rows.filter(Q(run_after=get_date_max()) | Q(run_after__lt=before)).count()


def put_back_lost() -> int:
    """Put back what earlier workers were killed over; returns how many tasks that is.

    Called when a worker starts. Another one's task may be put back as well: done twice, it does
    no harm.
    """
    lost = DBTaskResult.objects.running().filter(backend_name=QUEUE)
    number = 0
    for row in lost:
        if len(row.worker_ids) >= MOST_STARTS:
            row.set_failed(RuntimeError(f"{MOST_STARTS} workers ended while they did this."))
        else:
            number += DBTaskResult.objects.filter(pk=row.pk, status=row.status).update(
                status=TaskResultStatus.READY
            )
    return number
