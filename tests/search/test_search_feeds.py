"""RSS of any search, and what tells browsers how to search here."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from base import access
from tests import factories
from tests.markup import attribute

RSS = "application/rss+xml"
OPENSEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.fixture
def found(site_tree, commit):
    with commit():
        rain = factories.practice(title="Miejska retencja wody")
        oak = factories.practice(title="Dęby i retencja", stage="pilot")
        factories.article(title="Retencja w prasie")
        closed = factories.practice(title="Zamknięta retencja")
        factories.english(rain, title="Rain stays in the city")
    access.set_audience(closed, "members")
    return oak


def address(language: str = "pl", name: str = "search_feed") -> str:
    with override(language):
        return reverse(name)


def feed(url: str) -> ElementTree.Element:
    response = Client().get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith(RSS)
    return ElementTree.fromstring(response.content)


def titles(url: str) -> list[str]:
    return [item.findtext("title") for item in feed(url).iter("item")]


def test_the_feed_of_a_search_holds_what_answers_the_newest_first(found):
    assert titles(f"{address()}?q=retencji") == [
        "Retencja w prasie", "Dęby i retencja", "Miejska retencja wody",
    ]  # fmt: skip


def test_the_feed_is_narrowed_by_kind_and_facets(found):
    assert titles(f"{address()}?q=retencja&type=practice&stage=pilot") == ["Dęby i retencja"]


def test_the_english_feed_has_what_has_english(found):
    assert titles(f"{address('en')}?type=practice") == ["Rain stays in the city"]


def test_nothing_closed_is_in_the_feed_for_anybody(found, admin_client):
    response = admin_client.get(f"{address()}?q=zamknięta")
    assert "Zamknięta retencja" not in response.content.decode()
    assert response["Cache-Control"].startswith("public")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_search_tells_where_its_feed_is(found, language):
    page = address(language, "search")
    html = Client().get(f"{page}?q=retencja&type=news&page=1").content
    href = attribute(html, f".//link[@type='{RSS}']", "href")
    assert href == f"{address(language)}?q=retencja&type=news"
    assert feed(href).findtext("channel/link").endswith("?q=retencja&type=news")


def test_the_practice_list_tells_where_the_feed_of_its_choice_is(found):
    html = Client().get("/pl/dobre-praktyki/?stage=pilot&sort=az").content
    href = attribute(html, f".//link[@type='{RSS}']", "href")
    assert titles(href) == ["Dęby i retencja"]
    assert feed(href).findtext("channel/link").endswith("/pl/dobre-praktyki/?stage=pilot")


def test_an_item_keeps_its_id_and_leads_to_its_page(found):
    item = next(feed(f"{address()}?stage=pilot").iter("item"))
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.findtext("link").endswith(found.get_url())


@pytest.mark.parametrize("query", ["q=%00", "q=" + "a" * 10_000, "type=%27%3B--", "year=x&page=9"])
def test_hostile_addresses_of_feeds_are_answered_or_refused(found, query):
    response = Client(raise_request_exception=False).get(f"{address()}?{query}")
    assert response.status_code in (200, 400)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_browser_can_add_the_search(site_tree, language):
    head = Client().get(f"/{language}/").content
    href = attribute(head, ".//link[@rel='search']", "href")
    response = Client().get(href)
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    description = ElementTree.fromstring(response.content)
    assert description.findtext("o:Language", namespaces=OPENSEARCH) == language
    urls = {
        url.get("type"): url.get("template") for url in description.findall("o:Url", OPENSEARCH)
    }
    assert urls["text/html"].endswith(f"{address(language, 'search')}?q={{searchTerms}}")
    assert urls[RSS].endswith(f"{address(language)}?q={{searchTerms}}")
    assert all(url.startswith("http") for url in urls.values())
