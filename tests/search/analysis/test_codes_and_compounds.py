"""Act numbers, dates, sums and addresses are found as typed and by their parts."""

import pytest

from search.analysis import analyse, matches, parse_query


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("XXI/345/20", "Uchwała nr XXI/345/20 Rady Miasta"),
        ("xxi/345/20", "UCHWAŁA NR XXI/345/20"),
        ("uchwała XXI/345/20", "uchwały nr XXI/345/20 z dnia 30 września 2020 r."),
        ("345/20", "uchwała XXI/345/20"),
        ("XXI/345", "uchwała XXI/345/20"),
        ("345", "uchwała XXI/345/20"),
        ("XXI/345/2020", "uchwała XXI/345/20"),
        ("XXI/345/20", "uchwała XXI/345/2020"),
        ("XXI/345/20", "uchwała XXI / 345 / 20"),
        ("uchwała XXI 345 20", "uchwała XXI/345/20"),
        ("BRM.0007.12.2023", "Uchwała (BRM.0007.12.2023)."),
        ("0007.12", "Uchwała BRM.0007.12.2023"),
        ("30.09.2020", "z dnia 30 września 2020 r."),
        ("30 września 2020", "z dnia 30.09.2020"),
        ("2020-09-30", "w dniu 30.09.2020 r."),
        ("30 IX 2020", "2020-09-30"),
        ("1.09.2020", "od 1 września 2020"),
        ("września 2020", "z dnia 30 września 2020 r."),
        ("wrzesień", "z dnia 30 września 2020 r."),
        ("2020", "2020r."),
        ("2014-2020", "w perspektywie 2014–2020"),
        ("2020", "w perspektywie 2014–2020"),
        ("1240000", "koszt 1 240 000 zł"),
        ("1 240 000", "koszt 1240000 zł"),
        ("1 240 000", "koszt 1\u00a0240\u00a0000,50 zł"),
        ("240 000", "koszt 1 240 000 zł"),
        ("1.240.000", "koszt 1 240 000 zł"),
        ("12,5", "wzrost o 12.5%"),
        ("12.5", "wzrost o 12,5%"),
        ("18.30", "spotkanie o 18:30"),
        ("PM2.5", "stężenie PM2,5"),
        ("PM10", "stężenie PM 10 i PM2,5"),
        ("pm 10", "stężenie PM10"),
        ("CO2", "emisja CO₂"),
        ("m2", "120 m² trawnika"),
        ("COVID-19", "w czasie covid-19"),
        ("5G", "sieć 5G"),
        ("15-minutowe miasto", "idea miasta 15-minutowego i 15-minutowe dzielnice"),
        ("Dz.U. 2023 poz. 40", "(Dz.U. 2023 poz. 40)"),
        ("a.nowicka@zabrze.example.org", "e-mail: A.Nowicka@zabrze.example.org."),
        ("nowicka", "a.nowicka@zabrze.example.org"),
        ("zabrze.example.org", "a.nowicka@zabrze.example.org"),
        ("zabrze.pl", "Zob. https://www.zabrze.pl/miasto?x=1"),
        ("https://zabrze.pl/miasto/", "Zob. www.zabrze.pl/miasto"),
        ("retencja", "https://www.zabrze.pl/miasto/retencja"),
        ("dotacje", "wniosek_o_dotacje.docx"),
        ("ulica", "dom przy ul.Długiej"),
        ("zieleń", "woda/zieleń"),
        ("Kraków", "trasa Kraków–Katowice"),
    ],
)
def test_a_code_is_found(query, text):
    assert matches(text, parse_query(query), "pl")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("XXI/345/20", "uchwała XXI/346/20"),
        ("345/20", "uchwała 20/345"),
        ("30.09.2020", "z dnia 9 września 2020"),
        ("30 września 2020", "30 mieszkańców, we wrześniu 2021"),
        ("1240000", "pokoje 1, 240 i 000"),
        ("12.5", "12 osób w 5 pokojach"),
        ("31.02.2020", "2 marca 2020"),
    ],
)
def test_another_code_is_not_found(query, text):
    assert not matches(text, parse_query(query), "pl")


def test_an_apostrophe_that_ends_a_word_is_no_part_of_it():
    assert [t.surface for t in analyse("members' accounts", "en")] == ["members", "accounts"]


def test_tokens_know_where_they_are():
    text = "Miasto: Łódź-Bałuty, „e-usługi” XXI/345/20, a.b@c.pl!"

    for token in analyse(text, "pl"):
        assert text[token.start : token.end] == token.surface
        assert token.terms


def test_a_compound_shares_the_position_of_its_first_part():
    tokens = analyse("w Bielsku-Białej żyje", "pl")

    assert [(token.surface, token.position) for token in tokens] == [
        ("w", 1),
        ("Bielsku-Białej", 2),
        ("Bielsku", 2),
        ("Białej", 3),
        ("żyje", 4),
    ]


def test_both_languages_count_positions_alike():
    text = (
        "Uchwała XXI/345/20 w Bielsku-Białej, MOPS-u, 1 240 000 zł, 30 września 2020, Kennedy’ego"
    )

    positions = [{(t.start, t.position) for t in analyse(text, lang)} for lang in ("pl", "en")]

    assert positions[0] == positions[1]


def test_words_pasted_with_invisible_characters_are_whole():
    assert matches("rewita\u00adli\u200bzacja", parse_query("rewitalizacja"), "pl")
    assert matches("Ło\u0301dz\u0301", parse_query("Łódź"), "pl")
    assert matches("oﬁara", parse_query("ofiara"), "pl")


def test_parts_written_without_a_space_after_a_full_stop_are_words():
    assert [t.surface for t in analyse("miasta.Nowe i/lub stare", "pl")] == [
        "miasta",
        "Nowe",
        "i",
        "lub",
        "stare",
    ]
