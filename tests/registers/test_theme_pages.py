"""The list of themes and the page of each theme."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db

THEMES = "/pl/tematy/"


@pytest.fixture
def climate():
    return factories.theme(
        name_pl="Klimat", name_en="Climate", slug_pl="klimat", slug_en="climate", code="climate"
    )


@pytest.fixture
def water(climate):
    return factories.theme(
        name_pl="Woda", name_en="Water", slug_pl="woda", slug_en="water", code="water",
        parent=climate,
    )  # fmt: skip


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def queries_of(client, address):
    """How many questions the database is asked for a page."""
    with CaptureQueriesContext(connection) as asked:
        read(client, address)
    return len(asked)


def test_the_list_counts_narrower_themes_practices_with_the_broader_ones(
    site_tree, client, climate, water
):
    factories.practice(tags=[factories.tag(theme=water)])
    factories.practice(tags=[factories.tag(theme=water), factories.tag(theme=climate)])
    html = read(client, "/en/themes/")
    assert "2 practices" in html
    assert 'href="/en/themes/water/"' in html


def test_a_theme_shows_practices_of_its_narrower_themes(site_tree, client, climate, water):
    practice = factories.practice(tags=[factories.tag(theme=water)])
    html = read(client, f"{THEMES}klimat/")
    assert f'href="{practice.url}"' in html
    assert 'href="/pl/dobre-praktyki/?theme=climate"' in html
    assert f'href="{THEMES}woda/"' in html


def test_a_narrower_theme_leads_back_to_its_broader_one(site_tree, client, climate, water):
    assert f'href="{THEMES}klimat/"' in read(client, f"{THEMES}woda/")


def test_keywords_that_lead_to_a_practice_are_filters_and_others_are_not(
    site_tree, client, climate, water
):
    used = factories.tag(name="retencja", theme=water)
    factories.tag(name="upał", theme=climate)
    factories.practice(tags=[used])
    html = read(client, f"{THEMES}klimat/")
    assert 'href="/pl/dobre-praktyki/?tag=retencja"' in html
    assert "upał" not in html


def test_a_theme_gathers_networks_news_products_and_meetings(site_tree, client, climate):
    tag = factories.tag(theme=climate)

    def tagged(page):
        page.tags.set([tag])
        page.save_revision().publish()
        return page

    network = factories.network(short_name="Sieć klimatyczna")
    network.themes = [climate]
    network.save_revision().publish()
    pages = [
        tagged(factories.meeting(parent=network)),
        tagged(factories.product(parent=network)),
        tagged(factories.article()),
    ]
    html = read(client, f"{THEMES}klimat/")
    assert "Sieć klimatyczna" in html
    for page in pages:
        assert f'href="{page.url}"' in html


def test_what_is_not_public_appears_on_no_theme(site_tree, client, climate):
    product = factories.product(public=False)
    product.tags.set([factories.tag(theme=climate)])
    product.save_revision().publish()
    assert product.title not in read(client, f"{THEMES}klimat/")


def test_practices_in_polish_only_stand_behind_their_number(site_tree, client, climate):
    practice = factories.practice(tags=[factories.tag(theme=climate)], title="Ogrody deszczowe")
    html = read(client, "/en/themes/climate/")
    assert "also 1 in Polish only" in html
    assert f'lang="pl">{practice.title}</a>' in html


def test_the_description_of_one_language_never_stands_in_for_the_other(site_tree, client):
    factories.theme(slug_pl="kadry", slug_en="staff", description_pl="Ludzie urzędu.")
    assert "Ludzie urzędu." in read(client, f"{THEMES}kadry/")
    assert "Ludzie urzędu." not in read(client, "/en/themes/staff/")


def test_the_address_is_each_languages_own(site_tree, client, climate):
    assert client.get("/en/themes/klimat/").status_code == 404
    assert "/en/themes/climate/" in read(client, f"{THEMES}klimat/")


@pytest.mark.parametrize("address", [THEMES, f"{THEMES}klimat/"])
def test_the_number_of_queries_does_not_grow_with_the_data(site_tree, client, climate, address):
    def more():
        factories.practice(tags=[factories.tag(theme=factories.theme(parent=climate))])

    more()
    read(client, address)
    few = queries_of(client, address)
    assert few <= 45
    for _ in range(3):
        more()
    read(client, address)
    assert queries_of(client, address) <= few
