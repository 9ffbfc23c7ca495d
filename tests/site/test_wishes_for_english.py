"""The honest English address of what exists in Polish only, and the wish for more."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from base import access
from base.models import LanguageState
from base.models.records import Who
from tests import factories


@pytest.fixture
def article(site_tree):
    return factories.article(title="Gorzów po deszczu")


def wishes(page) -> int:
    return LanguageState.objects.get(translation_key=page.translation_key).english_requests


def wish(client, page, **extra):
    return client.post(reverse("ask_for_english", args=[page.translation_key]), **extra)


def test_the_english_address_says_so_and_leads_to_the_polish_page(client, article):
    response = client.get(f"/en/news/{article.slug}/")
    page = response.content.decode()
    assert response.status_code == 200
    assert '<html lang="en">' in page
    assert '<h1 lang="pl">Gorzów po deszczu</h1>' in page
    assert 'content="noindex"' in page
    assert f'rel="canonical" href="{article.full_url}"' in page
    assert re.search(rf'<a href="{article.get_url()}" hreflang="pl" lang="pl">', page)
    assert "Co się wydarzyło" not in page
    assert "Wydarzyło się" not in page


def test_the_button_counts_and_thanks_without_a_cookie(client, article):
    page = client.get(f"/en/news/{article.slug}/").content.decode()
    action = re.search(r'<form action="([^"]+)" method="post">', page).group(1)
    assert "csrf" not in page.lower()
    response = client.post(action, follow=True)
    assert "Your request has been counted" in response.content.decode()
    assert wishes(article) == 1
    assert not client.cookies


def test_one_visitor_is_counted_once_a_day_and_thanked_each_time(client, article):
    for _turn in range(3):
        assert wish(client, article).status_code == 303
    assert wishes(article) == 1
    wish(client, article, REMOTE_ADDR="192.0.2.9")
    assert wishes(article) == 2


def test_another_site_cannot_make_readers_wish(client, article):
    wish(client, article, headers={"Sec-Fetch-Site": "cross-site"})
    assert wishes(article) == 0


def test_nothing_about_the_visitor_reaches_the_database(client, article):
    before = {field.name for field in LanguageState._meta.fields}
    wish(client, article, REMOTE_ADDR="192.0.2.9")
    row = LanguageState.objects.get(translation_key=article.translation_key)
    assert "192.0.2.9" not in str([getattr(row, name) for name in before])


def test_reading_an_address_changes_nothing(client, article):
    assert client.get(reverse("ask_for_english", args=[article.translation_key])).status_code == 405
    assert wishes(article) == 0


def test_nobody_wishes_for_what_they_may_not_see(client, article):
    access.set_audience(article, Who.MEMBERS)
    assert wish(client, article, follow=True).status_code == 404
    assert client.get(f"/en/news/{article.slug}/").status_code == 404


def test_the_address_leads_on_once_there_is_english(client, article):
    english = factories.english(article, slug="after-the-rain")
    response = client.get(f"/en/news/{article.slug}/")
    assert response.status_code == 301
    assert response.url == english.get_url()


def test_an_abstract_offers_the_wish_and_what_is_in_english_in_full_does_not(
    client, site_tree, commit
):
    with commit():
        abstract = factories.english(factories.practice(title="Miejska retencja"), full=False)
        full = factories.english(factories.practice(title="Dęby przy szkołach"))

    def offered(page):
        return re.findall(
            r'action="(/english-version/[^"]+)"', client.get(page.url).content.decode()
        )

    [action] = offered(abstract)
    assert offered(full) == []
    assert offered(abstract.original) == []
    answered = client.post(action, follow=True)
    assert answered.redirect_chain[-1][0].startswith(abstract.url)
    assert "Your request has been counted" in answered.content.decode()
    assert wishes(abstract) == 1
    assert not client.cookies
