"""Galleries, films and recordings: credited, described, and loaded from nowhere unasked."""

from __future__ import annotations

from datetime import date

import pytest

from news.models import MultimediaIndexPage, MultimediaPage
from tests import factories


def film(**fields) -> MultimediaPage:
    page = factories.draft(
        MultimediaPage,
        factories.index(MultimediaIndexPage),
        **{
            "kind": "film",
            "date": date(2025, 11, 20),
            "url": "https://media.example.org/film",
            "transcript": "Kobieta otwiera drzwi.",
            "cover": factories.image(author="Jan Kowal"),
            **fields,
        },
    )
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def shown(client, page) -> str:
    return client.get(page.get_url()).content.decode()


def test_every_picture_of_a_gallery_has_its_credit_and_description(client, site_tree):
    images = [factories.image(author=name, alt_pl=f"Widok: {name}") for name in ("Anna", "Jan")]
    page = shown(client, factories.gallery(images=images))
    for name in ("Anna", "Jan"):
        assert f'alt="Widok: {name}"' in page
        assert f"fot. {name}" in page


def test_the_english_gallery_describes_the_pictures_in_english(client, site_tree):
    gallery = factories.gallery(images=[factories.image()])
    page = shown(client, factories.english(gallery))
    assert 'alt="Townhouses on the market square"' in page
    assert "Kamienice przy rynku" not in page


def test_a_film_is_a_link_with_its_address_transcript_and_credit(client, site_tree):
    page = shown(client, film())
    assert 'href="https://media.example.org/film"' in page
    assert "media.example.org" in page
    assert "Kobieta otwiera drzwi." in page
    assert "Jan Kowal" in page


def test_nothing_is_loaded_from_another_site(client, site_tree):
    page = shown(client, film())
    for loading in ("<iframe", "<video", "<embed", "<object", 'src="http'):
        assert loading not in page


def test_a_missing_transcript_is_said_and_never_polish_on_an_english_page(client, site_tree):
    english = factories.english(film(), full=False)
    page = shown(client, english)
    assert "no transcript in this language yet" in page
    assert "Kobieta otwiera" not in page


@pytest.mark.parametrize("query", ["kind=film", "year=2025", "city=zgierz", "network=klimat"])
def test_the_index_narrows_by_kind_city_network_and_year(client, site_tree, query):
    wanted = film(
        title="Film ze Zgierza",
        city=factories.city(slug="zgierz"),
        network=factories.network(slug="klimat"),
    )
    factories.gallery(title="Galeria skądinąd")
    page = client.get(f"/pl/multimedia/?{query}").content.decode()
    assert wanted.title in page
    assert "Galeria skądinąd" not in page


def test_the_index_says_how_many_pictures_a_gallery_has(client, site_tree):
    factories.gallery(images=[factories.image() for _turn in range(3)])
    assert "3 zdjęcia" in client.get("/pl/multimedia/").content.decode()


def test_an_index_of_many_asks_no_more(client, site_tree, django_assert_max_num_queries):
    for _turn in range(9):
        factories.gallery()
    client.get("/pl/multimedia/")
    with django_assert_max_num_queries(32):
        client.get("/pl/multimedia/")
