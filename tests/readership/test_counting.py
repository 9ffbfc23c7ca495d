"""Readers are counted, and nobody else; of readers nothing is kept."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from base import access
from base.models.records import Who
from readership.models import Downloads, PageViews, Searches
from readership.tally import tally
from tests import factories

from .conftest import BROWSER

pytestmark = pytest.mark.django_db


def views() -> dict[tuple[str, str], int]:
    """How often each page was counted: by its key and language."""
    tally.write()
    rows = PageViews.objects.values_list("translation_key", "language", "number")
    return {(str(key), language): number for key, language, number in rows}


@pytest.fixture
def home(site_tree):
    return site_tree


def test_a_page_is_counted_by_its_original_in_each_language(reader, home):
    for address in ("/pl/", "/pl/", "/en/"):
        assert reader.get(address).status_code == 200
    assert views() == {
        (str(home.translation_key), "pl"): 2,
        (str(home.translation_key), "en"): 1,
    }


def test_an_alias_counts_as_the_page_it_shows(reader, home):
    article = factories.article()
    alias = article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")
    assert reader.get(alias.get_url()).status_code == 200
    assert views() == {(str(article.translation_key), "pl"): 1}


def test_what_is_written_is_added_to_what_was_written(reader, home):
    reader.get("/pl/")
    assert list(views().values()) == [1]
    reader.get("/pl/")
    assert list(views().values()) == [2]


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": ""},
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": "python-requests/2.32"},
        {"User-Agent": f"{BROWSER} {'x' * 500}"},
        {"User-Agent": BROWSER, "Sec-Purpose": "prefetch;prerender"},
        {"User-Agent": BROWSER, "Sec-Fetch-Dest": "empty"},
    ],
)
def test_robots_and_browsers_on_their_own_are_not_counted(headers, home):
    assert Client(headers=headers).get("/pl/").status_code == 200
    assert views() == {}


def test_editors_are_not_counted_and_other_signed_in_people_are(reader, home, editor, member):
    reader.force_login(editor)
    reader.get("/pl/")
    assert views() == {}
    reader.force_login(member)
    reader.get("/pl/")
    assert list(views().values()) == [1]


def test_only_pages_that_were_shown_are_counted(reader, home):
    reader.head("/pl/")
    reader.get("/pl/nie-ma-takiej-strony/")
    reader.get("/pl/aktualnosci/feed.xml")
    reader.get("/pl/szukaj/")
    assert views() == {}


def test_saying_that_there_is_no_english_is_no_view(reader, home):
    article = factories.article()
    response = reader.get(f"/en/news/{article.slug}/")
    assert response.status_code == 200
    assert article.title in response.content.decode()
    assert views() == {}


def test_a_closed_page_that_is_not_shown_is_not_counted(reader, home):
    article = factories.article()
    access.set_audience(article, Who.MEMBERS)
    reader.get(article.get_url())
    assert views() == {}


def test_a_search_is_counted_by_its_number_alone(reader, home):
    reader.get("/pl/szukaj/", {"q": "rowery jan@example.org"})
    reader.get("/pl/szukaj/", {"q": "rowery", "page": "1"})
    tally.write()
    assert list(Searches.objects.values_list("language", "number")) == [("pl", 1)]


def test_a_search_in_place_counts_once_and_its_list_not_again(home):
    fetched = Client(headers={"User-Agent": BROWSER, "Sec-Fetch-Dest": "empty"})
    fetched.get("/pl/dobre-praktyki/", {"q": "rowery"})
    assert views() == {}
    assert Searches.objects.get().number == 1


def test_a_download_is_counted_until_its_document_is_deleted(reader, home):
    kept, deleted = factories.document(), factories.document()
    for document in (kept, deleted):
        assert reader.get(document.url).status_code == 200
    deleted.delete()
    tally.write()
    assert list(Downloads.objects.values_list("document", "number")) == [(kept.pk, 1)]


def test_the_answer_is_the_same_for_those_who_are_counted(reader, home):
    counted, uncounted = reader.get("/pl/"), Client().get("/pl/")
    assert counted.content == uncounted.content
    assert dict(counted.headers) == dict(uncounted.headers)
    assert not counted.cookies


def test_no_table_has_room_for_a_reader(home):
    names = {
        column.name
        for model in (PageViews, Searches, Downloads)
        for column in connection.introspection.get_table_description(
            connection.cursor(), model._meta.db_table
        )
    }
    assert names == {"id", "day", "number", "translation_key", "language", "document_id"}
