"""Two editors at one page: neither overwrites the other without seeing it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from tests import factories
from tests.admin.forms import text_of, values_of


@pytest.fixture
def article(site_tree):
    return factories.practice(title="Pierwszy tytuł", lead="Pierwsza zajawka.")


def address_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def loaded(client, page) -> dict:
    return values_of(client.get(address_of(page)), "form#w-editor-form, form[data-edit-form]")


def save(client, page, data, **changes):
    return client.post(address_of(page), {**data, **changes})


def latest(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_stale_save_shows_both_versions_and_saves_nothing(article, admin_client):
    mine = loaded(admin_client, article)
    save(admin_client, article, loaded(admin_client, article), title="Tytuł drugiej osoby")

    response = save(admin_client, article, mine, lead="Moja zajawka.")

    assert response.status_code == 200
    said = text_of(response)
    assert "drugiej osoby" in said
    assert "Moja" in said
    assert latest(article).title == "Tytuł drugiej osoby"
    assert latest(article).lead == "Pierwsza zajawka."


def test_leaving_the_saved_version_is_confirmed(article, admin_client):
    response = save(admin_client, article, {"leave_saved": "true"}, lead="Moja zajawka.")

    assert "Zapisana wersja zostaje" in text_of(admin_client.get(response.url))
    assert latest(article).lead == "Pierwsza zajawka."


def test_wagtails_warning_promises_no_overwriting_in_english_either():
    with override("en"):
        assert "both" in gettext("Saving will overwrite a newer version.")


def test_a_version_saved_in_another_tab_is_called_ones_own(article, admin_client, editor):
    editor_client = Client()
    editor_client.force_login(editor)
    mine = loaded(admin_client, article)
    theirs = loaded(editor_client, article)
    save(admin_client, article, loaded(admin_client, article), title="Z drugiej karty")

    assert "w innej karcie" in text_of(save(admin_client, article, mine, lead="Z pierwszej."))
    assert "w innej karcie" not in text_of(save(editor_client, article, theirs, lead="Cudza."))


def test_what_was_typed_is_saved_when_the_editor_says_so(article, admin_client, commit):
    mine = loaded(admin_client, article)
    save(admin_client, article, loaded(admin_client, article), title="Tytuł drugiej osoby")
    shown = save(
        admin_client, article, mine, **{"lead": "Moja\r\nzajawka.", "action-publish": "true"}
    )

    soup = BeautifulSoup(shown.content, "html.parser")
    again = values_of(shown, ".stale__choice")
    assert soup.select_one(".stale__choice")["action"] == address_of(article)
    with commit():
        response = admin_client.post(address_of(article), again)

    assert response.status_code == 302
    published = type(article).objects.get(pk=article.pk)
    assert published.title == "Pierwszy tytuł"
    assert published.lead.split() == ["Moja", "zajawka."]
    assert article.revisions.filter(object_str="Tytuł drugiej osoby").exists()


def test_a_form_loaded_last_is_saved_without_a_question(article, admin_client):
    save(admin_client, article, loaded(admin_client, article), title="Drugi")

    response = save(admin_client, article, loaded(admin_client, article), title="Trzeci")

    assert response.status_code == 302
    assert latest(article).title == "Trzeci"


def test_a_record_somebody_else_saved_meanwhile_is_not_overwritten(admin_client, db):
    tag = factories.tag(name="retencja", name_en="retention")
    address = reverse("wagtailsnippets_registers_tag:edit", args=[tag.pk])
    mine = values_of(admin_client.get(address), "form#w-editor-form, form[data-edit-form]")
    type(tag).objects.filter(pk=tag.pk).update(name_en="water retention")

    response = admin_client.post(address, {**mine, "name_en": "holding water"})

    said = text_of(response)
    assert "Ktoś inny zapisał w międzyczasie" in said
    assert "water retention" in said
    tag.refresh_from_db()
    assert tag.name_en == "water retention"
    again = values_of(response, "form#w-editor-form, form[data-edit-form]")
    assert again["name_en"] == ["holding water"]
    admin_client.post(address, again)
    tag.refresh_from_db()
    assert tag.name_en == "holding water"
