"""Importing into a site that people work in: their drafts, English and states are respected."""

from __future__ import annotations

import pytest
from wagtail.models import Page, PageLogEntry, Workflow, WorkflowPage
from wagtail_localize.models import Translation, TranslationSource

from base.models import LanguageState
from base.translating import adopt
from practices.models import Step
from search.models import SearchDocument
from tests import factories

from .files import MINIMAL, Imported, complete_record, json_lines, practice


@pytest.fixture
def published(zabrze, tmp_path):
    """An archival record in both languages, imported."""
    Imported(json_lines(tmp_path, MINIMAL), archival=True)
    return practice("x1")


def test_a_change_of_a_live_record_waits_until_it_is_told_to_publish(published, tmp_path):
    path = json_lines(tmp_path, {**MINIMAL, "summary": "Nowe streszczenie."})
    assert Imported(path).line.polish == "waiting"
    assert practice("x1").summary == MINIMAL["summary"]
    assert practice("x1").has_unpublished_changes
    assert Imported(path).outcomes == ["unchanged"]
    assert Imported(path, publish=True).line.polish == "archival"
    assert practice("x1").summary == "Nowe streszczenie."
    assert SearchDocument.objects.get(page=published).text_pl.startswith("Nowe")
    assert Imported(path, publish=True).outcomes == ["unchanged"]


def test_a_draft_is_published_when_a_later_import_is_told_to(zabrze, tmp_path):
    path = json_lines(tmp_path, MINIMAL)
    Imported(path)
    revision = practice("x1").latest_revision_id
    assert Imported(path, archival=True).outcomes == ["changed"]
    page = practice("x1")
    assert page.live
    assert page.live_revision_id == revision
    assert page.english.live
    assert page.audience_record.who == "public"


def test_an_archival_record_stays_so_until_its_level_is_raised(published, tmp_path):
    record = complete_record()
    Imported(json_lines(tmp_path, record), publish=True)
    assert practice("x1").live
    assert practice("x1").state.level == "archival"
    Imported(json_lines(tmp_path, {**record, "level": "full"}), publish=True)
    assert practice("x1").state.level == "full"


def test_a_level_is_not_raised_while_the_change_that_earns_it_waits(published, tmp_path):
    record = {**complete_record(), "level": "full"}
    path = json_lines(tmp_path, record)
    assert Imported(path).line.polish == "waiting"
    assert practice("x1").state.level == "archival"
    assert Imported(path).outcomes == ["unchanged"]
    Imported(path, publish=True)
    assert practice("x1").state.level == "full"


def test_decisions_of_an_import_are_in_the_history(published, tmp_path):
    given = {**MINIMAL, "verification": "checked", "confirmed_on": "2026-05-14"}
    Imported(json_lines(tmp_path, given))
    assert practice("x1").live
    assert not practice("x1").has_unpublished_changes
    actions = PageLogEntry.objects.filter(page=published.pk).values_list("action", flat=True)
    assert {"practices.verification", "practices.confirmed"} <= set(actions)
    assert SearchDocument.objects.get(page=published).verification == "checked"


def test_a_level_the_record_does_not_reach_is_refused(published, tmp_path):
    path = json_lines(tmp_path, {**MINIMAL, "level": "short"})
    assert Imported(path, publish=True).problems == [(1, "level")]
    assert practice("x1").state.level == "archival"
    assert Imported(path, archival=True).outcomes == ["unchanged"]


def test_a_change_of_the_polish_text_makes_the_english_older(published, tmp_path):
    record = {name: value for name, value in MINIMAL.items() if not name.endswith("_en")}
    Imported(json_lines(tmp_path, {**record, "summary": "Inne słowa."}), publish=True)
    assert LanguageState.objects.get(page=published).outdated
    assert practice("x1").english.summary == MINIMAL["summary_en"]
    both = {**MINIMAL, "summary": "Jeszcze inne.", "summary_en": "Other words."}
    Imported(json_lines(tmp_path, both), publish=True)
    assert not LanguageState.objects.get(page=published).outdated


def test_facts_do_not_make_the_english_older(published, tmp_path):
    Imported(json_lines(tmp_path, {**MINIMAL, "year": 2019, "total_cost": 5}), publish=True)
    assert not LanguageState.objects.get(page=published).outdated


def test_polish_is_never_written_as_english(zabrze, tmp_path):
    record = {**complete_record(), "title_en": "An open house", "lead_en": "", "summary_en": "S."}
    imported = Imported(json_lines(tmp_path, record), publish=True)
    english = practice("x1").english
    assert imported.line.polish == "live"
    assert imported.line.english == "draft"
    assert len(imported.line.lacking_english) == 1
    assert not english.live
    assert (english.lead, english.challenge) == ("", "")
    assert [row.what for row in english.steps.all()] == ["", "", ""]


