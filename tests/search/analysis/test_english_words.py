"""English texts are found by other forms of their words, British or American."""

import pytest

from search.analysis import matches, parse_query, word_terms


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("cities", "city"),
        ("city's", "city"),
        ("residents", "resident"),
        ("retained", "retain"),
        ("regenerating", "regeneration"),
        ("procurements", "procurement"),
        ("budgeting", "budget"),
        ("cycling", "cycle"),
        ("libraries", "library"),
        ("services", "service"),
        ("organization", "organisation"),
        ("digitization", "digitisation"),
        ("programs", "programme"),
        ("centers", "centre"),
        ("neighborhoods", "neighbourhood"),
        ("labor", "labour"),
        ("behavioral", "behavioural"),
        ("kilometers", "kilometres"),
        ("traveled", "travelled"),
        ("modeling", "modelling"),
    ],
)
def test_forms_of_an_english_word_meet(form, base):
    assert word_terms(form, "en") == word_terms(base, "en")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("participatory budgets", "Participatory budgeting without barriers"),
        ("residents reports", "Residents’ reports, answered in two days"),
        ("water retention in Gorzow", "Urban water retention in Gorzów Wielkopolski"),
        ("lodz lighting", "Street lights and lighting in Łódź"),
        ("Łódź", "Street lights in Łódź"),
        ("coworking", "A co-working space"),
        ("co-working", "Coworking spaces"),
        ("the city of the future", "Cities: our future"),
        ("30 September 2020", "Adopted on 2020-09-30"),
        ("September 30, 2020", "Adopted on 30 September 2020"),
    ],
)
def test_an_english_query_finds_the_text_that_says_it_otherwise(query, text):
    assert matches(text, parse_query(query), "en")


@pytest.mark.parametrize(
    ("one", "other"), [("hour", "horror"), ("four", "for"), ("rise", "rice"), ("tour", "tor")]
)
def test_different_english_words_do_not_meet(one, other):
    assert word_terms(one, "en") != word_terms(other, "en")


def test_a_language_without_analysis_is_an_error():
    with pytest.raises(ValueError, match="'de'"):
        word_terms("Stadt", "de")
