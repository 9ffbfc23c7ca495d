"""Who types a synonym finds what is meant, in either language."""

import pytest
from django.http import QueryDict

from base.access import ANONYMOUS
from base.models.records import Who
from search.analysis import highlight
from search.expansion import keep_all
from search.facets import Choices
from search.finding import find, ordered
from search.models import Expansion, GlossaryEntry
from search.ways_out import understood
from tests import factories

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    return [each.title_pl for each in ordered(find(text, ANONYMOUS, type="practice").hits, "")]


def said(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.asked, each.found) for each in find(text, ANONYMOUS).expansions]


def glossary(*words: str, narrower: tuple[str, ...] = ()) -> GlossaryEntry:
    return GlossaryEntry.objects.create(words=list(words), narrower=list(narrower))


@pytest.fixture
def budgeting(write):
    """A tag that a practice bears; another practice only mentions what it is about."""
    tag = factories.tag(
        name="budżet obywatelski",
        name_en="participatory budgeting",
        synonyms_pl=["budżet partycypacyjny"],
        synonyms_en=["citizens' budget"],
    )
    bearer, _mentions, _other = write(
        Szkoła="Nic.", Rynek="O budżecie obywatelskim w dzielnicy.", Staw="Budżet miasta."
    )
    return tag, bearer


@pytest.mark.parametrize(
    "typed",
    ["budżet partycypacyjny", "budżetu partycypacyjnego", "BUDZET PARTYCYPACYJNY",
     "participatory budgeting", "citizens\u2019 budgets"],
)  # fmt: skip
def test_a_tags_synonym_finds_its_name_in_either_language(budgeting, commit, typed):
    tag, bearer = budgeting
    with commit():
        bearer.tags.add(tag)
        bearer.save_revision().publish()
    assert "Rynek" in titles(typed)
    assert "Staw" not in titles(typed)


def test_a_tag_that_no_document_to_be_found_bears_expands_nothing(budgeting, commit):
    tag, bearer = budgeting
    assert titles("budżet partycypacyjny") == []
    with commit():
        bearer.tags.add(tag)
        bearer.save_revision().publish()
    with commit():
        bearer.audience.who = Who.MEMBERS
        bearer.audience.save()
    assert said("budżet partycypacyjny") == []


def test_words_of_the_glossary_find_each_other(write):
    write(Piec="Wymiana kopciuchów.", Park="Staw.")
    assert titles("stary kocioł") == []
    glossary("kopciuch", "stary kocioł", "coal stove")
    assert titles("starych kotłów") == titles("coal stoves") == ["Piec"]
    assert said("coal stoves") == [("coal stoves", ("kopciuch", "stary kocioł"))]


def test_narrower_words_are_found_but_do_not_find_back(write):
    write(Piec="Wymiana kopciuchów.", Niska="Niska emisja.")
    glossary("niska emisja", narrower=("kopciuch",))
    assert titles("niską emisję") == ["Niska", "Piec"]
    assert titles("kopciuch") == ["Piec"]


def test_a_synonym_stands_beside_the_other_words_of_the_query(write):
    write(Piec="Wymiana kopciuchów w Zabrzu.", Dym="Kopciuch.", Zabrze="Staw w Zabrzu.")
    glossary("kopciuch", "stary kocioł")
    assert titles("stary kocioł Zabrze")[0] == "Piec"


def test_a_phrase_and_an_excluded_word_are_taken_at_their_word(write):
    write(Piec="Wymiana kopciuchów.", Kocioł="Stary kocioł.")
    glossary("kopciuch", "stary kocioł")
    assert titles('"stary kocioł"') == ["Kocioł"]
    assert titles("wymiana -kocioł") == ["Piec"]


def test_a_synonym_makes_no_word_common(write):
    write(
        Plac="Rzadkie i zwykłe.", A="Zwykłe i inne.", B="Zwykłe i inne.", C="Zwykłe i inne.",
    )  # fmt: skip
    before = titles("rzadkie słowo zwykłe")
    glossary("rzadki", "inny")
    assert titles("rzadkie słowo zwykłe")[: len(before)] == before


def test_a_mistyped_synonym_is_understood(write):
    write(Piec="Wymiana kopciuchów.", Park="Staw.", Kotłownia="Ciepłownia.")
    glossary("ciepłownia", "kopciuch")
    assert set(titles("cieplownai")) == {"Kotłownia", "Piec"}


def test_the_synonym_is_marked_in_the_passage(write):
    write(Piec="Wymiana kopciuchów.")
    glossary("kopciuch", "stary kocioł")
    query = find("stary kocioł", ANONYMOUS).query
    assert ("kopciuchów", True) in highlight("Wymiana kopciuchów.", query, "pl")


def test_what_is_changed_or_deleted_is_kept_in_step(write):
    write(Piec="Wymiana kopciuchów.")
    entry = glossary("kopciuch", "stary kocioł")
    entry.words = ["kopciuch", "czarny piec"]
    entry.save()
    assert titles("stary kocioł") == []
    assert titles("czarny piec") == ["Piec"]
    entry.delete()
    assert titles("czarny piec") == []


def test_all_are_written_anew_and_those_of_nothing_dropped(write):
    entry = glossary("kopciuch", "stary kocioł")
    Expansion.objects.all().delete()
    Expansion.objects.create(source="tag:0", asked=["pl x"], finds=["y"])
    keep_all()
    sources = set(Expansion.objects.values_list("source", flat=True))
    assert f"glossary:{entry.pk}" in sources
    assert "tag:0" not in sources


def test_words_that_differ_in_capitals_are_said_once(write):
    glossary("staruszkowie", "seniorzy", "Seniorzy")
    write(Rynek="O seniorach.")

    told = understood(find("staruszkowie", ANONYMOUS), Choices(QueryDict("")))["expansions"]

    assert told == ["seniorzy"]


def test_an_added_phrase_is_met_in_a_row_or_within_the_lead(site_tree, commit):
    glossary("seniorzy", "osoby starsze")
    texts = {
        "W rzędzie": {"challenge": "<p>Pomoc dla osób starszych.</p>"},
        "W leadzie": {"lead": "Osoby samotne i starsze mają pomoc."},
        "Osobno": {"challenge": "<p>Osoby z dzielnicy sadzą drzewa. Starsze pnie zostają.</p>"},
    }
    with commit():
        for title, fields in texts.items():
            factories.practice(title=title, **fields)

    assert sorted(titles("seniorzy")) == ["W leadzie", "W rzędzie"]
