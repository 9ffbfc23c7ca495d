"""Saving a draft demands nothing; publishing demands what the domain marks."""

from __future__ import annotations

import pytest
from django.urls import reverse

from base.refusals import PublicationRefused
from base.translating import english_locale
from practices.models import PracticeIndexPage, PracticePage, PracticeState
from practices.models.requirements import ARCHIVAL, FULL, SHORT
from tests import factories

from .lacking import fresh, names


def test_a_draft_is_saved_with_a_title_alone(draft):
    assert draft.live is False
    assert draft.get_latest_revision() is not None


def test_a_complete_practice_lacks_nothing(practice):
    assert practice.missing_for_publication() == []
    assert practice.live


def test_an_empty_practice_is_told_everything_a_full_record_needs(site_tree):
    page = factories.draft(PracticePage, factories.index(PracticeIndexPage))

    assert names(page) == {*FULL, "tags", "steps", "indicators"}


@pytest.mark.parametrize(("level", "required"), [("short", SHORT), ("archival", ARCHIVAL)])
def test_a_lower_level_needs_less(site_tree, level, required):
    page = factories.draft(PracticePage, factories.index(PracticeIndexPage))
    PracticeState.objects.create(translation_key=page.translation_key, level=level)

    tags = {"tags"} if level == "short" else set()
    assert names(page) == {*required} | tags


def test_an_archival_record_is_published_as_it_came(site_tree):
    assert factories.archival_practice().live


@pytest.mark.parametrize("name", sorted({*FULL} - {"networks", "funding", "cover"}))
def test_each_marked_field_is_required(practice, name):
    field = practice._meta.get_field(name)
    setattr(practice, name, None if field.null else "")

    assert name in names(practice)


@pytest.mark.parametrize("name", ["networks", "funding", "steps", "indicators"])
def test_each_marked_row_is_required(practice, name):
    setattr(practice, name, [])

    assert name in names(practice)


def test_zero_is_a_cost_and_unknown_is_not(practice):
    practice.total_cost = 0
    assert "total_cost" not in names(practice)

    practice.total_cost = None
    assert "total_cost" in names(practice)


def test_rich_text_without_words_is_empty(practice):
    practice.solution = "<p> </p><p><br/></p>"

    assert "solution" in names(practice)


def test_a_tag_without_a_theme_is_not_enough(practice):
    practice.tags.set([factories.tag(theme=None)])

    assert "tags" in names(practice)


@pytest.mark.parametrize("stage", ["finished", "abandoned"])
def test_what_has_ended_needs_the_year_of_its_end(practice, stage):
    practice.stage = stage
    assert "end_year" in names(practice)

    practice.end_year = practice.start_year
    assert "end_year" not in names(practice)


@pytest.mark.parametrize(("name", "length"), [("title", 101), ("lead", 201), ("summary", 801)])
def test_texts_longer_than_the_domain_says_are_refused(practice, name, length):
    setattr(practice, name, "x" * length)

    assert name in names(practice)


@pytest.mark.parametrize("model", list(factories.PAGE_FACTORIES), ids=lambda m: m.__name__)
def test_every_type_says_what_it_lacks_in_words(site_tree, model):
    page = model(title="", locale=site_tree.locale)

    missing = page.missing_for_publication()

    assert "title" in {each.field for each in missing}
    assert all(each.label and each.message for each in missing)


def test_english_needs_its_title_lead_and_summary(practice):
    english = practice.copy_for_translation(english_locale())

    assert names(english) == {"title", "lead", "summary"}


def test_english_is_published_after_its_polish(draft, admin_client):
    english = factories.english(draft, publish=False)
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])

    response = admin_client.post(address, {"action": "publish"}, follow=True)

    assert "Strona polska: Nie jest opublikowana." in response.content.decode()
    with pytest.raises(PublicationRefused):
        english.get_latest_revision().publish()
    assert fresh(english).live is False
