"""Old addresses lead to where a page is now, in both languages, and name nothing closed."""

import pytest

from base import access
from base.models.records import Who
from practices.models import PracticePage
from tests import factories

pytestmark = pytest.mark.django_db

POLISH, ENGLISH = "/pl/dobre-praktyki/", "/en/good-practices/"


@pytest.fixture
def rename(commit):
    """As an editor does: in the page's form, and published."""

    def publish_as(page, slug: str) -> PracticePage:
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with commit():
            page.save_revision().publish()
        return page

    return publish_as


def leads_to(client, address: str) -> str:
    """Where a reader ends who opens this address; empty where nothing answers."""
    response = client.get(address, follow=True)
    if response.status_code != 200:
        return ""
    return response.redirect_chain[-1][0] if response.redirect_chain else address


@pytest.fixture
def practice(site_tree):
    return factories.practice(slug="ogrody")


def test_a_renamed_page_is_found_at_its_old_address_in_both_languages(client, rename, practice):
    english = factories.english(practice, slug="gardens")
    rename(practice, "ogrody-deszczowe")
    rename(english, "rain-gardens")
    assert leads_to(client, f"{POLISH}ogrody/") == f"{POLISH}ogrody-deszczowe/"
    assert leads_to(client, f"{ENGLISH}gardens/") == f"{ENGLISH}rain-gardens/"
    assert leads_to(client, f"{ENGLISH}ogrody/") == f"{ENGLISH}rain-gardens/"


def test_the_english_address_of_what_is_polish_only_follows_its_name(client, rename, practice):
    assert leads_to(client, f"{ENGLISH}ogrody/") == f"{ENGLISH}ogrody/"
    rename(practice, "ogrody-deszczowe")
    assert leads_to(client, f"{ENGLISH}ogrody/") == f"{ENGLISH}ogrody-deszczowe/"


def test_a_page_renamed_twice_is_found_in_one_step(client, rename, practice):
    rename(rename(practice, "drugi"), "trzeci")
    for old in ("ogrody", "drugi"):
        for prefix in (POLISH, ENGLISH):
            response = client.get(f"{prefix}{old}/")
            assert response.status_code in (301, 302)
            assert response.url == f"{prefix}trzeci/"


def test_a_page_that_gets_its_first_name_back_leads_in_no_circle(client, rename, practice):
    rename(rename(practice, "drugi"), "ogrody")
    for prefix in (POLISH, ENGLISH):
        assert leads_to(client, f"{prefix}ogrody/") == f"{prefix}ogrody/"
        assert leads_to(client, f"{prefix}drugi/") == f"{prefix}ogrody/"


def test_who_takes_an_old_address_answers_at_it(client, rename, practice):
    rename(practice, "drugi")
    factories.practice(slug="ogrody")
    for prefix in (POLISH, ENGLISH):
        assert leads_to(client, f"{prefix}ogrody/") == f"{prefix}ogrody/"


def test_a_moved_page_is_found_in_both_languages(client, site_tree):
    here = factories.translated_network(slug="tu")
    there = factories.network(parent=here.get_parent().specific, slug="tam")
    factories.english(there, slug="there")
    translated = factories.meeting(parent=here, slug="jeden")
    factories.english(translated, slug="one")
    polish_only = factories.meeting(parent=here, slug="dwa")
    was = {page.pk: page.get_url() for page in (here, translated, polish_only)}
    english_was = here.english.get_url()
    for page in (translated, polish_only):
        type(page).objects.get(pk=page.pk).move(there, pos="last-child")
    for page in (translated, polish_only):
        now = type(page).objects.get(pk=page.pk)
        assert leads_to(client, was[page.pk]) == now.get_url()
        assert now.get_url().startswith(there.get_url())
    there_in_english = there.english.get_url()
    assert leads_to(client, f"{english_was}one/") == f"{there_in_english}one/"
    assert leads_to(client, f"{english_was}dwa/") == f"{there_in_english}dwa/"


def test_an_old_address_of_a_closed_page_says_nothing(client, admin_client, rename, practice):
    rename(practice, "nazwa-tajna")
    access.set_audience(practice, Who.LEADERS)
    for prefix in (POLISH, ENGLISH):
        response = client.get(f"{prefix}ogrody/")
        assert response.status_code == 404
        assert "nazwa-tajna" not in response.content.decode()
        assert leads_to(admin_client, f"{prefix}ogrody/") == f"{prefix}nazwa-tajna/"


def test_an_old_address_of_what_is_no_longer_published_says_nothing(client, rename, practice):
    rename(practice, "drugi").unpublish()
    for prefix in (POLISH, ENGLISH):
        assert client.get(f"{prefix}ogrody/").status_code == 404
