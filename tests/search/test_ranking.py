"""Ranking: rarity, fields and neighbourhood decide; a document needs enough of what was asked."""

import pytest

from base.access import ANONYMOUS
from search.finding import find, ordered
from search.models import SearchDocument
from search.rebuilding import is_outdated

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    return [each.title_pl for each in ordered(find(text, ANONYMOUS, type="practice").hits, "")]


def test_a_word_in_the_title_counts_more_than_one_in_the_text(write):
    write(Park="Powstał staw.", Staw="Powstał park.")
    assert titles("staw") == ["Staw", "Park"]
    assert titles("parki") == ["Park", "Staw"]


def test_a_rare_word_counts_more_than_a_common_one(write):
    write(
        Rynek="Ławka i wiklina.", Plac="Ławka i fontanna.", Skwer="Ławka i fontanna.",
        Aleja="Ławka i fontanna.",
    )  # fmt: skip
    assert titles("ławka wiklina")[0] == "Rynek"
    assert titles("wiklina fontanna") == ["Rynek"]


def test_how_often_a_word_stands_counts_for_nothing(write):
    write(Ogród="Rower " * 50 + "i nic.", Rower="Nic.")
    assert titles("rower") == ["Rower", "Ogród"]


def test_what_has_too_little_of_what_was_asked_for_is_not_found(write):
    write(Most="Jest kładka.", Tunel="Jest wiadukt i kładka.")
    assert titles("wiadukt kładka") == ["Tunel"]
    assert titles("wiadukt kładka peron tężnia") == []


def test_words_side_by_side_come_before_words_apart(write):
    write(
        Jeden="Zieleń przy budynku, a dalej szkoła, w której tańczą.",
        Dwa="Zielone szkoły przy budynku, a dalej tańczą.",
    )
    assert titles("zielona szkoła")[0] == "Dwa"


def test_a_phrase_has_to_be_there_whole(write):
    write(Jeden="Szkoła jest zielona.", Dwa="To zielona szkoła.")
    assert titles('"zielona szkoła"') == ["Dwa"]
    assert titles('"zielona szkoła" nieznane') == []


def test_what_was_guessed_counts_less_than_what_was_typed(write):
    write(Sąd="Nic.", Sad="Nic.")
    assert titles("sad") == ["Sad", "Sąd"]


def test_a_stop_word_is_missed_nowhere(write):
    write(Park="Stawy są przy szkole.")
    assert titles("stawy nad szkołą") == ["Park"]


def test_documents_of_an_earlier_way_of_indexing_are_noticed(write):
    write(Park="Staw.")
    assert not is_outdated()
    SearchDocument.objects.update(version=0)
    assert is_outdated()
