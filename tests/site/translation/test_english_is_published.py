"""English is made as a draft, and published when it says enough."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from base.models import LanguageState
from base.refusals import Refusal
from base.rows import rows
from base.untranslated import UNTRANSLATED_TITLE
from networks.models import ProgrammePage
from tests import factories, texts

from .pressing import CANARY, english_locale, fresh, press_publish, submit


def test_the_button_makes_a_draft_without_words(site_tree, admin_client, commit):
    article = factories.article(title=f"{CANARY} tytuł")

    with commit():
        response = submit(admin_client, article)

    assert response.status_code == 302
    assert article.english.live is False
    assert article.english.title == UNTRANSLATED_TITLE
    assert article.state_of_english.state == LanguageState.State.POLISH_ONLY


def test_a_page_whose_parent_has_no_english_is_refused_with_a_message(site_tree, admin_client):
    meeting = factories.meeting()

    response = submit(admin_client, meeting)

    shown = admin_client.get(response.url, follow=True).content.decode()
    assert meeting.get_parent().title in shown
    assert meeting.english is None


def test_a_subtree_is_translated_from_the_top(site_tree, admin_client, commit):
    meeting = factories.meeting()
    programme = meeting.get_ancestors().type(ProgrammePage).first().specific

    with commit():
        submit(admin_client, programme, include_subtree="on")

    english = fresh(meeting).english
    assert english.get_parent().translation_key == meeting.get_parent().translation_key
    assert english.live is False


def test_an_alias_has_no_english_of_its_own(site_tree):
    article = factories.article()
    alias = article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")

    with pytest.raises(Refusal), transaction.atomic():
        translate_object(alias, [english_locale()])


def test_an_english_page_does_not_become_an_alias_of_the_polish(site_tree, admin_client):
    article = factories.article(title=f"{CANARY} tytuł")
    english = factories.english(article)
    address = reverse("wagtail_localize:convert_to_alias", args=[english.pk])

    admin_client.post(address)

    assert fresh(english).alias_of is None
    assert CANARY not in fresh(english).title


def test_the_admin_does_not_offer_that_alias(site_tree, admin_client):
    english = factories.english(factories.article())
    Translation.objects.update(enabled=False)

    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))

    assert response.status_code == 200
    assert "localize-convert-to-alias" not in response.content.decode()


@pytest.fixture(scope="module")
def a_submitted_practice(shared, commit):
    practice = factories.practice()
    with commit():
        translate_object(practice, [english_locale()])
    return practice


@pytest.fixture
def submitted(a_submitted_practice, db):
    """A practice that has been submitted for translation, and its English draft."""
    practice = fresh(a_submitted_practice)
    return practice, practice.english


@pytest.mark.parametrize("left_out", ["title", "lead", "summary"])
def test_publishing_is_refused_while_a_text_is_missing(submitted, admin_client, left_out):
    practice, english = submitted
    given = {"title": "Rain stays", "lead": "In one sentence.", "summary": "What came of it."}
    texts.translate(practice, {name: text for name, text in given.items() if name != left_out})

    response = press_publish(admin_client, english)

    label = str(practice.label_of(left_out))
    assert label in response.content.decode()
    assert fresh(english).live is False


def test_an_abstract_is_published_with_title_lead_and_summary(submitted, admin_client, commit):
    practice, english = submitted
    texts.translate(
        practice, {"title": "Rain stays", "lead": "In one sentence.", "summary": "What came of it."}
    )

    with commit():
        response = press_publish(admin_client, english)

    assert response.status_code == 200
    published = fresh(english)
    assert published.live
    assert published.slug == "rain-stays"
    assert published.challenge == ""
    assert practice.state_of_english.state == LanguageState.State.ABSTRACT


def test_a_full_translation_is_published_in_full(submitted, admin_client, commit):
    practice, english = submitted
    texts.translate(practice, word="English")

    with commit():
        press_publish(admin_client, english)

    published = fresh(english)
    assert published.live
    assert [row.text.what.split()[0] for row in rows(published, "steps")] == ["English"] * 3
    assert fresh(practice).state_of_english.state == LanguageState.State.FULL


@pytest.mark.parametrize(
    ("path", "length"),
    [("title", 101), ("title", 300), ("lead", 201), ("lead", 400), ("unit", 201), ("steps", 201)],
)
def test_a_translation_that_is_too_long_is_an_error_message(submitted, admin_client, path, length):
    practice, english = submitted
    step = practice.steps.first()
    if path == "steps":
        step.unit = "Wydział"
        step.save()
        texts.source_of(practice).update_from_db()
        path = f"steps.{step.translation_key}.unit"
    texts.translate(practice, word="Words")
    texts.translate(practice, {path: "x" * length})

    response = press_publish(admin_client, english)

    assert response.status_code == 200
    assert fresh(english).live is False


def test_a_text_beside_the_short_column_may_be_long(submitted, admin_client):
    practice, english = submitted
    texts.translate(practice, word="Words")
    texts.translate(practice, {"summary": "word " * 2_000})

    press_publish(admin_client, english)

    assert fresh(english).live


def test_an_english_address_is_not_one_that_another_item_answers_at(submitted, admin_client):
    practice, english = submitted
    factories.practice(title="Rain stays")
    texts.translate(practice, {"title": "Rain stays", "lead": "One.", "summary": "Two."})

    press_publish(admin_client, english)

    assert fresh(english).slug == "rain-stays-2"
