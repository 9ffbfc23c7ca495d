"""How the English of a page stands, and when it is older than the Polish."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone, translation
from wagtail.models import Page

from base.language_state import english_address, state_addresses
from base.models import LanguageState
from news.models import NewsIndexPage
from practices.models import PracticePage, Step
from tests import factories
from tests.markup import has_template

from .states import State, fresh, state_of


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("none", State.POLISH_ONLY),
        ("abstract", State.ABSTRACT),
        ("full", State.FULL),
        ("draft", State.POLISH_ONLY),
    ],
)
def test_the_state_says_what_is_published(pages, name, state):
    assert state_of(pages[name]).state == state
    assert state_of(pages[name]).outdated is False


def test_an_abstract_completed_becomes_full(pages):
    factories.english(pages["abstract"])

    assert state_of(pages["abstract"]).state == State.FULL


def test_a_row_added_to_the_polish_makes_the_english_an_abstract_again(pages):
    page = pages["full"]
    page.steps.add(Step(what="Krok czwarty"))
    page.save_revision().publish()

    assert state_of(page).state == State.ABSTRACT
    assert state_of(page).outdated


def test_what_the_polish_does_not_say_is_not_missing_in_english(shared, db, commit):
    practice = factories.practice(participation="", staff_note="")

    factories.english(practice)

    assert state_of(practice).state == State.FULL


def test_english_taken_off_the_site_leaves_polish_only(pages):
    pages["full"].english.unpublish()

    assert state_of(pages["full"]).state == State.POLISH_ONLY


def test_changed_words_make_the_english_old_from_their_date(pages):
    page = pages["full"]
    translated = state_of(page).english_published_at
    later = timezone.now() + timedelta(days=3)

    with time_machine.travel(later, tick=False):
        page.solution = "<p>Zrobiono coś jeszcze.</p>"
        page.save_revision().publish()

    row = state_of(page)
    assert row.outdated
    assert row.polish_changed_at == later
    assert row.english_published_at == translated


def test_english_published_again_is_no_longer_old(pages):
    page = pages["full"]
    page.solution = "<p>Zrobiono coś jeszcze.</p>"
    page.save_revision().publish()

    factories.english(page)

    assert state_of(page).outdated is False


def test_a_changed_row_makes_the_english_old(pages):
    page = pages["full"]
    step = page.steps.first()
    step.what = "Zupełnie inny krok"
    page.steps.add(step)
    page.save_revision().publish()

    assert state_of(page).outdated


@pytest.mark.parametrize(
    ("name", "value"),
    [("total_cost", Decimal(5)), ("start_year", 2011), ("stage", "established"), ("difficulty", 3)],
)
def test_facts_do_not_make_the_english_old(pages, name, value):
    page = pages["full"]
    before = state_of(page).polish_changed_at
    setattr(page, name, value)
    page.save_revision().publish()

    assert state_of(page).outdated is False
    assert state_of(page).polish_changed_at == before


def test_the_numbers_and_the_order_of_rows_do_not_make_the_english_old(pages):
    page = pages["full"]
    steps = list(page.steps.all())
    for position, step in enumerate(reversed(steps)):
        step.sort_order, step.duration_months = position, Decimal(11)
    page.steps = steps
    page.save_revision().publish()

    assert state_of(page).outdated is False


def test_a_draft_does_not_make_the_english_old(pages):
    page = pages["full"]
    page.solution = "<p>Jeszcze nie wiadomo.</p>"
    page.save_revision()

    assert state_of(page).outdated is False


def test_structure_gets_its_english_draft_with_the_polish_page(site_tree, commit):
    with commit():
        programme = factories.programme()

    assert programme.english is not None
    assert programme.english.live is False
    assert state_of(programme).state == State.POLISH_ONLY


def test_an_alias_of_structure_gets_no_english_of_its_own(site_tree, commit):
    programme = factories.programme()

    with commit():
        alias = programme.create_alias(parent=programme.get_parent(), update_slug="drugi-raz")
        fresh(programme).save_revision().publish()

    assert not Page.objects.filter(
        translation_key=alias.translation_key, locale__language_code="en"
    ).exists()
    assert not LanguageState.objects.filter(page=alias).exists()


def test_the_queries_of_a_list_do_not_grow_with_what_is_polish_only(
    shared, db, client, django_assert_max_num_queries
):
    index = factories.index(NewsIndexPage)
    counts = []
    for _round in range(2):
        for _article in range(4):
            factories.article()
        cache.clear()
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            assert client.get(index.english.url).status_code == 200
        counts.append(len(queries))

    assert counts[1] <= counts[0]


def test_templates_of_the_states_exist():
    assert has_template(PracticePage)


def test_the_way_to_missing_english_is_asked_by_level_not_by_page(
    site_tree, django_assert_num_queries
):
    networks = [factories.network(parent=factories.programme()) for _number in range(3)]
    with translation.override("en"):
        with django_assert_num_queries(6):
            addresses = state_addresses(networks)
        assert addresses == {page.pk: english_address(page) for page in networks}
    assert all(addresses.values())
