"""What is new in Polish never takes the live English away."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from base.refusals import PublicationRefused
from base.rows import rows
from base.translating import write_english
from base.untranslated import UNTRANSLATED_TITLE
from practices.models import Step
from tests import factories, texts

from .pressing import CANARY, ENGLISH_CANARY, english_locale, fresh


@pytest.fixture(scope="module")
def a_translated_practice(shared, commit):
    practice = factories.practice()
    with commit():
        translate_object(practice, [english_locale()])
        texts.translate(practice, word=ENGLISH_CANARY)
        texts.translation_of(practice).save_target(publish=True)
    return practice


@pytest.fixture
def translated(a_translated_practice, db):
    """A practice whose English was published in full, out of the side-by-side editor."""
    practice = fresh(a_translated_practice)
    return practice, practice.english


def change_polish(practice, commit, **fields):
    for name, value in fields.items():
        setattr(practice, name, value)
    with commit():
        practice.save_revision().publish()
    return fresh(practice)


def test_new_polish_leaves_the_live_english_alone(translated, admin_client, commit):
    practice, english = translated
    title, solution = english.title, english.solution
    practice = change_polish(
        practice, commit, title=f"{CANARY} nowy", solution=f"<p>{CANARY} inaczej</p>"
    )

    admin_client.post(
        reverse("wagtail_localize:update_translations", args=[texts.source_of(practice).pk])
    )
    texts.translation_of(practice).save_target(publish=False)

    live = fresh(english)
    assert (live.title, live.solution) == (title, solution)
    assert live.live
    assert practice.state_of_english.outdated
    draft = live.get_latest_revision_as_object()
    assert draft.title == UNTRANSLATED_TITLE
    assert CANARY not in str(draft.serializable_data())


def test_updating_translations_at_once_is_refused_without_the_new_title(
    translated, admin_client, commit
):
    practice, english = translated
    practice = change_polish(practice, commit, title=f"{CANARY} nowy")
    address = reverse("wagtail_localize:update_translations", args=[texts.source_of(practice).pk])

    response = admin_client.post(address, {"publish_translations": "on"}, follow=True)

    assert str(practice.label_of("title")) in response.content.decode()
    assert fresh(english).title == english.title


def test_a_new_row_is_not_yet_translated(translated, commit):
    practice, english = translated
    practice.steps.add(Step(what=f"{CANARY} krok", duration_months=9))
    practice = change_polish(practice, commit)

    last = rows(fresh(english), "steps")[-1]

    assert last.fact.duration_months == 9
    assert last.text is None
    source = texts.source_of(practice)
    source.update_from_db()
    texts.translation_of(practice).save_target(publish=True)
    assert rows(fresh(english), "steps")[-1].text is None


def test_a_row_taken_off_the_original_is_gone_in_english(translated, commit):
    practice, english = translated
    practice.steps.remove(practice.steps.first())
    practice.steps.add(Step(what="Krok ostatni"))
    change_polish(practice, commit)

    shown = [row.text.what for row in rows(fresh(english), "steps") if row.text]

    assert len(shown) == 2


def test_translating_again_loses_no_english_written_as_a_page(site_tree, commit):
    practice = factories.practice()
    english = factories.english(practice)
    Translation.objects.filter(source__object_id=practice.translation_key).delete()

    with commit():
        translate_object(practice, [english_locale()])

    kept = fresh(english)
    assert kept.live
    assert kept.get_latest_revision_as_object().solution == english.solution


def test_english_of_another_build_is_left_to_the_page_editor(site_tree, commit):
    """A page whose texts have more parts than the Polish ones cannot be shown side by side."""
    article = factories.article()
    english = write_english(
        article,
        {"title": "News", "lead": "Lead.", "body": [("paragraph", "<p>One.</p><p>Two.</p>")]},
    )

    with commit():
        translate_object(article, [english_locale()])

    assert fresh(english).get_latest_revision_as_object().body == english.body
    assert texts.translation_of(article).enabled is False


def test_previewing_a_translation_shows_no_polish(translated, admin_client, commit):
    practice, _english = translated
    practice = change_polish(practice, commit, solution=f"<p>{CANARY} inaczej</p>")
    texts.source_of(practice).update_from_db()
    address = reverse(
        "wagtail_localize:preview_translation", args=[texts.translation_of(practice).pk]
    )

    response = admin_client.get(address)

    assert response.status_code == 200
    assert CANARY not in response.content.decode()


def test_the_clock_of_the_original_is_not_copied(site_tree):
    from django.utils import timezone

    article = factories.article(expire_at=timezone.now() + timezone.timedelta(days=1))

    english = article.copy_for_translation(english_locale())

    assert english.expire_at is None


def test_an_english_page_without_its_texts_is_not_published_by_any_way(site_tree):
    english = factories.article().copy_for_translation(english_locale())

    with pytest.raises(PublicationRefused):
        english.save_revision().publish()
