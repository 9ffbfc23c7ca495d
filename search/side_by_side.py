"""The word analysis of many texts, shared with the machine's other processors.

Analysing words is the larger half of indexing thousands of documents, and needs neither Django
nor the database, so other processes can do it while this one goes on. Where none can be started,
or there is little to do, it is done here.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from .analysis import tsvector_literal

# (texts with their weights, language): what one vector is made from.
Task = tuple[Sequence[tuple[str, str]], str]
# Fewer are analysed sooner than a process is started.
LEAST_TASKS = 100
CHUNK = 16
# Each holds a dictionary of its own, some 60 MB.
MOST_HELPERS = 3

_helpers: ProcessPoolExecutor | None = None
_is_alone = False


def vectors(tasks: Sequence[Task]) -> list[str]:
    """The search vectors of the tasks, in their order."""
    pool = _pool() if len(tasks) >= LEAST_TASKS else None
    if pool is None:
        return _vectors(tasks)
    chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    try:
        futures = [pool.submit(_vectors, chunk) for chunk in chunks]
        return _gathered(chunks, futures)
    except (BrokenProcessPool, RuntimeError):
        _give_up()
        return _vectors(tasks)


def _gathered(chunks: list[Sequence[Task]], futures: list[Future]) -> list[str]:
    """What the helpers have not begun is taken back from the end and done here meanwhile."""
    done: dict[int, list[str]] = {}
    for place in reversed(range(len(chunks))):
        if not futures[place].cancel():
            break
        done[place] = _vectors(chunks[place])
    return [
        vector
        for place, future in enumerate(futures)
        for vector in (done[place] if place in done else future.result())
    ]


def _vectors(tasks: Sequence[Task]) -> list[str]:
    return [tsvector_literal(fields, language) for fields, language in tasks]  # type: ignore[arg-type]


def _pool() -> ProcessPoolExecutor | None:
    global _helpers
    count = min((os.cpu_count() or 1) - 1, MOST_HELPERS)
    if _helpers is None and not _is_alone and count > 0:
        try:
            # A fork would take the database connection along.
            _helpers = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
        except (OSError, NotImplementedError):
            _give_up()
    return _helpers


def _give_up() -> None:
    global _is_alone
    _is_alone = True
    dismiss()


def dismiss() -> None:
    """Let the helpers go; they are called again when there is something to do."""
    global _helpers
    if _helpers is not None:
        _helpers.shutdown(wait=False, cancel_futures=True)
        _helpers = None


atexit.register(dismiss)
