"""Suggestions for programs are those of the site, with whole addresses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from .conftest import CLOSED


def suggest(**parameters: Any) -> list[dict]:
    response = Client().get("/api/v1/suggest/", parameters)
    assert response.status_code == 200
    return response.json()["suggestions"]


def test_the_beginning_of_a_word_suggests_a_city_with_its_page(site):
    city = next(each for each in suggest(q="gorz") if each["kind"] == "city")
    assert city["text"] == "Gorzów Wielkopolski"
    assert city["url"].endswith("/pl/miasta/gorzow-wielkopolski/")
    assert city["url"].startswith("http")


def test_suggestions_are_in_the_language_asked_for(site):
    assert "Rain stays in the city" in [each["text"] for each in suggest(q="rai", lang="en")]


def test_a_title_says_what_kind_of_record_it_leads_to(site):
    types = {each["text"]: each["type"] for each in suggest(q="re")}
    assert types["Miejska retencja wody"] == "practice"
    assert types["Poradnik retencji"] == "product"
    assert types["retencja"] == ""


def test_no_more_are_given_than_asked_for(site):
    assert len(suggest(q="r", limit=1)) <= 1
    assert Client().get("/api/v1/suggest/?limit=100").status_code == 400


@pytest.mark.parametrize("language", ["pl", "en"])
def test_nothing_closed_is_suggested(site, language):
    assert suggest(q=CLOSED[:4], lang=language) == []


def test_browsers_get_words_notes_and_addresses(site):
    typed, words, notes, addresses = Client().get("/api/v1/suggest/browser/", {"q": "gorz"}).json()
    assert typed == "gorz"
    assert "Gorzów Wielkopolski" in words
    assert len(words) == len(notes) == len(addresses)


def test_an_empty_field_suggests_nothing(site):
    assert suggest(q="") == suggest(q="   ") == []
