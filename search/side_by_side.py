"""The word analysis of many texts, shared with the machine's other processors.

Analysing words is the larger part of indexing thousands of documents, and needs neither Django
nor the database: other processes do it while this one goes on. Where none can be started, or
there is little to do, it is done here. ``python -m search.side_by_side`` is such a helper: it
reads a JSON list of tasks a line, answers with a list of vectors, and ends with its input.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Sequence

from .analysis import tsvector_literal

# (texts with their weights, language): what one vector is made from.
Task = tuple[Sequence[tuple[str, str]], str]
# Fewer are analysed sooner than a process is started.
LEAST_TASKS = 100
CHUNK = 16
# Each holds a dictionary of its own, some 60 MB.
MOST_HELPERS = 3

_helpers: list[Helper] = []
_is_alone = False


class Helper:
    """Another process that analyses one chunk at a time."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        # The place of the chunk it works on; before it greets, it reads its dictionary.
        self.place: int | None = None
        self.has_greeted = False

    def fileno(self) -> int:
        return self.process.stdout.fileno()  # type: ignore[union-attr]

    def is_free(self) -> bool:
        if not self.has_greeted and select.select([self], [], [], 0)[0]:
            self.has_greeted = bool(self._line())
        return self.has_greeted and self.place is None

    def give(self, place: int, chunk: Sequence[Task]) -> None:
        self.place = place
        self.process.stdin.write(json.dumps(chunk).encode() + b"\n")  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]

    def take(self) -> list[str]:
        self.place = None
        return json.loads(self._line())

    def _line(self) -> bytes:
        line = self.process.stdout.readline()  # type: ignore[union-attr]
        if not line:
            raise BrokenPipeError("A helper ended.")
        return line

    def dismiss(self) -> None:
        self.process.kill()
        self.process.communicate()


def vectors(tasks: Sequence[Task]) -> list[str]:
    """The search vectors of the tasks, in their order."""
    chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    done: dict[int, list[str]] = {}
    if len(tasks) >= LEAST_TASKS and (helpers := _called()):
        try:
            _share(chunks, helpers, done)
        except (OSError, ValueError):
            _give_up()
    for place, chunk in enumerate(chunks):
        if place not in done:
            done[place] = _vectors(chunk)
    return [vector for place in range(len(chunks)) for vector in done[place]]


def _share(
    chunks: Sequence[Sequence[Task]], helpers: list[Helper], done: dict[int, list[str]]
) -> None:
    """Whoever is free takes the next chunk, this process among them."""
    waiting = deque(range(len(chunks)))
    while waiting or any(helper.place is not None for helper in helpers):
        for helper in helpers:
            if waiting and helper.is_free():
                place = waiting.popleft()
                helper.give(place, chunks[place])
        if waiting:
            place = waiting.pop()
            done[place] = _vectors(chunks[place])
        busy = [helper for helper in helpers if helper.place is not None]
        for helper in _answering(busy, wait=not waiting):
            place = helper.place
            done[place] = helper.take()


def _answering(busy: list[Helper], *, wait: bool) -> list[Helper]:
    """The helpers that have answered; of none at all no answer is waited for."""
    return select.select(busy, [], [], None if wait else 0)[0] if busy else []


def _vectors(tasks: Sequence[Task]) -> list[str]:
    return [tsvector_literal(fields, language) for fields, language in tasks]  # type: ignore[arg-type]


def _called() -> list[Helper]:
    """One helper for every other processor; none where they cannot be started."""
    count = min(len(os.sched_getaffinity(0)) - 1, MOST_HELPERS)
    if not _helpers and not _is_alone:
        try:
            for _number in range(count):
                _helpers.append(Helper())
        except OSError:
            _give_up()
    return _helpers


def _give_up() -> None:
    global _is_alone
    _is_alone = True
    dismiss()


@atexit.register
def dismiss() -> None:
    """Let the helpers go; they are called again when there is much to do."""
    while _helpers:
        _helpers.pop().dismiss()


def serve() -> None:
    """What a helper does. Ctrl-C is for the process that called it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for language in ("pl", "en"):
        tsvector_literal([("gotowe", "A")], language)
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(_vectors(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
