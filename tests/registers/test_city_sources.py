"""The files that the register of cities is made from: our own and the official ones."""

import zipfile
from dataclasses import replace

import pytest

from registers.city_places import GEONAMES_POPULATION, Place, read_places, renewed, write_register
from registers.city_sources import (
    COLUMNS,
    CityRow,
    complete,
    read_register,
    read_simc,
    read_terc,
)
from registers.source_files import SourceError

# Made up in the true form of the official files: a city that is an urban gmina beside a rural one
# of the same name, a city within an urban-rural gmina, two cities of one name, a village that
# bears a city's name, cities with county rights with districts and branch offices.
TERC = """\
WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA
10;;;;ŁÓDZKIE;województwo;2025-01-01
10;21;;;brzeziński;powiat;2025-01-01
10;21;01;1;Brzeziny;gmina miejska;2025-01-01
10;21;02;2;Brzeziny;gmina wiejska;2025-01-01
12;;;;MAŁOPOLSKIE;województwo;2025-01-01
12;61;;;Kraków;miasto na prawach powiatu;2025-01-01
12;61;01;1;Kraków;gmina miejska;2025-01-01
12;61;02;9;Kraków-Krowodrza;delegatura;2025-01-01
14;;;;MAZOWIECKIE;województwo;2025-01-01
14;65;;;Warszawa;miasto stołeczne, na prawach powiatu;2025-01-01
14;65;01;1;Warszawa;gmina miejska, miasto stołeczne;2025-01-01
14;65;02;8;Bemowo;dzielnica;2025-01-01
18;;;;PODKARPACKIE;województwo;2025-01-01
18;12;;;niżański;powiat;2025-01-01
18;12;03;2;Jarocin;gmina wiejska;2025-01-01
30;;;;WIELKOPOLSKIE;województwo;2025-01-01
30;06;;;jarociński;powiat;2025-01-01
30;06;02;3;Jarocin;gmina miejsko-wiejska;2025-01-01
30;06;02;4;Jarocin;miasto;2025-01-01
30;06;02;5;Jarocin;obszar wiejski;2025-01-01
30;07;;;kaliski;powiat;2025-01-01
30;07;02;2;Brzeziny;gmina wiejska;2025-01-01
30;27;;;turecki;powiat;2025-01-01
30;27;03;3;Dobra;gmina miejsko-wiejska;2025-01-01
30;27;03;4;Dobra;miasto;2025-01-01
30;27;03;5;Dobra;obszar wiejski;2025-01-01
32;;;;ZACHODNIOPOMORSKIE;województwo;2025-01-01
32;18;;;łobeski;powiat;2025-01-01
32;18;01;3;Dobra;gmina miejsko-wiejska;2025-01-01
32;18;01;4;Dobra;miasto;2025-01-01
32;18;01;5;Dobra;obszar wiejski;2025-01-01
"""
SIMC = """\
WOJ;POW;GMI;RODZ_GMI;RM;MZ;NAZWA;SYM;SYMPOD;STAN_NA
10;21;01;1;96;1;Brzeziny;0900001;0900001;2025-01-01
12;61;01;1;96;1;Kraków;0900002;0900002;2025-01-01
12;61;02;9;98;1;Kraków-Krowodrza;0900003;0900002;2025-01-01
14;65;01;1;96;1;Warszawa;0900004;0900004;2025-01-01
14;65;02;8;95;1;Bemowo;0900005;0900004;2025-01-01
14;65;02;8;99;1;Boernerowo;0900006;0900005;2025-01-01
18;12;03;2;01;1;Jarocin;0100001;0100001;2025-01-01
30;06;02;4;96;1;Jarocin;0900007;0900007;2025-01-01
30;06;02;5;01;1;Bachorzew;0100002;0100002;2025-01-01
30;27;03;4;96;1;Dobra;0900008;0900008;2025-01-01
"""

