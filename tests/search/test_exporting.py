"""The practices found as a file: the same ones, every fact, nothing that a program would run."""

import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from base import access
from search import exporting
from tests import factories

pytestmark = pytest.mark.django_db
CSV, XLSX = "/pl/szukaj/praktyki.csv", "/pl/szukaj/praktyki.xlsx"


@pytest.fixture
def found(site_tree, commit):
    climate = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
    retention = factories.tag(name="retencja", name_en="water retention", theme=climate)
    with commit():
        gorzow = factories.city(
            name_pl="Gorzów Wielkopolski", teryt="086101", voivodeship="08", population=115_000
        )
        rain = factories.practice(title="Miejska retencja wody", city=gorzow, tags=[retention])
        oak = factories.practice(
            title="=HYPERLINK(dęby)", tags=[retention], stage="pilot", total_cost=5
        )
    return {"rain": rain, "oak": oak}


def lines(address: str) -> list[dict[str, str]]:
    response = Client().get(address)
    assert response.status_code == 200
    assert not response.cookies
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_a_file_has_every_fact_under_headings_in_the_readers_language(found):
    row = next(each for each in lines(CSV) if each["Tytuł"] == "Miejska retencja wody")
    expected = {
        "Miasto": "Gorzów Wielkopolski",
        "TERYT": "086101",
        "Liczba mieszkańców": "115000",
        "Tematy": "Klimat",
        "Rok rozpoczęcia": "2022",
        "Koszt całkowity w zł": "120000,00",
        "Czas do uruchomienia": "3–6 miesięcy",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["Adres po polsku"].endswith("/pl/dobre-praktyki/miejska-retencja-wody/")
    assert "/en/" in row["Adres po angielsku"]
    assert len(row) == len(exporting.COLUMNS)


def test_a_file_has_what_the_list_shows_in_its_order(found):
    assert [row["Tytuł"] for row in lines(f"{CSV}?stage=pilot")] == ["'=HYPERLINK(dęby)"]
    assert [row["Tytuł"] for row in lines(f"{CSV}?q=miejskiej")] == ["Miejska retencja wody"]
    cheapest = [row["Tytuł"] for row in lines(f"{CSV}?sort=cheapest&tag=retencja")]
    assert cheapest == ["'=HYPERLINK(dęby)", "Miejska retencja wody"]


def test_a_workbook_says_the_same_and_runs_nothing(found):
    response = Client().get(f"{XLSX}?sort=cheapest")
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert sheet["A1"].value == "Tytuł"
    assert sheet["A2"].value == "'=HYPERLINK(dęby)"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    costs = [row[16].value for row in sheet.iter_rows(min_row=2)]
    assert costs == [5, 120_000]


def test_an_english_file_has_what_english_has(found, commit):
    with commit():
        factories.english(found["rain"], title="Rain stays in the city")
    rows = lines("/en/search/practices.csv")
    assert [(row["Title"], row["Themes"]) for row in rows] == [
        ("Rain stays in the city", "Climate")
    ]


def test_a_file_has_nothing_that_is_closed(found):
    access.set_audience(found["oak"], "members")
    assert [row["Tytuł"] for row in lines(CSV)] == ["Miejska retencja wody"]


def test_files_are_made_in_a_few_queries(found, django_assert_max_num_queries):
    lines(CSV)
    with django_assert_max_num_queries(32):
        lines(CSV)


def test_nobody_has_files_made_without_end(found, monkeypatch):
    monkeypatch.setattr("search.views.EXPORTS_AN_HOUR", 1)
    assert Client().get(CSV).status_code == 200
    assert Client().get(CSV).status_code == 429


def test_other_formats_are_not_there(found):
    assert Client().get("/pl/szukaj/praktyki.exe").status_code == 404
