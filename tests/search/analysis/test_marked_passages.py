"""The word found is marked in the form it has, in the passage that shows most."""

import pytest

from search.analysis import highlight, parse_query, snippet

TEXT = (
    "Miasto leży nad rzeką. Po ulewach woda stała na ulicach. "
    "Program objął czterdzieści podwórek i dwie szkoły. "
    "Miejską retencję wód opadowych prowadzi się w Gorzowie Wielkopolskim od 2020 roku. "
    "Mieszkańcy dostają dotacje na ogrody deszczowe. "
    "Koszt wyniósł 1 240 000 zł, a uchwała XXI/345/20 obowiązuje do dziś."
)


def marked(segments):
    return [text for text, is_marked in segments if is_marked]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("retencja", ["retencję"]),
        ("retencji wod gorzow", ["woda", "retencję", "wód", "Gorzowie"]),
        ("w Gorzowie", ["Gorzowie"]),
        ('"retencja wody"', ["retencję wód"]),
        ('"woda retencji"', []),
        ("XXI/345/20", ["XXI/345/20"]),
        ("345/20", ["345/20"]),
        ("1240000", ["1 240 000"]),
        ("podwórko szkoła", ["podwórek", "szkoły"]),
        ("retencja -dotacja", ["retencję"]),
        ("zolw", []),
        ("", []),
    ],
)
def test_inflected_words_are_marked_in_the_text(query, words):
    assert marked(highlight(TEXT, parse_query(query), "pl")) == words


def test_the_segments_together_are_the_text():
    for query in ("retencja", '"wód opadowych"', "nic", "ulica miasto program"):
        assert "".join(text for text, _ in highlight(TEXT, parse_query(query), "pl")) == TEXT


def test_compounds_are_marked_as_one_and_their_parts_alone():
    text = "Spotkanie w Bielsku-Białej o e-usługach MOPS-u"

    assert marked(highlight(text, parse_query("Bielsko-Biała"), "pl")) == ["Bielsku-Białej"]
    assert marked(highlight(text, parse_query("Bielsko"), "pl")) == ["Bielsku"]
    assert marked(highlight(text, parse_query("e-usługi"), "pl")) == ["e-usługach"]
    assert marked(highlight(text, parse_query("MOPS"), "pl")) == ["MOPS-u"]


def test_english_words_are_marked_in_english():
    segments = highlight("Two cities share a library.", parse_query("city libraries"), "en")

    assert marked(segments) == ["cities", "library"]


def test_a_passage_shows_most_of_the_query():
    segments = snippet(TEXT, parse_query("retencja wody Gorzów"), "pl", length=110)

    assert marked(segments) == ["retencję", "wód", "Gorzowie"]
    assert segments[0] == ("…", False)
    assert segments[-1] == ("…", False)


def test_a_passage_begins_with_its_sentence_where_it_can():
    segments = snippet(TEXT, parse_query("retencja"), "pl", length=90)

    assert segments[1][0].startswith("Miejską")


@pytest.mark.parametrize("length", [1, 7, 40, 90, 240, 10_000])
@pytest.mark.parametrize("query", ["retencja wód", "uchwała", "miasto", "zł", "brak", '"od 2020"'])
def test_a_passage_keeps_its_length(query, length):
    segments = snippet(TEXT, parse_query(query), "pl", length=length)

    assert len("".join(text for text, _ in segments if text != "…")) <= length


def test_a_short_text_is_its_own_passage():
    assert snippet("Krótki\n tekst", parse_query("tekst"), "pl") == [
        ("Krótki ", False),
        ("tekst", True),
    ]


def test_without_anything_to_mark_the_passage_is_the_beginning():
    segments = snippet(TEXT, parse_query("tramwaj"), "pl", length=60)

    assert segments == [
        ("Miasto leży nad rzeką. Po ulewach woda stała na ulicach.", False),
        ("…", False),
    ]


def test_a_passage_of_nothing_is_empty():
    assert snippet("", parse_query("tramwaj"), "pl") == []
    assert snippet(" \n ", parse_query(""), "pl") == []
