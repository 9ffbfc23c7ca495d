"""Importing practices: what is made, what is reported, what is never half done."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from base.access import ANONYMOUS
from base.models import Audience, LanguageState
from practices.models import PracticePage, PracticeState
from practices.transfer.reading import FileProblem
from registers.models import Person, Tag
from search.finding import find
from search.models import SearchDocument
from tests import factories

from .files import MINIMAL, Imported, complete_record, json_lines, practice


@pytest.fixture
def minimal(zabrze, tmp_path):
    return json_lines(tmp_path, MINIMAL)


def test_the_least_old_record_is_published_as_archival_in_both_languages(minimal):
    imported = Imported(minimal, archival=True)
    page = practice("x1")
    assert imported.line.polish == "archival"
    assert page.live
    assert page.state.level == "archival"
    assert page.state.origin == "import"
    assert page.start_year == 2022
    assert page.english.live
    assert page.english.title == "Rain gardens"


@pytest.mark.parametrize("words", ["ogrodów deszczowych", "rain gardens", "retencji", "zabrzański"])
def test_an_imported_record_is_found_in_both_languages(minimal, zabrze, words):
    zabrze.adjective = "zabrzański"
    zabrze.save()
    Imported(minimal, archival=True)
    found = find(words, ANONYMOUS).hits
    assert [document.title_pl for document in found] == ["Ogrody deszczowe"]


def test_readers_see_an_imported_record_at_both_addresses(minimal):
    Imported(minimal, archival=True)
    page = practice("x1")
    for each, word in ((page, "Ogrody deszczowe"), (page.english, "Rain gardens")):
        response = Client().get(each.get_url())
        assert response.status_code == 200
        assert word in response.content.decode()


def test_an_unknown_tag_is_made_without_a_theme_and_listed(minimal):
    imported = Imported(minimal, archival=True)
    assert list(imported.summary.new_tags) == ["retencja"]
    assert Tag.objects.get(name="retencja").theme is None


def test_a_tag_is_known_by_its_names_and_synonyms_in_both_languages(zabrze, tmp_path):
    tag = factories.tag(
        name="budżet obywatelski",
        name_en="participatory budgeting",
        synonyms_pl=["budżet partycypacyjny"],
    )
    names = ["Budżet Obywatelski", "participatory budgeting", "budżet partycypacyjny"]
    Imported(json_lines(tmp_path, {**MINIMAL, "tags": names}))
    assert list(practice("x1").tags.all()) == [tag]


def test_a_second_import_changes_nothing(minimal):
    Imported(minimal, archival=True)
    before = _counts(), _stamps()
    assert Imported(minimal, archival=True).outcomes == ["unchanged"]
    assert (_counts(), _stamps()) == before


def _counts() -> dict[str, int]:
    models = [Page, Revision, PageLogEntry, Audience, LanguageState, PracticeState]
    return {
        model.__name__: model.objects.count()
        for model in [*models, ReferenceIndex, SearchDocument, Tag, Person]
    }


def _stamps():
    return list(
        PracticePage.objects.order_by("pk").values_list(
            "last_published_at", "latest_revision_id", "path", "slug"
        )
    )


def test_a_dry_run_says_what_would_happen_and_writes_nothing(minimal):
    before = _counts()
    imported = Imported(minimal, archival=True, dry_run=True)
    assert imported.line.outcome == "new"
    assert imported.line.polish == "archival"
    assert "start_year" in imported.line.columns
    assert list(imported.summary.new_tags) == ["retencja"]
    assert _counts() == before


def test_a_dry_run_names_the_columns_that_would_change(zabrze, tmp_path):
    Imported(json_lines(tmp_path, MINIMAL), archival=True)
    changed = json_lines(tmp_path, {**MINIMAL, "summary": "Inaczej.", "total_cost": "12 000 zł"})
    imported = Imported(changed, archival=True, dry_run=True)
    assert imported.line.outcome == "changed"
    assert imported.line.columns == ("summary", "total_cost")
    assert practice("x1").summary == MINIMAL["summary"]


def test_an_empty_cell_clears_and_a_missing_column_leaves(zabrze, tmp_path):
    Imported(json_lines(tmp_path, {**MINIMAL, "total_cost": 5000, "unit": "Wydział"}))
    Imported(json_lines(tmp_path, {**MINIMAL, "total_cost": None}))
    page = practice("x1").get_latest_revision_as_object()
    assert page.total_cost is None
    assert page.unit == "Wydział"


def test_a_record_with_an_error_is_left_out_and_the_others_are_written(zabrze, tmp_path):
    wrong = {**MINIMAL, "external_id": "x2", "city": "Nigdziebądź", "year": "dawno"}
    path = json_lines(tmp_path, wrong, MINIMAL)
    imported = Imported(path, archival=True)
    assert imported.outcomes == ["error", "new"]
    assert imported.problems == [(1, "city"), (1, "start_year")]
    assert not PracticePage.objects.filter(external_id="x2").exists()
    assert practice("x1").live


def test_an_ambiguous_city_is_refused_with_the_candidates(site_tree, tmp_path):
    for teryt, voivodeship in (("301234", "30"), ("181234", "18")):
        factories.city(
            name_pl="Jarocin", slug=f"jarocin-{teryt}", teryt=teryt, voivodeship=voivodeship
        )
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "city": "jarocin"}))
    assert imported.problems == [(1, "city")]
    assert "301234" in imported.message("city")
    assert "181234" in imported.message("city")


def test_an_unknown_city_is_refused_with_similar_names(zabrze, tmp_path):
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "city": "Zabrzee"}))
    assert "Zabrze (247801)" in imported.message("city")


def test_a_city_of_which_half_the_name_is_written_is_proposed_first(zabrze, tmp_path):
    for number, name in enumerate(("Gorzów Wielkopolski", "Górzno", "Zagórów")):
        factories.city(name_pl=name, teryt=f"08610{number}")
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "city": "Gorzow"}))
    said = imported.message("city")
    assert said.index("Gorzów Wielkopolski") < said.index("Górzno")


@pytest.mark.parametrize("named", ["zabrze", 247801, "247801", "Zabrze (247801)"])
def test_a_city_is_known_by_name_or_teryt_number(zabrze, tmp_path, named):
    Imported(json_lines(tmp_path, {**MINIMAL, "city": named}))
    assert practice("x1").city == zabrze


@pytest.mark.parametrize("named", ["n1", "cyfryzacja", "siec-cyfrowa"])
def test_a_network_is_known_by_identifier_address_or_short_name(zabrze, tmp_path, named):
    network = factories.network(
        external_id="n1", short_name="Cyfryzacja", title="Miasto cyfrowe", slug="siec-cyfrowa"
    )
    Imported(json_lines(tmp_path, {**MINIMAL, "networks": [named]}))
    assert list(practice("x1").networks.all()) == [network]


def test_a_vocabulary_takes_codes_and_labels_in_both_languages(zabrze, tmp_path):
    records = [
        {**MINIMAL, "external_id": f"k{n}", "kind": kind, "offers": offers}
        for n, (kind, offers) in enumerate(
            [("internal_process", ["talk"]), ("Internal process", ["a talk", "study_visit"])]
        )
    ]
    Imported(json_lines(tmp_path, *records))
    assert {practice(f"k{n}").kind for n in (0, 1)} == {"internal_process"}
    assert practice("k1").offers == ["talk", "study_visit"]


def test_a_foreign_word_in_a_vocabulary_is_refused_with_the_codes(zabrze, tmp_path):
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "stage": "gotowe"}))
    assert imported.problems == [(1, "stage")]
    assert "implemented" in imported.message("stage")


def test_a_complete_record_is_published_and_an_incomplete_one_left_as_a_draft(zabrze, tmp_path):
    complete = complete_record()
    path = json_lines(tmp_path, complete, {**complete, "external_id": "x2", "challenge": ""})
    imported = Imported(path, publish=True)
    assert [line.polish for line in imported.lines] == ["live", "draft"]
    assert practice("x1").live
    assert practice("x1").state.level == "full"
    assert not practice("x2").live
    assert len(imported.lines[1].lacking) == 1
    assert practice("x2").get_latest_revision_as_object().missing_for_publication()


def test_without_a_flag_everything_is_a_draft(zabrze, tmp_path):
    Imported(json_lines(tmp_path, complete_record()))
    assert not practice("x1").live
    assert not SearchDocument.objects.exclude(type="city").filter(title_pl="Dom otwarty").exists()


def test_rows_numbers_and_people_arrive_where_they_belong(zabrze, tmp_path):
    Imported(json_lines(tmp_path, complete_record()), publish=True)
    page = practice("x1")
    assert page.total_cost == Decimal("1240000.50")
    assert [row.what for row in page.steps.all()] == ["Krok 1", "Krok 2", "Krok 3"]
    assert [row.after for row in page.indicators.all()] == [Decimal(42)]
    assert [row.source.code for row in page.funding.all()] == ["own"]
    assert page.contact.email == "a.nowak@zabrze.example.org"
    assert page.contact.city == zabrze
    assert not page.contact.is_public


def test_the_same_person_is_made_once(zabrze, tmp_path):
    record = complete_record()
    Imported(json_lines(tmp_path, record, {**record, "external_id": "x2"}))
    assert Person.objects.filter(name="Anna Nowak").count() == 1
    assert ReferenceIndex.get_references_to(zabrze).filter(model_path="city").count() == 3


def test_confirmation_sets_the_day_it_is_next_due(zabrze, tmp_path):
    given = {**MINIMAL, "verification": "checked", "confirmed_on": "14.05.2025"}
    Imported(json_lines(tmp_path, given))
    state = practice("x1").state
    assert state.verification == "checked"
    assert state.due_on.isoformat() == "2026-05-14"


def test_a_practice_may_name_one_that_comes_later_in_the_file(zabrze, tmp_path):
    first = {**MINIMAL, "related": ["x2"]}
    path = json_lines(tmp_path, first, {**MINIMAL, "external_id": "x2"})
    imported = Imported(path, archival=True)
    assert imported.outcomes == ["new", "new"]
    assert [row.practice_id for row in practice("x1").related.all()] == [practice("x2").pk]
    assert Imported(path, archival=True).outcomes == ["unchanged", "unchanged"]


@pytest.mark.parametrize(
    "record",
    [
        {**MINIMAL, "external_id": "x9", "colour": "red"},
        {**MINIMAL, "external_id": "x9", "steps": [{"who": "x"}]},
        {"title": "Bez identyfikatora"},
    ],
)
def test_what_is_wrong_with_the_file_stops_before_anything_is_written(zabrze, tmp_path, record):
    path = json_lines(
        tmp_path, MINIMAL, {**record, "external_id": "x9"} if "external_id" in record else record
    )
    with pytest.raises(FileProblem):
        Imported(path, archival=True)
    assert not PracticePage.objects.filter(external_id="x1").exists()


def test_an_identifier_given_twice_stops_the_import_and_names_the_line(zabrze, tmp_path):
    path = json_lines(tmp_path, MINIMAL, {**MINIMAL, "title": "Inna"})
    with pytest.raises(FileProblem, match=r"x1.*2"):
        Imported(path, archival=True)
    assert not PracticePage.objects.filter(external_id="x1").exists()


def test_the_command_reports_in_a_file_and_fails_when_a_record_did(zabrze, tmp_path, capsys):
    path = json_lines(tmp_path, MINIMAL, {**MINIMAL, "external_id": "x2", "city": "", "title": ""})
    report = tmp_path / "raport.csv"
    with pytest.raises(SystemExit) as ended:
        call_command("import_practices", str(path), archival=True, report=report)
    assert ended.value.code == 1
    lines = report.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith("1;x1;Ogrody deszczowe")
    assert ";title;" in lines[2]
    assert "title" in capsys.readouterr().err


def test_the_command_says_what_is_wrong_with_a_file(tmp_path, site_tree):
    with pytest.raises(CommandError, match=r"\.xlsx"):
        call_command("import_practices", str(tmp_path / "praktyki.pdf"))
