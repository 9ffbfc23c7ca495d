"""Collections: practices in the order the editors chose, for those who may see them."""

from __future__ import annotations

from base import access
from base.models.records import Who
from tests import factories


def shown(client, page) -> str:
    return client.get(page.get_url()).content.decode()


def test_practices_stand_in_the_order_the_editors_chose(client, site_tree):
    names = ["Druga", "Trzecia", "Pierwsza"]
    practices = [factories.practice(title=name) for name in names]
    page = shown(client, factories.collection(practices=practices))
    places = [page.index(name) for name in names]
    assert places == sorted(places)


def test_a_practice_one_may_not_see_is_neither_shown_nor_counted(client, site_tree):
    seen, hidden = factories.practice(title="Jawna"), factories.practice(title="Zamknięta")
    collection = factories.collection(practices=[seen, hidden])
    access.set_audience(hidden, Who.MEMBERS)
    page = shown(client, collection)
    assert "Zamknięta" not in page
    assert "1 praktyka" in page
    assert "1 praktyka" in client.get("/pl/kolekcje/").content.decode()


def test_an_english_collection_marks_what_is_in_polish_only(client, site_tree):
    translated, polish = factories.practice(), factories.practice(title="Tylko po polsku")
    factories.english(translated, title="In English")
    collection = factories.collection(practices=[translated, polish])
    page = shown(client, factories.english(collection, title="Heat"))
    assert "In English" in page
    assert 'lang="pl"><a href="/en/good-practices/tylko-po-polsku/">Tylko po polsku</a>' in page


def test_the_english_list_counts_polish_collections_apart(client, site_tree):
    factories.english(factories.collection(title="Upał"), title="Heat")
    factories.collection(title="Za zero złotych")
    page = client.get("/en/collections/").content.decode()
    assert "Heat" in page
    assert "also 1 in Polish only" in page
    assert '<a href="/en/collections/za-zero-zlotych/" lang="pl">Za zero złotych</a>' in page


def test_collections_of_many_ask_no_more(client, site_tree, django_assert_max_num_queries):
    practices = [factories.practice() for _turn in range(5)]
    collection = factories.collection(practices=practices)
    shown(client, collection)
    with django_assert_max_num_queries(36):
        shown(client, collection)
