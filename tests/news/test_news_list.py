"""The list of news: by category, network and year, in the language of the address."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from base import access
from base.models.records import Who
from tests import factories

CARD = re.compile(r'class="card-title"(?: lang="(\w+)")?><a href="[^"]+">([^<]+)</a>')


def titles(client, address: str = "/pl/aktualnosci/") -> list[str]:
    said = client.get(address).content.decode()
    return [" ".join(title.split()) for _lang, title in CARD.findall(said)]


def when(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.fixture
def three(site_tree):
    network = factories.network(slug="klimat", short_name="Klimat")
    early = factories.article(title="Dawna", date=when("2022-05-01T12:00"), category="calls")
    late = factories.article(title="Nowa", date=when("2024-05-01T12:00"), category="meetings")
    of_network = factories.article(title="Z sieci", date=when("2023-05-01T12:00"))
    of_network.networks = [network]
    of_network.save_revision().publish()
    return early, late, of_network


def test_the_newest_comes_first(client, three):
    assert titles(client) == ["Nowa", "Z sieci", "Dawna"]


def test_what_is_pinned_comes_before_the_newest_until_its_day(client, three):
    today = timezone.localdate()
    factories.article(title="Przypięta", date=when("2021-01-01T12:00"), pinned_until=today)
    yesterday = today - timedelta(days=1)
    factories.article(title="Odpięta", date=when("2021-01-02T12:00"), pinned_until=yesterday)
    assert titles(client)[0] == "Przypięta"
    assert titles(client)[-1] == "Odpięta"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("category=calls", ["Dawna"]),
        ("year=2024", ["Nowa"]),
        ("network=klimat", ["Z sieci"]),
        ("category=calls&year=2022", ["Dawna"]),
    ],
)
def test_filters_narrow_the_list(client, three, query, found):
    assert titles(client, f"/pl/aktualnosci/?{query}") == found


@pytest.mark.parametrize("query", ["category=nie-ma", "year=99999", "network=%27--", "x=1"])
def test_a_filter_that_does_not_exist_changes_nothing(client, three, query):
    assert len(titles(client, f"/pl/aktualnosci/?{query}")) == 3


def test_only_what_would_find_something_is_offered(client, three):
    page = client.get("/pl/aktualnosci/").content.decode()
    assert 'id="category-calls"' in page
    assert 'id="category-programme"' not in page
    assert '<option value="2023">' in page
    assert '<option value="2021">' not in page


def test_filters_that_find_nothing_together_offer_a_way_out(client, three):
    page = client.get("/pl/aktualnosci/?category=calls&year=2024").content.decode()
    assert 'class="empty-state"' in page
    assert '<a href="?">' in page


def test_an_impossible_page_is_not_there(client, three):
    for number in ("0", "2", "x", "-1", "99999999"):
        assert client.get(f"/pl/aktualnosci/?page={number}").status_code == 404


def test_pages_keep_the_filters(client, site_tree):
    for _turn in range(13):
        factories.article(category="calls")
    page = client.get("/pl/aktualnosci/?category=calls").content.decode()
    assert 'href="?category=calls&amp;page=2"' in page
    assert len(titles(client, "/pl/aktualnosci/?category=calls&page=2")) == 1


def test_english_lists_what_has_english_and_counts_the_rest_apart(client, three):
    early, late, _of_network = three
    factories.english(late, title="New")
    factories.english(early, title="Old", full=False)
    page = client.get("/en/news/").content.decode()
    assert titles(client, "/en/news/") == ["New", "Old"]
    apart = page.partition('id="polish-only"')[2].partition("</details>")[0]
    assert "also 1 in Polish only" in apart
    assert re.search(r'<a href="/en/news/z-sieci/" lang="pl">Z sieci</a>', apart)
    assert "Z sieci" not in page.replace(apart, "")


def test_an_article_one_may_not_see_is_neither_listed_nor_counted(client, three):
    for article in three[1:]:
        access.set_audience(article, Who.MEMBERS)
    page = client.get("/pl/aktualnosci/").content.decode()
    assert titles(client) == ["Dawna"]
    assert 'id="category-meetings"' not in page
    assert "2024" not in page.partition("<main")[2].partition("<footer")[0]


def test_a_list_of_many_asks_no_more_than_a_list_of_few(
    client, site_tree, django_assert_max_num_queries
):
    for _turn in range(4):
        factories.english(factories.article(cover=factories.image()))
        factories.article()
    client.get("/pl/aktualnosci/"), client.get("/en/news/")
    for address in ("/pl/aktualnosci/", "/en/news/"):
        with django_assert_max_num_queries(32):
            client.get(address)