JAROCIN = CityRow(
    teryt="300602",
    name="Jarocin",
    name_en="",
    adjective="jarociński",
    slug="jarocin",
    voivodeship="30",
    county="jarociński",
    kind="urban_rural",
    population=25700,
    population_year=None,
    population_source=GEONAMES_POPULATION,
    lat=51.97,
    lon=17.5,
    geonameid=1,
    functions=("county_seat",),
    zmp_member=None,
)


@pytest.fixture
def official_file(tmp_path):
    """Writes a text as GUS does: UTF-8 with a byte order mark, CRLF, a blank line at the end."""

    def write(text, name="TERC_Urzedowy_2025-01-01.csv"):
        path = tmp_path / name
        path.write_bytes((text + "\n").replace("\n", "\r\n").encode("utf-8-sig"))
        return path

    return write


@pytest.fixture
def terc(official_file):
    return list(read_terc(official_file(TERC)))


@pytest.fixture
def simc(official_file):
    return list(read_simc(official_file(SIMC, "SIMC_Urzedowy_2025-01-01.csv")))


def facts(cities):
    return [(city.teryt, city.name, city.kind, city.county) for city in cities]


def test_only_cities_are_taken_from_the_official_register(terc):
    assert facts(complete([], terc)) == [
        ("102101", "Brzeziny", "urban", "brzeziński"),
        ("126101", "Kraków", "county_rights", "Kraków"),
        ("146501", "Warszawa", "county_rights", "Warszawa"),
        ("300602", "Jarocin", "urban_rural", "jarociński"),
        ("302703", "Dobra", "urban_rural", "turecki"),
        ("321801", "Dobra", "urban_rural", "łobeski"),
    ]


def test_a_zipped_file_reads_as_the_plain_one(official_file, tmp_path, terc):
    packed = tmp_path / "TERC_Urzedowy_2025-01-01.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(official_file(TERC), "TERC_Urzedowy_2025-01-01.csv")
        archive.writestr("TERC_Urzedowy_2025-01-01.xml", "<teryt/>")
    assert list(read_terc(packed)) == terc


def test_a_known_city_is_recognised_by_its_number(terc):
    wrong = replace(JAROCIN, kind="", county="")
    known = {city.name: city.known for city in complete([wrong], terc)}
    assert known["Jarocin"] is wrong
    assert known["Kraków"] is None


def test_a_city_that_was_renumbered_is_recognised_by_its_name(terc):
    older = replace(JAROCIN, teryt="309902")
    found = {city.teryt: city.known for city in complete([older], terc)}
    assert found["300602"] is older


def test_a_city_is_not_taken_for_its_namesake_in_another_voivodeship(terc):
    other = replace(JAROCIN, teryt="329901", name="Dobra", slug="dobra", voivodeship="32")
    found = {city.teryt: city.known for city in complete([other], terc)}
    assert found == {**dict.fromkeys(found), "321801": other}


def test_two_namesakes_in_one_voivodeship_are_not_guessed_between(terc):
    first = replace(JAROCIN, teryt="309901", slug="a")
    second = replace(JAROCIN, teryt="309902", slug="b")
    assert all(city.known is None for city in complete([first, second], terc))


def test_the_register_of_localities_gives_the_number_and_name_of_a_city(terc, simc):
    simc = [
        replace(place, name="Jarocin Miasto") if place.symbol == "0900007" else place
        for place in simc
    ]
    cities = {city.teryt: city for city in complete([], terc, simc)}
    assert (cities["300602"].name, cities["300602"].symbol) == ("Jarocin Miasto", "0900007")
    assert cities["146501"].symbol == "0900004"
    assert cities["321801"].symbol == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("3;06;;;jarociński;powiat;2025-01-01", "line 33: WOJ cannot be “3”"),
        ("30;6;;;jarociński;powiat;2025-01-01", "line 33: POW cannot be “6”"),
        ("30;06;02;x;Jarocin;miasto;2025-01-01", "line 33: RODZ cannot be “x”"),
        ("30;06;02;4;;miasto;2025-01-01", "line 33: NAZWA cannot be “”"),
        ("30;06;02;4;Jarocin;miasto;01.01.2025", "line 33: STAN_NA cannot be “01.01.2025”"),
        ("30;06;02;4;Jarocin;miasto", "line 33: 6 cells where the header has 7"),
    ],
)
def test_a_faulty_line_is_named(official_file, line, reason):
    with pytest.raises(SourceError, match=f"^TERC_Urzedowy_2025-01-01.csv, {reason}"):
        list(read_terc(official_file(TERC + line)))


