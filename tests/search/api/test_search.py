"""The search for programs finds as the site does, and says how well."""

from __future__ import annotations

import time

import pytest
from django.test import Client

HOSTILE = {
    "quotes": "'\"”„»`\\",
    "operators": "& | ! :* <-> ( ) -- ;",
    "sql": "'; DROP TABLE search_searchdocument; --",
    "regular expression": "(a+)+$|.*?[^",
    "right to left": "\u202eadow\u202c \u200f\u200ewoda",
    "nul": "\x00",
    "control": "\x01\x1f\x7f",
    "long": "retencja " * 1_200,
    "one long word": "a" * 10_000,
    "many words": "woda " * 380,
    "emoji": "🌧️🏙️",
    "combining": "Z\u0307o\u0301\u0142w " * 50,
    "percent": "%%s%(x)s{0}{{x}}",
    "markup": "<script>alert(1)</script>",
    "nothing": "   ",
    "minus": '- -- -"" -woda',
}


def search(**parameters):
    response = Client().get("/api/v1/search/", parameters)
    assert response.status_code == 200, response.content
    return response.json()


def titles(**parameters) -> list[str]:
    return [result["title"] for result in search(**parameters)["results"]]


def test_a_result_tells_what_it_is_where_it_is_and_how_well_it_answers(site):
    answer = search(q="retencji wod w Gorzowie", lang="pl", type="practice", page_size=5)
    first = answer["results"][0]
    assert first["id"] == str(site.rain.translation_key)
    assert first["external_id"] == "p-1"
    assert first["title"] == "Miejska retencja wody"
    assert first["url"].endswith(site.rain.get_url())
    assert first["lang"] == "pl"
    assert first["score"] > 0
    assert [result["type"] for result in answer["results"]] == ["practice"] * answer["total"]


def test_the_best_come_first(site):
    scores = [result["score"] for result in search(q="retencja")["results"]]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2


def test_every_kind_is_found_and_can_be_asked_for(site):
    kinds = {result["type"] for result in search(q="", page_size=100)["results"]}
    assert {"practice", "network", "meeting", "product", "news", "city"} <= kinds
    two = search(q="", type=["news", "product"], page_size=100)["results"]
    assert {result["type"] for result in two} == {"news", "product"}


def test_each_result_is_in_the_language_asked_for_or_says_that_it_is_polish(site):
    found = search(q="retencja", lang="en", type="practice")["results"]
    assert {(result["title"], result["lang"]) for result in found} == {
        ("Rain stays in the city", "en"),
        ("Dęby przy szkołach", "pl"),
    }
    assert titles(q="water retention", lang="pl", type="practice")[0] == "Miejska retencja wody"


def test_only_what_can_be_read_in_a_language_can_be_asked_for(site):
    found = titles(q="retencja", lang="en", type="practice", available_in="en")
    assert found == ["Rain stays in the city"]


def test_facets_narrow_the_search(site):
    assert titles(q="retencja", type="practice", stage="pilot") == ["Dęby przy szkołach"]


def test_a_city_is_found_by_any_case(site):
    city = next(result for result in search(q="Gorzowie")["results"] if result["type"] == "city")
    assert (city["id"], city["title"]) == ("086101", "Gorzów Wielkopolski")


def test_without_words_nothing_is_scored(site):
    assert {result["score"] for result in search(q="")["results"]} == {0}


def test_a_long_question_says_that_it_was_shortened(site):
    assert search(q="woda " * 100)["shortened"] is True
    assert search(q="woda")["shortened"] is False


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("address", ["search/", "practices/", "cities/", "tags/"])
def test_hostile_words_are_answered_or_refused_and_quickly(site, kind, address):
    client = Client(raise_request_exception=False)
    start = time.monotonic()
    response = client.get(f"/api/v1/{address}", {"q": HOSTILE[kind]})
    assert time.monotonic() - start < 2
    assert response.status_code in (200, 400)
    if response.status_code == 400:
        assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize(
    "parameter", ["theme", "city", "type", "page", "page_size", "lang", "sort"]
)
def test_hostile_parameters_are_answered_or_refused(site, kind, parameter):
    client = Client(raise_request_exception=False)
    for address in ("practices", "search"):
        response = client.get(f"/api/v1/{address}/", {parameter: HOSTILE[kind]})
        assert response.status_code in (200, 400), parameter


def test_what_was_corrected_is_told(site):
    answer = search(q="retncja")
    assert answer["corrections"] == [{"typed": "retncja", "word": "retencja"}]
    assert answer["results"]
    assert not any(each["by_meaning"] for each in answer["results"])
    assert search(q="retencja")["corrections"] == []


def test_one_kind_is_found_as_among_all(site):
    everything = [
        each["id"] for each in search(q="retencja")["results"] if each["type"] == "practice"
    ]
    assert [each["id"] for each in search(q="retencja", type="practice")["results"]] == everything
