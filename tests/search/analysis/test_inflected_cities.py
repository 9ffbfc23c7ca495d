"""Every case of a city's name meets the name."""

from pathlib import Path

import pytest

from search.analysis import analyse, matches, parse_query, word_terms

TABLE = Path(__file__).with_name("cities_in_seven_cases.txt")
CITIES = [
    [form.strip() for form in line.split("|")]
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
in_each_city = pytest.mark.parametrize("forms", CITIES, ids=[forms[0] for forms in CITIES])


def finds(query, text):
    return matches(text, parse_query(query), "pl")


def test_the_table_has_enough_cities_in_all_seven_cases():
    assert len(CITIES) >= 60
    assert all(len(forms) == 7 for forms in CITIES)


@in_each_city
def test_an_inflected_city_name_finds_the_city(forms):
    assert [form for form in forms if not finds(form, f"Miasto {forms[0]}, Polska")] == []


@in_each_city
def test_a_city_name_finds_its_inflected_form_in_a_text(forms):
    name = forms[0]

    assert [form for form in forms if not finds(f'"{name}"', f"Dotyczy: {form}. Koniec.")] == []


@in_each_city
def test_capital_letters_in_a_city_name_do_not_matter(forms):
    text = f"MIASTO {forms[0].upper()}"

    assert [form for form in forms if not finds(form.lower(), text)] == []


@in_each_city
def test_a_city_typed_without_polish_letters_is_found(forms):
    bare = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")

    assert [form for form in forms if not finds(form.translate(bare), forms[0])] == []


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("Zabrzu", "Zabrzeg"),
        ("Kielcach", "Kielno"),
        ("Tarnowie", "Tarnobrzeg"),
        ("Bielsku-Białej", "Białystok"),
        ("Koninem", "Konstancin"),
        ("Łodzi", "Łomża"),
    ],
)
def test_a_city_does_not_find_another_that_looks_like_it(form, other):
    assert not finds(form, f"Miasto {other}")


def test_parts_of_a_compound_name_and_the_whole_are_found():
    text = "W Bielsku-Białej i w Jastrzębiu-Zdroju"

    for query in ("Bielsko", "Biała", "Bielsko-Biała", "bielsko biała", "jastrzębie", "zdrój"):
        assert finds(query, text), query


def test_a_compound_name_is_a_term_of_its_own():
    whole = analyse("Bielskiem-Białą", "pl")[0]

    assert "bielsko-biała" in whole.terms
    assert whole.surface == "Bielskiem-Białą"


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Gorzów Wlkp.", "Gorzowie Wielkopolskim"),
        ("Tomaszów Maz.", "Tomaszowem Mazowieckim"),
        ("Piotrków Tryb.", "Piotrkowa Trybunalskiego"),
        ("Ruda Śl.", "Rudzie Śląskiej"),
    ],
)
def test_usual_abbreviations_of_city_names_are_understood(short, name):
    assert finds(short, name)


def test_the_case_of_an_adjective_made_from_a_city_does_not_matter():
    base = set(word_terms("łódzki", "pl"))

    for form in ("łódzkiego", "łódzkich", "łódzką", "łódzkim", "łódzcy"):
        assert base & set(word_terms(form, "pl")), form
