"""What is written in bulk is what Wagtail and the site's own rules write page by page."""

from __future__ import annotations

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from base import language_state
from base.models import LanguageState
from practices.models import PracticePage
from practices.transfer import texts
from practices.transfer.clusters import attach_rows, begin_empty
from practices.transfer.completeness import Completeness
from search import indexing
from search.bulk import index_pages
from search.models import SearchDocument
from tests import factories

from .files import MINIMAL, Imported, complete_record, json_lines, practice


@pytest.fixture
def imported(zabrze, tmp_path):
    """A complete record in both languages, an archival one, and a draft."""
    complete = {
        **complete_record(),
        "challenge": "<p>Za <b>mało</b> miejsc &amp; rąk.</p><ul><li>raz</li><li>dwa</li></ul>",
        "title_en": "An open house",
        "lead_en": "One sentence.",
        "summary_en": "What the city did.",
        "solution_en": "What was done.\n\nAnd how it works.",
        "legal_basis": [{"kind": "act", "number": "1", "issued_on": "2020-09-30"}],
    }
    for row in complete["steps"]:
        row["what_en"] = "A step"
    archival = {**MINIMAL, "external_id": "x2"}
    draft = {**MINIMAL, "external_id": "x3", "city": None}
    Imported(json_lines(tmp_path, complete, archival, draft), archival=True)
    return [practice(name) for name in ("x1", "x2", "x3")]


def test_the_tree_is_sound(imported):
    assert Page.find_problems() == ([], [], [], [], [])
    for page in imported:
        assert page.get_parent().get_children().filter(pk=page.pk).exists()
        assert page.url_path == f"{page.get_parent().url_path}{page.slug}/"


def test_the_language_state_is_what_a_publication_would_note(imported):
    for page in imported[:2]:
        row = LanguageState.objects.get(translation_key=page.translation_key)
        assert row.polish_digest == language_state.digest_of(page)
        assert row.english_digest == row.polish_digest
        before = row.state, row.outdated
        row = language_state.refresh(page)
        assert (row.state, row.outdated) == before
    assert imported[0].state_of_english.state == "abstract"
    assert imported[1].state_of_english.state == "full"


def test_the_words_of_a_page_are_those_a_translator_sees(imported):
    pages = [*imported, *[page.english for page in imported]]
    attach_rows(pages, {})
    for page in pages:
        fresh = PracticePage.objects.get(pk=page.pk)
        assert texts.texts_of(page) == language_state.texts_of(fresh)
        assert texts.fields_with_text(texts.texts_of(page)) == language_state.fields_with_text(
            fresh
        )


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<b>", "</b>", "<br/>", "<h3>", "</h3>",
     "<i>", "</i>", "<b>słowa</b>", "<i>z <b>nich</b></i>", "<p>Tak <b>jest</b>.</p>",
     '<p data-block-key="a1">', '<a href="/x">', "</a>", "Żółw & spółka", "&amp;", "&nbsp;",
     "&oacute;", "1 < 2", " ", "\n", "\t", '"']
)  # fmt: skip


# Nothing of an example is saved, so that one tree does for all of them.
@settings(
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(html=st.lists(_PIECES, max_size=10).map("".join), plain=st.text(max_size=30))
def test_any_text_has_the_words_a_translator_sees(site_tree, html, plain):
    plain = plain.replace("\r", "").replace("\x00", "")
    page = PracticePage(title="Tytuł", challenge=f"<p>{html}</p>", solution=html, summary=plain)
    begin_empty(page)
    assert _outcome(texts.texts_of, page) == _outcome(language_state.texts_of, page)


def _outcome(read, page):
    """The texts, or that wagtail-localize refuses them: a paragraph within bold, say."""
    try:
        return read(page)
    except ValueError as refused:
        return type(refused)


def test_the_reference_index_is_what_saving_would_write(imported):
    for page in [*imported, *[page.english for page in imported]]:
        known = _references(page)
        ReferenceIndex.create_or_update_for_object(PracticePage.objects.get(pk=page.pk))
        assert _references(page) == known
    assert _references(imported[0])


def _references(page):
    rows = ReferenceIndex.objects.filter(object_id=str(page.pk), content_type__model="practicepage")
    return set(
        rows.values_list("to_content_type", "to_object_id", "model_path", "content_path_hash")
    )


def test_the_revision_holds_the_whole_page(imported):
    for page in [*imported, *[page.english for page in imported]]:
        fresh = PracticePage.objects.get(pk=page.pk)
        written = json.loads(json.dumps(fresh.serializable_data(), cls=DjangoJSONEncoder))
        assert page.latest_revision.content == written
        assert page.live_revision_id == (page.latest_revision_id if page.live else None)


def test_completeness_is_asked_as_publication_asks(imported):
    attach_rows(imported, {})
    for page in imported:
        found = Completeness().missing(page, page.state.level, "public")
        fresh = PracticePage.objects.get(pk=page.pk)
        assert list(map(str, found)) == list(map(str, fresh.missing_for_publication()))
        english = fresh.english
        attach_rows([english], {})
        found = Completeness().missing(english, page.state.level, "public")
        asked = PracticePage.objects.get(pk=english.pk).missing_for_publication()
        # That English goes up with its Polish or after it is the planner's to see to.
        of_english = [each for each in asked if each.label != "Strona polska"]
        assert len(asked) - len(of_english) == (not fresh.live)
        assert list(map(str, found)) == list(map(str, of_english))


def test_a_closed_cover_keeps_a_record_from_publication(zabrze, tmp_path):
    closed = factories.image(collection=factories.closed_collection())
    record = {**MINIMAL, "cover": closed.title}
    imported = Imported(json_lines(tmp_path, record), archival=True)
    assert imported.line.polish == "draft"
    assert any(closed.title in str(reason) for reason in imported.line.lacking)


def test_the_documents_are_what_indexing_one_by_one_makes(imported):
    for page in imported:
        before = _document(page)
        indexing.index_page(page)
        assert _document(page) == before
    assert [bool(_document(page)) for page in imported] == [True, True, False]


def _document(page):
    names = {field.name for field in SearchDocument._meta.fields} - {"id", "indexed_at"}
    rows = SearchDocument.objects.filter(key=f"page:{page.translation_key}")
    return list(rows.values(*sorted(names)))


def test_a_document_is_removed_when_its_page_is_not_live_any_more(imported):
    page = imported[1]
    PracticePage.objects.filter(pk=page.pk).update(live=False)
    index_pages([page.translation_key])
    assert not _document(page)


def test_an_editor_goes_on_from_an_imported_record(imported, commit):
    page = imported[1]
    first = page.latest_revision
    page.title = "Ogrody deszczowe dla szkół"
    with commit():
        page.save_revision().publish()
    assert practice("x2").title == "Ogrody deszczowe dla szkół"
    assert page.state_of_english.outdated
    with commit():
        first.publish()
    assert practice("x2").title == "Ogrody deszczowe"


def test_the_history_says_how_a_page_came_to_be(imported):
    actions = PageLogEntry.objects.filter(page=imported[1].pk).values_list("action", flat=True)
    assert set(actions) == {"wagtail.create", "wagtail.publish"}


def test_the_admin_finds_an_imported_page(imported, admin_client):
    response = admin_client.get("/admin/pages/search/", {"q": "deszczowe"})
    assert "Ogrody deszczowe" in response.content.decode()
