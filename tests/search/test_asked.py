"""Past searches: counted together, never single ones, and nothing that is somebody's data."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.test import Client

from search.asked import may_be_kept
from search.models import AskedWords
from search.suggestions import suggest
from tests import factories

pytestmark = pytest.mark.django_db
SEARCH, LIST = "/pl/szukaj/", "/pl/dobre-praktyki/"


@pytest.fixture
def rain(site_tree, commit):
    with commit():
        return factories.practice(title="Ogrody deszczowe przy szkole", city=factories.city())


@pytest.fixture
def ask(rain, commit):
    def ask(text: str, address: str = SEARCH, day: str = "2026-05-04", **parameters: str) -> None:
        with time_machine.travel(f"{day}T10:00:00Z", tick=False), commit():
            Client().get(address, {"q": text, **parameters})

    return ask


def test_a_search_is_counted_by_its_folded_words_and_days(ask):
    ask("ogrody deszczowe")
    ask(" Ogrody  DESZCZOWE ", LIST)
    ask("ogrody deszczowe", day="2026-05-06")
    words = AskedWords.objects.get()
    assert (words.folded, words.times, words.days) == ("ogrody deszczowe", 3, 2)
    assert (words.found, words.last_day) == (1, date(2026, 5, 6))


def test_the_spelling_with_polish_letters_is_the_one_shown(ask):
    for text in ("szkola", "szkoła", "szkola"):
        ask(text)
    assert AskedWords.objects.get().text == "szkoła"


def test_what_found_nothing_is_counted_too(ask):
    ask("ornitoptery")
    words = AskedWords.objects.get()
    assert (words.found, words.best) == (0, None)


def test_filters_and_pages_of_a_search_are_no_searches(ask):
    ask("ogrody", LIST, stage="pilot")
    ask("ogrody", LIST, sort="newest")
    ask("")
    assert not AskedWords.objects.exists()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("budżet obywatelski", True),
        ("uchwała XXI/345/20", True),
        ("a.nowak@example.org", False),
        ("jan 600 100 200", False),
        ("44051401359", False),
        ("", False),
        ("słowo " * 40, False),
    ],
)
def test_what_looks_like_somebodys_data_is_not_kept(text, kept):
    assert may_be_kept(text) is kept


def test_a_search_is_suggested_from_its_third_day_on(ask):
    anybody = AnonymousUser()

    def searches():
        return [each.text for each in suggest("desz", anybody, "pl") if each.kind == "search"]

    for day in ("2026-05-04", "2026-05-05", "2026-05-05"):
        ask("ogrody deszczowe", day=day)
    assert searches() == []
    ask("ogrody deszczowe", day="2026-05-07")
    assert searches() == ["ogrody deszczowe"]


def test_single_searches_are_forgotten_after_a_month(ask):
    for day in ("2026-04-01", "2026-04-02", "2026-04-03"):
        ask("ogrody", day=day)
    ask("deszcz", day="2026-04-03")
    ask("szkoła", day="2026-05-01")
    with time_machine.travel("2026-05-04T10:00:00Z"):
        call_command("prune_searches", verbosity=0)
    assert sorted(AskedWords.objects.values_list("text", flat=True)) == ["ogrody", "szkoła"]
