"""The word analysis of many texts, shared with the machine's other processors.

Analysing words is the larger part of indexing thousands of documents, and needs neither Django
nor the database: other processes do it while this one goes on. Where none can be started, or
there is little to do, it is done here.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process

from .analysis import tsvector_literal

# (texts with their weights, language): what one vector is made from.
Task = tuple[Sequence[tuple[str, str]], str]
# Fewer are analysed sooner than a process is started.
LEAST_TASKS = 100
CHUNK = 16
# Each holds a dictionary of its own, some 60 MB.
MOST_HELPERS = 3


def vectors(tasks: Sequence[Task]) -> list[str]:
    """The search vectors of the tasks, in their order."""
    count = min(len(os.sched_getaffinity(0)) - 1, MOST_HELPERS)
    if count < 1 or len(tasks) < LEAST_TASKS:
        return _vectors(tasks)
    try:
        return _shared(tasks, _helpers(os.getpid(), count))
    except (BrokenProcessPool, OSError):
        return _vectors(tasks)


def _shared(tasks: Sequence[Task], helpers: ProcessPoolExecutor) -> list[str]:
    """Helpers begin at the first tasks, this process at the last, until they meet."""
    chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    futures: list[Future[list[str]]] = [helpers.submit(_vectors, chunk) for chunk in chunks]
    own: list[list[str]] = []
    while futures and futures[-1].cancel():
        futures.pop()
        own.append(_vectors(chunks[len(futures)]))
    done = [future.result() for future in futures]
    return [vector for chunk in [*done, *reversed(own)] for vector in chunk]


def _vectors(tasks: Sequence[Task]) -> list[str]:
    return [tsvector_literal(fields, language) for fields, language in tasks]  # type: ignore[arg-type]


@cache
def _helpers(_process: int, count: int) -> ProcessPoolExecutor:
    """The helpers of this process; a fork of it has its own.

    They are started anew, not forked: a fork would share the connection to the database.
    """
    return ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """What a helper does first. It ends with the process that called it, however that ends; Ctrl-C
    is for that one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_caller, daemon=True).start()
    for language in ("pl", "en"):
        tsvector_literal([("gotowe", "A")], language)


def _end_with_caller() -> None:
    caller = parent_process()
    assert caller is not None
    caller.join()
    os._exit(0)
