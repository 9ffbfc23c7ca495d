"""The English address of everything exists, and is honest about what it has."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from base.language_state import english_address, state_addresses
from base.models import LanguageState
from news.models import NewsIndexPage
from practices.models import PracticePage, Step
from tests import factories
from tests.markup import attribute, has_template, tree_of, without_polish

State = LanguageState.State


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def state_of(page) -> LanguageState:
    return fresh(page).state_of_english


@pytest.fixture(scope="module")
def made(shared, commit):
    """A practice without English, one with an abstract, one in full; a draft of an article."""
    with commit():
        found = {name: factories.practice() for name in ("none", "abstract", "full")}
        factories.english(found["abstract"], full=False)
        factories.english(found["full"])
        found["draft"] = factories.article()
        factories.english(found["draft"], publish=False)
    return found


@pytest.fixture
def pages(made, db):
    return {name: fresh(page) for name, page in made.items()}


# --- States ---------------------------------------------------------------------------------


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


# --- Addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["none", "draft"])
def test_what_has_no_english_answers_at_its_english_address(pages, client, name):
    page = pages[name]
    address = english_address(page)

    response = client.get(address)

    assert address.endswith(f"/{page.slug}/")
    assert response.status_code == 200
    said = response.content
    assert tree_of(said).get("lang") == "en"
    assert attribute(said, ".//meta[@name='robots']", "content") == "noindex"
    assert attribute(said, ".//link[@rel='canonical']", "href").endswith(page.url)
    assert tree_of(said).find(".//link[@rel='alternate'][@hreflang]") is None
    assert page.lead not in said.decode()
    assert page.title in said.decode()
    assert page.title not in without_polish(said).partition("<body")[2]


def test_the_state_page_leads_to_the_polish_one(pages, client):
    page = pages["none"]

    said = client.get(english_address(page)).content.decode()

    links = [link for link in tree_of(said).iter("a") if link.get("href") == page.url]
    assert any(link.get("hreflang") == "pl" or link.get("lang") == "pl" for link in links)


def test_the_language_switch_of_a_state_page_leads_to_the_polish_page(pages, client):
    page = pages["none"]

    languages = client.get(english_address(page)).context["languages"]()

    assert {each["code"]: each["url"] for each in languages} == {
        "pl": page.url,
        "en": english_address(page),
    }


def test_the_address_of_a_draft_leads_to_the_state_page(pages, client):
    page = pages["draft"]
    english = page.english
    type(english).objects.filter(pk=english.pk).update(slug="an-english-draft")
    address = f"{english.get_parent().url}an-english-draft/"

    response = client.get(address)

    assert response.status_code == 302
    assert response.url == english_address(page)


def test_the_old_address_leads_on_when_english_appears_under_another_slug(pages, client):
    page = pages["none"]
    old = english_address(page)
    assert client.get(old).status_code == 200

    english = factories.english(page, slug="in-english-now")

    response = client.get(old)
    assert response.status_code == 301
    assert response.url == english.url
    assert english.url.endswith("/in-english-now/")


def test_what_stands_below_a_page_without_english_answers_too(site_tree, client):
    meeting = factories.meeting()

    response = client.get(english_address(meeting))

    assert response.status_code == 200
    assert meeting.title in response.content.decode()


def test_the_english_address_of_an_alias_is_its_sources(pages, client):
    page = pages["full"]
    alias = page.create_alias(parent=page.get_parent(), update_slug="drugi-raz")

    response = client.get(f"{page.english.get_parent().url}drugi-raz/")

    assert response.status_code == 301
    assert response.url == page.english.url
    assert alias.english.pk == page.english.pk


@pytest.mark.parametrize("address", ["/en/news/nie-ma/", "/en/nie-ma/", "/en/news/a/b/c/"])
def test_an_address_of_nothing_is_404(site_tree, client, address):
    assert client.get(address).status_code == 404


def test_nothing_polish_is_served_while_the_english_home_is_missing(pages, client):
    home = factories.index(type(pages["none"].get_parent().get_parent().specific)).english
    home.unpublish()
    cache.clear()

    for address in ("/en/", english_address(pages["full"]) or "/en/good-practices/"):
        response = client.get(address)
        assert response.status_code == 404
        assert pages["full"].title not in response.content.decode()


def test_polish_pages_are_not_served_at_english_addresses(pages, client):
    english_parent = pages["none"].get_parent().specific.english.url

    response = client.get(pages["none"].url.replace("/pl/", "/en/"))
    assert response.status_code == 302
    assert response.url == f"{english_parent}{pages['none'].slug}/"
    assert client.get(f"{english_parent}{pages['full'].slug}/").status_code == 301


def test_every_item_has_one_address_in_english(pages, client):
    """A page whose Polish slug is another's English one would answer for it."""
    taken = pages["full"].english.slug
    polish = factories.practice(title=taken.replace("-", " "))

    assert polish.slug != taken
    assert client.get(english_address(polish)).status_code == 200


def test_the_sitemap_and_alternates_name_true_english_only(pages, client):
    sitemap = client.get("/sitemap.xml").content.decode()

    assert pages["full"].english.url in sitemap
    assert english_address(pages["none"]) not in sitemap
    polish = client.get(pages["none"].url).content
    assert tree_of(polish).find(".//link[@hreflang='en']") is None
    full = client.get(pages["full"].url).content
    assert attribute(full, ".//link[@hreflang='en']", "href").endswith(pages["full"].english.url)


def test_english_lists_show_what_is_in_english_and_mark_the_rest(pages, client):
    said = client.get("/en/good-practices/").content

    assert pages["full"].english.url in said.decode()
    assert pages["none"].title not in without_polish(said)


# --- Asking for English -----------------------------------------------------------------------


def ask(client: Client, page: Page):
    return client.post(reverse("ask_for_english", args=[page.translation_key]))


def test_asking_counts_one_wish_without_a_cookie_or_a_token(pages):
    client = Client(enforce_csrf_checks=True)

    response = ask(client, pages["none"])

    assert response.status_code == 303
    assert response.url.startswith(english_address(pages["none"]))
    assert "Set-Cookie" not in response.headers
    thanks = client.get(response.url)
    assert "Set-Cookie" not in thanks.headers
    assert "csrfmiddlewaretoken" not in thanks.content.decode()
    assert state_of(pages["none"]).english_requests == 1


def test_the_state_page_offers_to_ask_without_a_cookie(pages):
    response = Client(enforce_csrf_checks=True).get(english_address(pages["none"]))

    form = tree_of(response.content).find(".//main//form[@method='post']")
    assert form.get("action") == reverse("ask_for_english", args=[pages["none"].translation_key])
    assert "Set-Cookie" not in response.headers


def test_a_wish_is_not_counted_by_reading(pages, client):
    address = reverse("ask_for_english", args=[pages["none"].translation_key])

    assert client.get(address).status_code == 405
    client.get(english_address(pages["none"]))
    client.post(english_address(pages["none"]))

    assert state_of(pages["none"]).english_requests == 0


def test_nobody_asks_for_what_is_closed_or_not_there(pages, client):
    from base import access

    access.set_audience(pages["none"], "members")

    assert ask(client, pages["none"]).status_code == 404
    unknown = reverse("ask_for_english", args=["00000000-0000-4000-8000-000000000000"])
    assert client.post(unknown).status_code == 404
    assert state_of(pages["none"]).english_requests == 0


def test_a_wish_for_an_abstract_leads_back_to_it(pages, client):
    response = ask(client, pages["abstract"])

    assert response.url.startswith(pages["abstract"].english.url)


# --- Lists in the reader's language -------------------------------------------------------------


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
