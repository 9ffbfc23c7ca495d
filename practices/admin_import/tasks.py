"""What the queue does for import runs.

A task given twice does no harm: the state says what is due.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task
from wagtail.log_actions import log

from base.queue import QUEUE
from base.telling import unsaid

from ..models import ImportRun
from ..transfer.importing import AnotherImport
from . import running, undoing
from .running import State, Stopped, only_here
from .undoing_registers import undo_registers

# An import waits so long for another one to end.
PAUSE = timedelta(seconds=20)


def start(run: ImportRun, state: State, user: Any) -> None:
    """Have the queue check, import or undo a run, once this transaction is committed."""
    run.state, run.problem, run.done, run.is_to_stop = state, "", 0, False
    run.started_by = user
    run.save(update_fields=["state", "problem", "done", "is_to_stop", "started_by"])
    TASKS[state].enqueue(run.pk)


@task(backend=QUEUE)
def check(run_id: int) -> None:
    _do(run_id, State.CHECKING, running.check)


@task(backend=QUEUE)
def carry_out(run_id: int) -> None:
    try:
        _do(run_id, State.IMPORTING, running.carry_out)
    except AnotherImport as problem:
        if carry_out.get_backend().supports_defer:
            carry_out.using(run_after=timezone.now() + PAUSE).enqueue(run_id)
        else:
            ImportRun.objects.filter(pk=run_id).update(state=State.FAILED, problem=unsaid(problem))


@task(backend=QUEUE)
def undo(run_id: int) -> None:
    _do(run_id, State.UNDOING, _undo)


TASKS: dict[State, Any] = {State.CHECKING: check, State.IMPORTING: carry_out, State.UNDOING: undo}


def _do(run_id: int, state: State, work: Callable[[ImportRun], None]) -> None:
    with only_here(run_id) as is_free:
        run = ImportRun.objects.select_related("started_by").filter(pk=run_id).first()
        if not is_free or run is None or run.state != state:
            return
        try:
            work(run)
        except AnotherImport:
            raise
        except Exception:
            problem = _("Something went wrong. The error has been logged.")
            ImportRun.objects.filter(pk=run_id).update(state=State.FAILED, problem=problem)
            raise


def _undo(run: ImportRun) -> None:
    keys = undoing.keys_to_undo(run)
    try:
        for start in range(0, len(keys), undoing.STEP):
            _step(run, start, len(keys))
            undoing.undo_groups(run, keys[start : start + undoing.STEP], run.started_by)
    except Stopped:
        run.state = State.STOPPED
    else:
        run.state, run.done = State.UNDONE, len(keys)
    with transaction.atomic():
        gone, kept = undo_registers(run)
        run.summary |= {"registers_gone": gone, "registers_kept": kept}
        run.save(update_fields=["state", "summary", "done", "total"])
        data = {"practices": len(keys), "registers": len(gone)}
        log(run, running.UNDONE, user=run.started_by, data=data)


def _step(run: ImportRun, done: int, total: int) -> None:
    runs = ImportRun.objects.filter(pk=run.pk)
    runs.update(done=done, total=total)
    if runs.filter(is_to_stop=True).exists():
        raise Stopped
