"""The reader's own city: what comes from cities like it goes first, and nothing is lost by it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from registers.models import City
from tests import factories

LIST = "/pl/dobre-praktyki/"
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(shared, commit):
    """The same practice from a city like the reader's and from another, which is newer."""
    factories.city(
        name_pl="Gorzów Wielkopolski",
        slug="gorzow-wielkopolski",
        population=120_000,
        voivodeship="08",
    )
    alike = factories.city(name_pl="Zielona Góra", population=140_000, voivodeship="08")
    other = factories.city(name_pl="Czarna Woda", population=3_000, voivodeship="22")
    factories.city(name_pl="Brzeziny", voivodeship="10")
    factories.city(name_pl="Brzeziny", voivodeship="30")
    with commit():
        factories.practice(title="Retencja podobna", city=alike)
        factories.practice(title="Retencja inna", city=other)


def page(address):
    response = Client().get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(html):
    return [link.get_text() for link in html.select(".practice-card .card-title a")]


@pytest.mark.parametrize("words", ["", "&q=retencja"])
@pytest.mark.parametrize(
    "typed", ["gorzow-wielkopolski", "gorzów wielkopolski", "Gorzow Wielkopolski"]
)
def test_practices_of_similar_cities_go_first(site, words, typed):
    assert titles(page(f"{LIST}?sort=newest{words}"))[0] == "Retencja inna"
    html = page(f"{LIST}?like={typed}{words}")
    assert titles(html) == ["Retencja podobna", "Retencja inna"]
    said = html.select_one(".own-city-said")
    assert "Gorzów Wielkopolski" in said.get_text()
    assert "like=" not in said.a["href"]


def test_another_order_stays_what_was_asked_for(site):
    assert titles(page(f"{LIST}?like=gorzow-wielkopolski&sort=newest"))[0] == "Retencja inna"


def test_links_files_and_forms_take_the_city_along(site):
    html = page(f"{LIST}?q=retencja&like=gorzow-wielkopolski")
    links = [*html.select(".facet-option a, .results-export a, .sort-links a"), html]
    assert all("like=gorzow-wielkopolski" in link["href"] for link in links[:-1])
    assert html.select_one("#list-search-hidden input[name=like]")["value"] == "gorzow-wielkopolski"
    assert html.select_one(".own-city input[name=q]")["value"] == "retencja"
    file = html.select_one('.results-export a[href*="csv"]')["href"]
    text = b"".join(Client().get(file).streaming_content).decode()
    assert text.index("Retencja podobna") < text.index("Retencja inna")


def test_an_ambiguous_name_leads_to_each_of_its_cities(site):
    html = page(f"{LIST}?like=brzeziny")
    links = [link["href"] for link in html.select("#own-city-error a")]
    assert len(links) == 2
    assert all(page(LIST + link).select_one(".own-city-said") for link in links)
    assert len(titles(html)) == 2


def test_a_city_page_leads_to_practices_of_cities_like_it(site):
    city = City.objects.get(slug="gorzow-wielkopolski")
    links = page(city.get_absolute_url()).select('a[href*="like="]')
    assert titles(page(links[0]["href"]))[0] == "Retencja podobna"


def test_an_unknown_city_is_said_and_kept_and_changes_nothing(site):
    html = page(f"{LIST}?q=retencja&like=Atlantyda")
    field = html.select_one("#own-city")
    assert field["value"] == "Atlantyda"
    assert field["aria-invalid"] == "true"
    assert "Atlantyda" in html.select_one("#own-city-error").get_text()
    assert titles(html) == titles(page(f"{LIST}?q=retencja"))


def test_programs_can_ask_for_it_too(site):
    def found(query):
        results = Client().get(f"/api/v1/practices/?{query}").json()["results"]
        return [each["title"] for each in results]

    assert found("like=gorzow-wielkopolski")[0] == "Retencja podobna"
    assert found("sort=newest")[0] == "Retencja inna"


@pytest.mark.parametrize(
    ("typed", "told"),
    [("Atlantyda", "There is no such city in the register."), ("Brzeziny", "give a TERYT number")],
)
def test_programs_are_told_of_a_city_that_is_not_one(site, typed, told):
    response = Client().get("/api/v1/practices/", {"like": typed, "lang": "en"})
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["parameter"] == "like"
    assert told in error["detail"]
