"""Polish sets no line that ends with a word of one letter."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from base.templatetags.typography import bound


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("spotkanie w Gorzowie", "spotkanie w\u00a0Gorzowie"),
        ("i w mieście", "i\u00a0w\u00a0mieście"),
        ("Z Zabrza (o wodzie)", "Z\u00a0Zabrza (o\u00a0wodzie)"),
        ("„W upale”", "„W\u00a0upale”"),
        ("miasto w", "miasto w"),
        ("szkoła i", "szkoła i"),
        ("grupa a-b", "grupa a-b"),
    ],
)
def test_a_word_of_one_letter_stays_with_the_next(typed, set_):
    assert bound(typed) == set_


def test_english_is_left_as_it_is():
    with translation.override("en"):
        assert bound("a town in Poland") == "a town in Poland"


def test_polish_is_set_as_polish_on_english_pages():
    card = {"title": "Budżet w siedmiu okręgach", "url": "/", "lang": "pl"}
    with translation.override("en"):
        assert bound(card["title"], "pl") == "Budżet w\u00a0siedmiu okręgach"
        assert "w\u00a0siedmiu" in render_to_string("components/practice_card.html", card)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_no_line_begins_with_a_dash(language):
    with translation.override(language):
        assert bound("Gorzów – deszcz") == "Gorzów\u00a0– deszcz"


def test_rich_text_is_bound_and_its_tags_are_not(db):
    html = '<p>Woda w <a href="/a b/">rowie</a> i <i>w</i> stawie</p>'
    shown = render_to_string("wagtailcore/shared/richtext.html", {"html": html})
    assert shown == '<p>Woda w\u00a0<a href="/a b/">rowie</a> i\u00a0<i>w</i> stawie</p>'


def test_what_is_typed_is_still_escaped():
    page = {"title": "<script>x</script> w mieście", "lead": ""}
    shown = render_to_string("components/page_header.html", page)
    assert "<script>" not in shown
    assert "w\u00a0mieście" in shown