def test_a_file_of_another_kind_is_refused_by_its_columns(official_file):
    path = official_file(SIMC, "SIMC.csv")
    with pytest.raises(SourceError, match=r"SIMC\.csv, line 1: no column RODZ, NAZWA_DOD"):
        list(read_terc(path))


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "TERC.csv"
    path.write_bytes(TERC.encode("cp1250"))
    with pytest.raises(SourceError, match=r"TERC\.csv, line 2: not in UTF-8"):
        list(read_terc(path))


def test_a_missing_file_and_a_zip_without_a_table_are_named(tmp_path):
    with pytest.raises(SourceError, match=r"none\.csv: No such file"):
        list(read_terc(tmp_path / "none.csv"))
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as archive:
        archive.writestr("TERC.xml", "<teryt/>")
    with pytest.raises(SourceError, match=r"empty\.zip: 0 CSV files in the ZIP"):
        list(read_terc(tmp_path / "empty.zip"))


def test_a_register_is_read_as_it_was_written(tmp_path):
    rows = [
        replace(JAROCIN, zmp_member=True),
        replace(JAROCIN, teryt="300603", slug="b", lat=None, lon=None, functions=()),
    ]
    path = tmp_path / "cities.csv"
    write_register(rows, path)
    assert list(read_register(path)) == rows


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "town"}, "kind cannot be “town”"),
        ({"functions": ("harbour",)}, "unknown functions: harbour"),
        ({"voivodeship": "24"}, "voivodeship 24 is not that of 300602"),
        ({"slug": "Jarocin"}, "slug cannot be “Jarocin”"),
        ({"lat": None}, "lat and lon belong together"),
        ({"population": "many"}, "population is not a number: “many”"),
        ({"zmp_member": ("perhaps",)}, "zmp_member must be yes, no or empty"),
    ],
)
def test_a_faulty_row_of_the_register_is_named(tmp_path, change, reason):
    path = tmp_path / "cities.csv"
    write_register([replace(JAROCIN, **change)], path)
    with pytest.raises(SourceError, match=f"cities.csv, line 2: {reason}"):
        list(read_register(path))


def test_a_number_twice_in_the_register_is_refused(tmp_path):
    path = tmp_path / "cities.csv"
    write_register([JAROCIN, replace(JAROCIN, slug="other")], path)
    with pytest.raises(SourceError, match="line 3: “300602” is on line 2 already"):
        list(read_register(path))


def test_places_renew_coordinates_and_only_the_populations_that_were_theirs(tmp_path):
    path = tmp_path / "places.json"
    path.write_text(
        '[{"geonameid": 1, "name": "Jarocin", "lat": 51.9, "lon": 17.6, "population": 24000}]'
    )
    places = read_places(path)
    assert places == {1: Place(1, "Jarocin", 51.9, 17.6, 24000)}
    counted = replace(JAROCIN, population=24600, population_year=2023, population_source="GUS")
    unknown = replace(JAROCIN, geonameid=None, lat=None, lon=None)
    assert list(renewed([JAROCIN, counted, unknown], places)) == [
        replace(JAROCIN, lat=51.9, lon=17.6, population=24000),
        replace(counted, lat=51.9, lon=17.6),
        unknown,
    ]


def test_the_columns_of_the_register_are_those_of_a_row():
    assert COLUMNS[:3] == ("teryt", "name", "name_en")
