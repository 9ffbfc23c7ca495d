"""Words analysed by several processes are the words analysed by one."""

from __future__ import annotations

import time

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


@pytest.fixture
def helper(monkeypatch):
    """One helper that is ready, whatever the machine has."""
    one = side_by_side.Helper()
    monkeypatch.setattr(side_by_side, "_helpers", [one])
    monkeypatch.setattr(side_by_side, "_is_alone", False)
    while not one.is_free():
        time.sleep(0.05)
    yield one
    side_by_side.dismiss()


def test_a_helper_gives_the_same_vectors_in_the_same_order(helper):
    assert side_by_side.vectors(TASKS) == ALONE


def test_a_helper_that_begins_too_late_is_not_waited_for(monkeypatch):
    late = side_by_side.Helper()
    monkeypatch.setattr(late, "is_free", lambda: False)
    monkeypatch.setattr(side_by_side, "_helpers", [late])
    assert side_by_side.vectors(TASKS) == ALONE
    side_by_side.dismiss()


def test_a_helper_that_dies_changes_nothing(helper):
    helper.process.kill()
    helper.process.wait()
    assert side_by_side.vectors(TASKS) == ALONE


def test_little_is_analysed_here(monkeypatch):
    monkeypatch.setattr(side_by_side, "_helpers", [])
    assert side_by_side.vectors(TASKS[:3]) == ALONE[:3]
    assert side_by_side._helpers == []
