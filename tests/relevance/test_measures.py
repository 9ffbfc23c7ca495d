"""The measures of a ranking, and the judged queries themselves."""

from __future__ import annotations

import re

import pytest

from home.demo.reading import read_folder
from search.analysis import analyse
from tests.relevance.measures import ndcg, recall, reciprocal_rank
from tests.relevance.records import distractors, judged

GRADES = {"best": 3, "part": 2, "look": 1}


def test_the_ideal_order_scores_one():
    assert ndcg(["best", "part", "look", "other"], GRADES) == pytest.approx(1)


def test_a_worse_order_scores_less_and_nothing_scores_nothing():
    assert 0 < ndcg(["other", "part", "best"], GRADES) < ndcg(["part", "best"], GRADES) < 1
    assert ndcg([], GRADES) == 0


def test_the_gain_is_that_of_the_literature():
    # (2^2 - 1) / log2(3), over (2^3 - 1) / log2(2) + (2^2 - 1) / log2(3) + (2^1 - 1) / log2(4)
    assert ndcg(["other", "part"], GRADES) == pytest.approx(1.8928 / 9.3928, abs=1e-4)


def test_what_nothing_answers_scores_one_where_nothing_is_found():
    assert ndcg([], {}) == 1
    assert ndcg(["other"], {}) == 0


def test_recall_and_reciprocal_rank():
    assert recall(["other", "best"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["part", "other", "best"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["part"], GRADES) == 0


def test_queries_are_at_least_two_hundred_and_none_is_in_both_parts():
    queries = [one.query.lower() for one in judged()]

    assert len(queries) >= 200
    assert len(set(queries)) == len(queries)


def test_judgements_name_practices_that_are_there():
    practices = {record["id"] for record in read_folder("practices")}

    assert {name for one in judged() for name in one.grades} <= practices
    assert {grade for one in judged() for grade in one.grades.values()} == {1, 2, 3}


def test_distractors_are_the_same_every_time_and_in_the_given_cities():
    first, again = (list(distractors(50, ["2466011", "1061011"])) for _run in range(2))

    assert first == again
    assert {record["city"] for record in first} == {"2466011", "1061011"}
    assert len({record["title"] for record in first}) == 50
    assert any("title_en" not in record for record in first)
    assert not any(re.search(r"[{}]", str(record["summary"])) for record in first)


def test_no_distractor_answers_a_phrase_or_has_a_word_of_nonsense():
    terms = {
        term
        for record in distractors(400, ["2466011"])
        for token in analyse(f"{record['title']} {record['summary']}", "pl")
        for term in token.terms
    }
    nonsense = [one.query for one in judged() if one.kind == "nonsense"]

    whole = [q for q in nonsense if all(set(t.terms) & terms for t in analyse(q, "pl"))]
    assert whole == []
