"""The practices as open data: everything public, nothing closed, and never half a file."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from base import access
from search.open_data import storing
from search.open_data.fields import FIELDS
from search.open_data.storing import CSV, JSON_LINES
from search.open_data.writing import write_edition
from tests import factories


@pytest.fixture
def practices(site_tree, settings, tmp_path):
    settings.PRIVATE_MEDIA_ROOT = tmp_path
    rain = factories.practice(title="=Miejska retencja", external_id="p-1", unit="@Wydział")
    factories.english(rain, title="+Rain stays in the city")
    oak = factories.practice(title="Dęby; „szkoła”, tak", lead="Pierwszy\nwiersz")
    closed = factories.practice(title="Zamknięta")
    access.set_audience(closed, "members")
    write_edition()
    return {"rain": rain, "oak": oak}


def get(name: str, **headers):
    return Client().get(f"/open-data/{name}", headers=headers)


def lines() -> list[dict]:
    response = get(JSON_LINES)
    assert response.status_code == 200
    return [json.loads(line) for line in response.getvalue().decode().splitlines()]


def table() -> list[dict]:
    return list(csv.DictReader(io.StringIO(get(CSV).getvalue().decode(), newline="")))


def test_both_files_hold_every_public_practice_and_nothing_closed(practices):
    ids = [str(practices[name].translation_key) for name in ("rain", "oak")]
    assert [record["id"] for record in lines()] == ids
    assert [record["id"] for record in table()] == ids


def test_every_field_of_the_dictionary_is_in_both_files(practices):
    names = [field.name for field in FIELDS]
    assert list(lines()[0]) == names
    assert list(table()[0]) == names


def test_texts_come_in_both_languages_and_what_is_not_translated_is_null(practices):
    rain, oak = lines()
    assert rain["title_en"] == "+Rain stays in the city"
    assert oak["title_en"] is None
    assert oak["title_pl"] == "Dęby; „szkoła”, tak"
    assert rain["total_cost"] == 120_000
    assert rain["steps_pl"] == ["Krok 1", "Krok 2", "Krok 3"]
    assert table()[0]["steps_pl"] == "Krok 1 | Krok 2 | Krok 3"


def test_no_cell_becomes_a_formula(practices):
    for record in table():
        assert not [cell for cell in record.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert table()[0]["title_pl"] == "'=Miejska retencja"


def test_what_is_closed_after_the_night_is_left_out_at_once(practices):
    before = get(CSV)["ETag"]
    access.set_audience(practices["oak"], "members")
    assert [record["title_pl"] for record in lines()] == ["=Miejska retencja"]
    assert [record["title_pl"] for record in table()] == ["'=Miejska retencja"]
    assert get(CSV)["ETag"] != before
    assert get(CSV, **{"If-None-Match": before}).status_code == 200


def test_an_english_page_taken_down_takes_its_words_along(practices):
    practices["rain"].english.unpublish()
    assert "Rain stays" not in get(JSON_LINES).getvalue().decode()


def test_a_file_that_has_not_changed_is_not_sent_again(practices):
    first = get(JSON_LINES)
    assert first["Cache-Control"] == "public, no-cache"
    for name, value in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        assert get(JSON_LINES, **{name: first[value]}).status_code == 304
    assert 'rel="license"' in first["Link"]


def test_an_edition_takes_the_place_of_the_one_before_at_once(practices):
    folder = storing.current().folder
    factories.practice(title="Nowa")
    call_command("refresh_open_data")
    assert "Nowa" in [record["title_pl"] for record in lines()]
    assert storing.current().folder != folder
    # Somebody may still be reading the old one.
    assert (folder / JSON_LINES).exists()


def test_an_edition_that_fails_leaves_the_old_one_in_place(practices):
    before = lines()
    with pytest.raises(OSError, match="No such file"), storing.new_edition() as (folder, _index):
        (folder / "nowhere" / JSON_LINES).write_text("{")
    assert lines() == before
    assert len(list(storing.root().glob("edition-*"))) == 1


@pytest.mark.parametrize("name", ["index.json", "current", "..%2Fcurrent", "x.csv", ""])
def test_nothing_else_is_handed_out(practices, name):
    assert get(name).status_code == 404


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_page_says_what_the_data_are(practices, language):
    with override(language):
        address = reverse("open_data")
    html = Client().get(address).content.decode()
    assert "<dd>2</dd>" in html
    assert "CC BY 4.0" in html
    for field in FIELDS:
        assert f'id="field-{field.name}"' in html
    for name in (JSON_LINES, CSV):
        assert f'href="/open-data/{name}"' in html


def test_the_page_stands_before_the_first_night(site_tree, settings, tmp_path):
    settings.PRIVATE_MEDIA_ROOT = tmp_path
    assert Client().get(reverse("open_data")).status_code == 200
    assert get(CSV).status_code == 404


def test_programs_read_the_dictionary_too(practices):
    package = get("datapackage.json").json()
    assert [resource["path"].rpartition("/")[2] for resource in package["resources"]] == [
        JSON_LINES, CSV,
    ]  # fmt: skip
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == [field.name for field in FIELDS]
    assert all(field["description"] for field in fields)


def test_many_practices_cost_as_few_queries(practices, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        write_edition()
