"""Feeds: what is new, in the language of the address, the same for everybody."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from base import access
from base.feeds import MOST_ENTRIES
from base.models.records import Who
from tests import factories

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def titles(tree: ElementTree.Element) -> list[str]:
    return [entry.find("a:title", ATOM).text for entry in tree.findall("a:entry", ATOM)]


def test_the_news_feed_holds_the_newest_first_with_whole_addresses(client, site_tree):
    now = timezone.now()
    older = factories.article(title="Starsza", date=now - timedelta(days=2))
    factories.article(title="Nowsza", date=now)
    tree = feed(client, "/pl/aktualnosci/feed.xml")
    assert titles(tree) == ["Nowsza", "Starsza"]
    assert tree.get(XML_LANG) == "pl"
    link = tree.findall("a:entry", ATOM)[1].find("a:link", ATOM).get("href")
    assert link.startswith("http")
    assert link.endswith(older.get_url())


def test_the_english_feed_lists_what_has_english_and_no_polish_title(client, site_tree):
    translated = factories.article(title="Przetłumaczona")
    factories.english(translated, title="Translated", lead="What happened & why.")
    factories.article(title="Tylko po polsku")
    factories.english(factories.article(title="Szkic"), publish=False)
    tree = feed(client, "/en/news/feed.xml")
    assert titles(tree) == ["Translated"]
    assert tree.get(XML_LANG) == "en"
    assert "po polsku" not in ElementTree.tostring(tree, encoding="unicode")


def test_practices_have_feeds_of_all_of_a_theme_and_of_a_network(client, site_tree):
    broader = factories.theme(code="klimat")
    narrower = factories.theme(code="woda", parent=broader)
    network = factories.network(short_name="Klimat", slug="klimat")
    inside = {"networks": [network], "tags": [factories.tag(theme=narrower)]}
    factories.practice(title="Retencja", **inside)
    factories.practice(title="Inna", networks=[factories.network(slug="inna")])
    assert set(titles(feed(client, "/pl/dobre-praktyki/feed.xml"))) == {"Retencja", "Inna"}
    for path in ("theme/woda", "theme/klimat", "network/klimat"):
        tree = feed(client, f"/pl/dobre-praktyki/feed/{path}.xml")
        assert titles(tree) == ["Retencja"], path


def test_news_have_feeds_of_a_theme_and_of_a_network_too(client, site_tree):
    theme, network = factories.theme(code="woda"), factories.network(slug="klimat")
    article = factories.article(title="Mokro")
    article.tags.set([factories.tag(theme=theme)])
    article.networks = [network]
    article.save_revision().publish()
    factories.article(title="Sucho")
    for path in ("theme/woda", "network/klimat"):
        assert titles(feed(client, f"/pl/aktualnosci/feed/{path}.xml")) == ["Mokro"]


@pytest.mark.parametrize("path", ["theme/nie-ma", "network/nie-ma"])
def test_a_feed_of_nothing_is_not_there(client, site_tree, path):
    assert client.get(f"/pl/dobre-praktyki/feed/{path}.xml").status_code == 404


def test_the_feed_of_a_closed_network_is_not_there(client, admin_client, site_tree):
    network = factories.network(slug="tajna")
    access.set_audience(network, Who.MEMBERS)
    for reader in (client, admin_client):
        assert reader.get("/pl/dobre-praktyki/feed/network/tajna.xml").status_code == 404


def test_nothing_closed_is_in_a_feed_for_anybody(client, admin_client, site_tree):
    closed = factories.article(title="Zamknięta")
    factories.english(closed, title="Closed")
    access.set_audience(closed, Who.MEMBERS)
    for reader in (client, admin_client):
        assert titles(feed(reader, "/pl/aktualnosci/feed.xml")) == []
        assert titles(feed(reader, "/en/news/feed.xml")) == []


def test_archival_news_is_not_new(client, site_tree):
    factories.article(title="Dawna", archived=True)
    assert titles(feed(client, "/pl/aktualnosci/feed.xml")) == []


def test_a_feed_reader_that_has_it_already_is_told_so(client, site_tree):
    factories.article()
    first = client.get("/pl/aktualnosci/feed.xml")
    again = client.get(
        "/pl/aktualnosci/feed.xml", headers={"If-Modified-Since": first["Last-Modified"]}
    )
    assert again.status_code == 304
    assert not again.content


def test_an_entry_keeps_its_id_when_its_address_changes(client, site_tree):
    article = factories.article()

    def ids() -> list[str]:
        entries = feed(client, "/pl/aktualnosci/feed.xml").findall("a:entry", ATOM)
        return [entry.find("a:id", ATOM).text for entry in entries]

    before = ids()
    article.slug = "nowy-adres"
    article.save_revision().publish()
    assert ids() == before


def test_a_feed_of_many_is_as_short_and_asks_as_little(
    client, site_tree, django_assert_max_num_queries
):
    for _turn in range(3):
        factories.article()
    with django_assert_max_num_queries(20):
        client.get("/pl/aktualnosci/feed.xml")
    assert MOST_ENTRIES == 30


@pytest.mark.parametrize(
    ("page", "address"),
    [("/pl/aktualnosci/", "/pl/aktualnosci/feed.xml"), ("/en/news/", "/en/news/feed.xml")],
)
def test_the_list_tells_feed_readers_where_its_feed_is(client, site_tree, page, address):
    head = client.get(page).content.decode().partition("</head>")[0]
    assert 'type="application/atom+xml" title=' in head
    assert f'href="{address}"' in head
