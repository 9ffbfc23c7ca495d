"""Words no dictionary has yet are found in all their forms, even where there is no dictionary."""

import logging

import pytest

from search.analysis import matches, parse_query, word_terms
from search.analysis.dictionary import BaseForms, EmptyDictionary, open_dictionary
from search.analysis.polish import PolishAnalyser
from search.analysis.stripper import stem

NEW_WORDS = """
zeroemisyjny zeroemisyjnego zeroemisyjnych zeroemisyjną zeroemisyjni zeroemisyjnymi zeroemisyjnej
jadłodzielnia jadłodzielni jadłodzielnie jadłodzielnię jadłodzielnią jadłodzielniach jadłodzielń
zeroemisyjność zeroemisyjności zeroemisyjnością
foodsharing foodsharingu foodsharingiem foodsharingowi
parklet parkletu parkletem parklecie parklety parkletów parkletami
miejscówka miejscówki miejscówce miejscówkę miejscówek miejscówkami
ekoulotka ekoulotki ekoulotce ekoulotek
mikroogródek mikroogródka mikroogródku mikroogródki mikroogródków
ekodoradca ekodoradcy ekodoradcą ekodoradcom
placemaking placemakingu placemakingiem
woonerf woonerfu woonerfy woonerfów woonerfem woonerfie
blockchainowy blockchainowego blockchainowych blockchainową
prosumentka prosumentki prosumentce prosumentek
Gorzówko Gorzówka Gorzówku Gorzówkiem
"""
LEXICON = {
    "wody": BaseForms(("woda",)),
    "wód": BaseForms(("woda",)),
    "górze": BaseForms(("góra",), ("górz",)),
    "nowaka": BaseForms((), ("nowak",)),
    "żółw": BaseForms(("żółw",)),
}


class WordListDictionary:
    """A dictionary of a handful of words."""

    def base_forms(self, word: str) -> BaseForms:
        return LEXICON.get(word, BaseForms())

    def knows(self, word: str) -> bool:
        return word in LEXICON


@pytest.mark.parametrize("forms", NEW_WORDS.strip().splitlines(), ids=lambda f: f.split()[0])
def test_forms_of_a_new_word_meet(forms):
    assert len({stem(form.lower()) for form in forms.split()}) == 1


def test_a_new_word_is_found_by_another_form():
    text = "Pierwsza zeroemisyjna jadłodzielnia w mieście"

    assert matches(text, parse_query("zeroemisyjnych jadłodzielni"), "pl")


def test_a_new_word_is_found_without_its_polish_letters():
    assert matches("Trzecia jadłodzielnia", parse_query("jadlodzielnie"), "pl")


def test_the_stripper_leaves_short_words_alone():
    assert [stem(word) for word in ("oze", "jst", "kpo", "hub")] == ["oze", "jst", "kpo", "hub"]


def test_words_the_dictionary_has_do_not_reach_the_stripper():
    analyser = PolishAnalyser(WordListDictionary())

    assert analyser.terms("wody") == analyser.terms("wód") == ("woda",)
    assert analyser.terms("parkletu") == ("parklet",)


def test_a_surname_is_left_out_where_the_word_means_something():
    analyser = PolishAnalyser(WordListDictionary())

    assert analyser.terms("górze") == ("góra",)
    assert analyser.terms("nowaka") == ("nowak",)


def test_letters_are_restored_only_to_words_of_the_dictionary():
    analyser = PolishAnalyser(WordListDictionary())

    assert analyser.restored_terms("zolw") == ("żółw",)
    assert analyser.restored_terms("lodz") == ()


def test_without_a_dictionary_nouns_and_adjectives_still_meet():
    analyser = PolishAnalyser(EmptyDictionary())

    for form, base in (
        ("retencji", "retencja"),
        ("uchwałami", "uchwała"),
        ("publicznych", "publiczny"),
        ("mieszkańców", "mieszkaniec"),
        ("rewitalizację", "rewitalizacja"),
        ("zabrzu", "zabrze"),
        ("tarnowie", "tarnów"),
    ):
        assert analyser.terms(form) == analyser.terms(base), form


def test_a_missing_dictionary_is_warned_of_and_replaced_by_an_empty_one(caplog):
    with caplog.at_level(logging.WARNING):
        dictionary = open_dictionary("a_dictionary_nobody_installed")

    assert isinstance(dictionary, EmptyDictionary)
    assert len(caplog.records) == 1
    assert "a_dictionary_nobody_installed" in caplog.text


def test_the_dictionary_of_this_machine_is_opened_once(caplog):
    with caplog.at_level(logging.WARNING):
        word_terms("retencja", "pl")
        word_terms("zeroemisyjny", "pl")

    assert not caplog.records
