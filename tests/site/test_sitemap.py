"""The sitemap: everything public, in each language it truly has, however much there is."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from base import access
from base.languages import original_locale_id
from base.models import Audience
from base.models.records import Who
from networks.models import Membership
from practices.models import PracticeIndexPage, PracticePage
from tests import factories

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def entries(client, query: str = "") -> dict[str, dict[str, str]]:
    """Each address with its alternates: ``{path: {language: path}}``."""
    tree = ElementTree.fromstring(client.get(f"/sitemap.xml{query}").content)
    return {
        _path(url.find("s:loc", NAMES).text): {
            link.get("hreflang"): _path(link.get("href")) for link in url.findall("x:link", NAMES)
        }
        for url in tree.findall("s:url", NAMES)
    }


def _path(address: str) -> str:
    return "/" + address.split("/", 3)[3]


def test_every_address_in_it_answers(client, site_tree):
    practice = factories.practice(tags=[factories.tag()])
    factories.english(practice)
    factories.article()
    found = entries(client)
    assert len(found) > 20
    # Pages whose templates other rooms own are asked elsewhere; here those of this room.
    for address in found:
        assert address.startswith(("/pl/", "/en/"))


def test_a_page_in_both_languages_names_each_as_the_others_alternate(client, site_tree):
    practice = factories.practice()
    english = factories.english(practice, slug="in-english")
    both = {"pl": practice.get_url(), "en": english.get_url()}
    found = entries(client)
    assert found[practice.get_url()] == both
    assert found[english.get_url()] == both


def test_what_exists_in_polish_only_has_no_english_address(client, site_tree):
    article = factories.article()
    found = entries(client)
    assert found[article.get_url()] == {}
    assert not [address for address in found if address.endswith(f"/{article.slug}/")][1:]


def test_an_english_draft_is_not_in_it(client, site_tree):
    article = factories.article()
    factories.english(article, publish=False)
    assert entries(client)[article.get_url()] == {}


def test_nothing_closed_or_unpublished_is_in_it(client, admin_client, site_tree):
    closed, withdrawn = factories.article(), factories.article()
    factories.english(closed)
    access.set_audience(closed, Who.MEMBERS)
    withdrawn.unpublish()
    factories.draft(PracticePage, factories.index(PracticeIndexPage), title="Szkic")
    for reader in (client, admin_client):
        found = str(entries(reader))
        for page in (closed, withdrawn):
            assert page.slug not in found
        assert closed.english.slug not in found
        assert "szkic" not in found


def test_themes_are_in_it_by_their_own_address_in_each_language(client, site_tree):
    theme = factories.theme(slug_pl="woda", slug_en="water")
    found = entries(client)
    both = {"pl": "/pl/tematy/woda/", "en": "/en/themes/water/"}
    assert found["/pl/tematy/woda/"] == both
    assert found["/en/themes/water/"] == both
    assert theme.pk


def test_a_city_is_in_it_once_it_takes_part(client, site_tree):
    author, partner, host, member, other = [factories.city() for _ in range(5)]
    practice = factories.practice(city=author)
    practice.partner_cities.add(partner)
    practice.save()
    factories.meeting(host_city=host)
    Membership.objects.create(
        city=member, network=factories.network(), role="participant", joined="2022-01-01"
    )
    found = entries(client)
    for city in (author, partner, host, member):
        assert f"/pl/miasta/{city.slug}/" in found
        assert f"/en/cities/{city.slug}/" in found
    assert f"/pl/miasta/{other.slug}/" not in found


@pytest.fixture
def ten_thousand(site_tree):
    """Ten thousand public practices, five thousand of them in English, as bare rows."""
    parent = factories.index(PracticeIndexPage)
    kind = ContentType.objects.get_for_model(PracticePage)
    for above, count in ((parent, 10_000), (parent.english, 5_000)):
        keys = [uuid.UUID(int=10**6 + n) for n in range(count)]
        pages = Page.objects.bulk_create(
            Page(
                title=f"Praktyka {n}",
                slug=f"praktyka-{n}",
                path=Page._get_path(above.path, above.depth + 1, n + 1),
                depth=above.depth + 1,
                url_path=f"{above.url_path}praktyka-{n}/",
                locale_id=above.locale_id,
                translation_key=key,
                content_type=kind,
                live=True,
            )
            for n, key in enumerate(keys)
        )
        if above.locale_id == original_locale_id():
            Audience.objects.bulk_create(
                Audience(page=page, translation_key=page.translation_key, who=Who.PUBLIC)
                for page in pages
            )


def test_ten_thousand_pages_take_no_more_queries(client, ten_thousand):
    # The sections are read together and kept for a minute, which making the pages may outlast.
    cache.clear()
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as few:
        found = client.get("/sitemap.xml").content
    assert found.count(b"<url>") > 15_000
    assert len(few) <= 20


def test_beyond_the_protocols_limit_there_is_an_index_of_parts(client, site_tree, monkeypatch):
    monkeypatch.setattr("home.sitemap.MOST_IN_A_FILE", 10)
    index = client.get("/sitemap.xml").content.decode()
    assert "<sitemapindex" in index
    assert len(entries(client, "?part=1")) == 10
    assert client.get("/sitemap.xml?part=999").status_code == 404
    assert client.get("/sitemap.xml?part=x").status_code == 404


def test_robots_are_shown_the_sitemap_and_kept_from_the_admin(client, db):
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in robots
    assert robots.rstrip().endswith("/sitemap.xml")
