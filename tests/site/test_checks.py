"""The rules about facts and texts hold for every page type, and a breach does not start."""

import pytest
from django.core.checks import run_checks
from wagtail_localize.fields import TranslatableField

from base.checks import problems_of
from news.models import NewsPage
from practices.models import Funding, PracticePage, Step


def ids_of(model) -> set[str]:
    return {problem.id for problem in problems_of(model)}


def test_every_page_type_obeys():
    assert [problem for problem in run_checks() if problem.id.startswith("base.")] == []


def test_a_field_that_is_neither_fact_nor_text_is_caught(monkeypatch):
    monkeypatch.setattr(NewsPage, "facts", [name for name in NewsPage.facts if name != "source"])

    problems = list(problems_of(NewsPage))

    assert [problem.id for problem in problems] == ["base.E001"]
    assert "NewsPage.source" in problems[0].msg


def test_rows_that_are_neither_facts_nor_texts_are_caught(monkeypatch):
    monkeypatch.setattr(PracticePage, "facts", [n for n in PracticePage.facts if n != "funding"])

    assert ids_of(PracticePage) == {"base.E001"}


def test_a_field_that_is_both_fact_and_text_is_caught(monkeypatch):
    texts = [*NewsPage.translatable_fields, TranslatableField("source")]
    monkeypatch.setattr(NewsPage, "translatable_fields", texts)

    assert ids_of(NewsPage) == {"base.E001"}


@pytest.mark.parametrize("name", ["city", "partner_cities"])
def test_a_fact_with_a_reverse_accessor_is_caught(monkeypatch, name):
    monkeypatch.setattr(PracticePage._meta.get_field(name).remote_field, "hidden", False)

    assert ids_of(PracticePage) == {"base.E002"}


def test_a_row_with_a_reverse_accessor_is_caught(monkeypatch):
    monkeypatch.setattr(Funding._meta.get_field("source").remote_field, "hidden", False)

    assert ids_of(PracticePage) == {"base.E002"}


def test_a_row_points_at_its_page_openly():
    assert Step._meta.get_field("page").remote_field.related_name == "steps"
    assert ids_of(PracticePage) == set()


def test_a_name_without_a_field_is_caught(monkeypatch):
    monkeypatch.setattr(NewsPage, "facts", [*NewsPage.facts, "colour"])

    assert ids_of(NewsPage) == {"base.E003"}