def test_english_without_a_title_is_an_error(zabrze, published, tmp_path):
    fresh = {**MINIMAL, "external_id": "x2", "title_en": ""}
    cleared = {**MINIMAL, "title_en": ""}
    imported = Imported(json_lines(tmp_path, fresh, cleared), archival=True)
    assert imported.problems == [(1, "title_en"), (2, "title_en")]
    assert practice("x1").english.title == MINIMAL["title_en"]


def test_a_row_put_between_two_others_does_not_take_their_english(zabrze, tmp_path):
    steps = [{"what": "Raz", "what_en": "One"}, {"what": "Trzy", "what_en": "Three"}]
    Imported(json_lines(tmp_path, {**MINIMAL, "steps": steps}), archival=True)
    keys = {row.what: row.translation_key for row in practice("x1").steps.all()}
    between = [{"what": "Raz"}, {"what": "Dwa"}, {"what": "Trzy"}]
    Imported(json_lines(tmp_path, {**MINIMAL, "steps": between}), archival=True)
    page = practice("x1")
    assert [row.what for row in page.steps.all()] == ["Raz", "Dwa", "Trzy"]
    assert [row.what for row in page.english.steps.all()] == ["One", "", "Three"]
    assert page.steps.all()[2].translation_key == keys["Trzy"]
    Imported(json_lines(tmp_path, {**MINIMAL, "steps": []}), archival=True)
    assert not Step.objects.filter(page__in=[page.pk, page.english.pk]).exists()


def test_an_editors_unfinished_draft_is_not_published(published, tmp_path, administrator):
    page = practice("x1")
    page.summary = "Redaktorka jeszcze pisze."
    page.save_revision(user=administrator)
    unchanged = Imported(json_lines(tmp_path, {"external_id": "x1", "year": 2022}), publish=True)
    assert unchanged.outcomes == ["unchanged"]
    imported = Imported(json_lines(tmp_path, {"external_id": "x1", "year": 2020}), publish=True)
    assert imported.line.notes
    assert practice("x1").summary == MINIMAL["summary"]
    draft = practice("x1").get_latest_revision_as_object()
    assert (draft.summary, draft.start_year) == ("Redaktorka jeszcze pisze.", 2020)


def test_a_locked_page_is_left_alone(published, tmp_path):
    Page.objects.filter(pk=published.pk).update(locked=True)
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "year": 2001}), publish=True)
    assert imported.outcomes == ["error"]
    assert Imported(json_lines(tmp_path, MINIMAL), publish=True).outcomes == ["unchanged"]


def test_a_page_under_review_is_left_alone(published, tmp_path, administrator):
    workflow = Workflow.objects.first() or Workflow.objects.create(name="Redakcja")
    WorkflowPage.objects.get_or_create(page=published.get_parent(), workflow=workflow)
    page = practice("x1")
    page.save_revision(user=administrator)
    workflow.start(page, administrator)
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "year": 2001}), publish=True)
    assert imported.outcomes == ["error"]


def test_a_record_may_say_that_it_stays_a_draft(zabrze, tmp_path):
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "live": "nie"}), archival=True)
    assert imported.line.polish == "draft"
    assert not practice("x1").live


def test_the_address_is_free_or_refused(published, tmp_path):
    same_title = {**MINIMAL, "external_id": "x2"}
    taken = {**MINIMAL, "external_id": "x3", "slug": "ogrody-deszczowe"}
    moved = {**MINIMAL, "slug": "gdzie-indziej"}
    imported = Imported(json_lines(tmp_path, same_title, taken, moved), archival=True)
    assert practice("x2").slug == "ogrody-deszczowe-1"
    assert practice("x2").english.slug == "rain-gardens-1"
    assert imported.problems == [(2, "slug"), (3, "slug")]


def test_what_a_translator_opens_after_an_import_is_what_was_imported(
    published, tmp_path, admin_client
):
    adopt(published, published.english)
    assert Translation.objects.filter(source__object_id=published.translation_key).exists()
    Imported(json_lines(tmp_path, {**MINIMAL, "summary_en": "Imported anew."}), publish=True)
    sources = TranslationSource.objects.filter(object_id=published.translation_key)
    assert not sources.exists()
    response = admin_client.get(f"/admin/pages/{published.english.pk}/edit/")
    assert response.status_code == 200
    assert "Imported anew." in response.content.decode()
    # Side by side with the Polish, from which it was not when it was imported.
    assert Translation.objects.get(source=sources.get()).enabled


def test_two_practices_with_one_identifier_are_an_error(published, tmp_path):
    factories.practice(external_id="x1", title="Druga")
    imported = Imported(json_lines(tmp_path, {**MINIMAL, "year": 2000}), publish=True)
    assert imported.problems == [(1, "external_id")]


def test_an_alias_shows_what_was_imported(published, tmp_path):
    alias = published.create_alias(update_slug="kopia")
    Imported(json_lines(tmp_path, {**MINIMAL, "title": "Nowy tytuł"}), publish=True)
    alias.refresh_from_db()
    assert alias.title == "Nowy tytuł"
