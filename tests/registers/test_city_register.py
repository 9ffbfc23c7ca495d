"""The register of cities that the project ships."""

from collections import Counter

import pytest

from registers.city_sources import read_register

NAMED_IN_THE_PROGRAMMES = [
    *("Jarosław", "Piła", "Stalowa Wola", "Świdwin", "Zabrze", "Hajnówka", "Jarocin", "Konin"),
    *("Włocławek", "Zgierz", "Żywiec", "Tarnów", "Sokołów Podlaski", "Hrubieszów", "Cieszyn"),
    *("Zawiercie", "Starachowice", "Frombork", "Kazimierz Dolny", "Ełk", "Nowy Targ"),
]


@pytest.fixture(scope="module")
def register():
    return list(read_register())


@pytest.fixture(scope="module")
def by_name(register):
    names = Counter(row.name for row in register)
    return {row.name: row for row in register if names[row.name] == 1}


def test_all_66_cities_with_county_rights_are_there(register):
    rights = [row for row in register if row.kind == "county_rights"]
    assert len(rights) == 66
    assert all(int(row.teryt[2:4]) >= 61 and row.county == row.name for row in rights)


def test_each_of_the_314_land_counties_has_a_seat(register):
    seats = [row for row in register if "county_seat" in row.functions]
    assert len(seats) == 314
    land_counties = {row.teryt[:4] for row in register if row.kind != "county_rights"}
    # The county of Suwałki is the only one that holds no city at all.
    assert len(land_counties) == 313
    assert "2012" not in land_counties


def test_the_capitals_of_voivodeships_are_eighteen(register):
    capitals = [row for row in register if "voivodeship_capital" in row.functions]
    assert len(capitals) == 18
    assert {row.voivodeship for row in capitals} == {row.voivodeship for row in register}


def test_cities_that_must_be_searchable_have_their_adjective(register, by_name):
    for row in register:
        if row.kind == "county_rights" or "county_seat" in row.functions:
            assert row.adjective, row.name
    assert all(by_name[name].adjective for name in NAMED_IN_THE_PROGRAMMES)
    assert by_name["Gorzów Wielkopolski"].adjective == "gorzowski"
    assert by_name["Łódź"].adjective == "łódzki"
    assert by_name["Zabrze"].adjective == "zabrzański"


def test_the_city_of_jarocin_is_not_the_village(by_name):
    jarocin = by_name["Jarocin"]
    assert (jarocin.teryt, jarocin.kind, jarocin.county) == (
        "300602",
        "urban_rural",
        "jarociński",
    )
    assert jarocin.population > 20_000


def test_a_city_beside_a_rural_gmina_of_its_name_has_its_own_number(by_name):
    assert by_name["Hajnówka"].teryt == "200501"
    assert by_name["Kołobrzeg"].teryt == "320801"


def test_warsaw_is_one_city_with_an_english_name(register, by_name):
    assert [row.name for row in register if row.name_en] == ["Warszawa"]
    assert by_name["Warszawa"].name_en == "Warsaw"
    assert sum(row.teryt[:4] == "1465" for row in register) == 1


def test_slugs_of_namesakes_say_the_voivodeship_and_the_county_seat_keeps_the_plain_one(register):
    slugs = {row.name: [] for row in register}
    for row in register:
        slugs[row.name].append(row.slug)
    assert slugs["Olsztyn"] == ["olsztyn-slaskie", "olsztyn"]
    assert slugs["Józefów"] == ["jozefow-lubelskie", "jozefow-mazowieckie"]
    assert slugs["Łódź"] == ["lodz"]


def test_a_population_always_says_where_it_comes_from(register):
    for row in register:
        assert (row.population is None) == (row.population_source == ""), row.name
        if row.population_year is None and row.population is not None:
            assert row.population_source == "GeoNames (rok nieznany)", row.name
