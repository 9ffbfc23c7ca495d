"""Words analysed by several processes are the words analysed by one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from search import side_by_side
from search.analysis import tsvector_literal

TASKS = [
    ([(f"Ogrody deszczowe {n}", "A"), ("Woda zostaje w mieście.", "C")], "pl")
    if n % 2
    else ([(f"Rain gardens {n}", "A"), ("Water stays in the city.", "C")], "en")
    for n in range(side_by_side.LEAST_TASKS + 7)
]
ALONE = [tsvector_literal(fields, language) for fields, language in TASKS]
PROJECT = Path(__file__).resolve().parents[2]
# Ends as a process that is killed does: without a word to its helpers.
CALLER = """
import os
from search import side_by_side
pool = side_by_side._helpers(os.getpid(), 1)
pool.submit(len, "").result()
print(*pool._processes, flush=True)
os._exit(1)
"""


@pytest.fixture
def helpers(monkeypatch):
    """One helper, whatever the machine has; it has not begun yet."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    side_by_side._helpers.cache_clear()
    pool = side_by_side._helpers(os.getpid(), 1)
    yield pool
    pool.shutdown()
    side_by_side._helpers.cache_clear()


def test_helpers_that_begin_too_late_are_not_waited_for(helpers):
    assert side_by_side.vectors(TASKS) == ALONE


def test_a_helper_gives_the_same_vectors_in_the_same_order(helpers):
    assert helpers.submit(side_by_side._vectors, TASKS[:1]).result() == ALONE[:1]
    assert side_by_side.vectors(TASKS * 20) == ALONE * 20


def test_a_helper_that_dies_changes_nothing(helpers):
    with pytest.raises(BrokenProcessPool):
        helpers.submit(os._exit, 1).result()
    assert side_by_side.vectors(TASKS) == ALONE


def test_a_helper_ends_with_its_caller():
    caller = subprocess.run(
        [sys.executable, "-c", CALLER], cwd=PROJECT, stdout=subprocess.PIPE, text=True, timeout=60
    )
    helper = Path("/proc", caller.stdout.strip())
    for _moment in range(100):
        if not helper.exists() or "State:\tZ" in (helper / "status").read_text():
            return
        time.sleep(0.05)
    pytest.fail("The helper is still there.")


def test_little_is_analysed_here(helpers):
    assert side_by_side.vectors(TASKS[:3]) == ALONE[:3]
    assert not helpers._processes
