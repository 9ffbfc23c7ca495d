"""The English address of everything exists, and is honest about what it has."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from base.language_state import english_address
from tests import factories
from tests.markup import attribute, tree_of, without_polish

from .states import state_of


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
