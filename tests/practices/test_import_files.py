"""Sheets and their kinds: what may stand in them, and what stops the import."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from practices.models import PracticePage
from practices.transfer.reading import FileProblem, open_table
from practices.transfer.template import template_workbook
from tests import factories

from .files import MINIMAL, Imported, comma_separated, json_lines, practice, workbook

HEADER = ["external_id", "title", "summary", "city", "tags", "year", "title_en", "summary_en"]
ROW = [*(MINIMAL[name] for name in HEADER[:4]), "retencja; zieleń", 2022, "Rain gardens", "Water."]


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_csv_file_may_have_either_delimiter_and_a_byte_order_mark(
    zabrze, tmp_path, delimiter, encoding
):
    path = comma_separated(tmp_path, HEADER, ROW, delimiter=delimiter, encoding=encoding)
    Imported(path, archival=True)
    page = practice("x1")
    assert page.start_year == 2022
    assert sorted(page.tags.names()) == ["retencja", "zieleń"]


def test_a_workbook_is_read_from_its_sheet_of_practices(zabrze, tmp_path):
    Imported(workbook(tmp_path, HEADER, ["# pomoc", "Tytuł"], [], ROW), archival=True)
    assert practice("x1").english.title == "Rain gardens"


def test_rows_of_a_practice_are_numbered_columns(zabrze, tmp_path):
    header = ["external_id", "title", "city", "step_1_what", "step_1_duration_months",
              "step_2_what", "step_1_what_en", "step_3_what", "title_en"]  # fmt: skip
    row = ["x1", "Tytuł", "Zabrze", "Raz", "1,5", "", "One", "Trzy", "Title"]
    Imported(comma_separated(tmp_path, header, row))
    page = practice("x1").get_latest_revision_as_object()
    assert [(step.what, step.duration_months) for step in page.steps.all()] == [
        ("Raz", 1.5),
        ("Trzy", None),
    ]
    english = page.english.get_latest_revision_as_object()
    assert [step.what for step in english.steps.all()] == ["One", ""]
    keys = [step.translation_key for step in page.steps.all()]
    assert [step.translation_key for step in english.steps.all()] == keys


def test_an_error_in_a_numbered_column_is_named_by_it(zabrze, tmp_path):
    factories.funding_source(code="own")
    header = ["external_id", "title", "funding_1_source", "funding_2_source", "funding_2_amount"]
    imported = Imported(comma_separated(tmp_path, header, ["x1", "T", "own", "", "12"]))
    assert imported.problems == [(2, "funding_2_source")]


@pytest.mark.parametrize(
    "header",
    [
        ["external_id", "title", "kolor"],
        ["external_id", "title", "title"],
        ["external_id", "year", "start_year"],
        ["external_id", "step_1_who"],
        ["title", "city"],
        [],
    ],
)
def test_a_header_that_is_not_understood_stops_the_import(zabrze, tmp_path, header):
    path = comma_separated(tmp_path, header, ["x1", "Tytuł", "Zabrze"])
    with pytest.raises(FileProblem):
        Imported(path)
    assert not PracticePage.objects.originals().exists()


def test_a_shifted_line_is_an_error_of_its_own(zabrze, tmp_path):
    path = comma_separated(tmp_path, HEADER, ROW, ["x2", *ROW[1:], "za daleko"])
    imported = Imported(path, archival=True)
    assert imported.outcomes == ["new", "error"]


def test_a_line_of_a_csv_file_is_counted_as_an_editor_counts(zabrze, tmp_path):
    long = ["x1", "Tytuł", "Pierwsza\nDruga", "Zabrze", "", "", "", ""]
    path = comma_separated(tmp_path, HEADER, long, ["x2", "", "", "Zabrze", "", "", "", ""])
    assert Imported(path).problems == [(4, "title")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "external_id;title\nx1;Łódź".encode("cp1250")),
        ("a.csv", b'external_id;title\n"x1;"a"b"'),
        ("a.jsonl", b'{"external_id": "x1"'),
        ("a.jsonl", b'["external_id"]'),
        ("a.xlsx", b"not a workbook"),
        ("a.ods", b""),
    ],
)
def test_an_unreadable_file_is_refused_as_a_whole(site_tree, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileProblem):
        list(open_table(path).lines())


def test_a_person_may_stand_in_one_cell(zabrze, tmp_path):
    record = {**MINIMAL, "contact": "Anna Nowak <a.nowak@example.org>"}
    Imported(json_lines(tmp_path, record))
    contact = practice("x1").contact
    assert (contact.name, contact.email) == ("Anna Nowak", "a.nowak@example.org")


@pytest.fixture
def template(zabrze, tmp_path):
    factories.network(external_id="n1")
    factories.tag(name="retencja")
    path = tmp_path / "szablon.xlsx"
    template_workbook().save(path)
    return path


def test_the_template_offers_vocabularies_and_cities_as_drop_downs(template):
    book = load_workbook(template)
    sheet = book["Praktyki"]
    offered = {
        str(area) for choice in sheet.data_validations.dataValidation for area in [choice.sqref]
    }
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    for name in ("city", "kind", "stage", "difficulty", "verification", "pack_1_kind"):
        assert f"{letters[name]}3:{letters[name]}1002" in offered
    listed = {cell.value for row in book["Słowniki"].iter_rows() for cell in row}
    assert {"Zabrze", "n1", "retencja"} <= listed
    assert sheet["A1"].comment is not None


def test_an_empty_template_imports_nothing_and_a_filled_one_what_is_in_it(template, tmp_path):
    assert Imported(template).outcomes == []
    book = load_workbook(template)
    sheet = book["Praktyki"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for name, value in zip(HEADER, ROW, strict=True):
        sheet.cell(3, columns["start_year" if name == "year" else name], value)
    stage = next(
        choice for choice in sheet.data_validations.dataValidation
        if str(choice.sqref).startswith(sheet.cell(1, columns["stage"]).column_letter)
    )  # fmt: skip
    first = stage.formula1.split("!")[1].split(":")[0].replace("$", "")
    sheet.cell(3, columns["stage"], book["Słowniki"][first].value)
    book.save(tmp_path / "gotowe.xlsx")
    assert Imported(tmp_path / "gotowe.xlsx", archival=True).outcomes == ["new"]
    assert practice("x1").stage == "pilot"


def test_anyone_downloads_the_template(zabrze, rf):
    from practices.transfer.views import template

    response = template(rf.get("/"))
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    assert response.content[:2] == b"PK"
    assert template(rf.post("/")).status_code == 405
