"""The list of cities, on the map and beside it, and the page of each city."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override

from networks.models import Membership
from registers.models import CityImage, CityProgrammeStatus
from registers.models.vocabularies import Voivodeship
from tests import factories

pytestmark = pytest.mark.django_db

CITIES = "/pl/miasta/"


def member(city, network=None, **fields):
    """A city in a network since spring 2022."""
    network = network or factories.some_network()
    given = {"joined": date(2022, 4, 20), **fields}
    return Membership.objects.create(city=city, network=network, **given)


def read(client, address, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, address
    return response.content.decode()


def names_in(html):
    """The cities of the list, in its order."""
    return re.findall(r'class="card-title"><a href="/[a-z]{2}/[a-z]+/[^"]+">([^<]+)</a>', html)


def queries_of(client, address):
    """How many questions the database is asked for a page."""
    with CaptureQueriesContext(connection) as asked:
        read(client, address)
    return len(asked)


def in_polish(message):
    with override("pl"):
        return gettext(message)


class TestTheList:
    def test_it_shows_the_cities_that_take_part_and_no_others(self, site_tree, client):
        member(factories.city(name_pl="Zabrze"))
        factories.practice(city=factories.city(name_pl="Frombork"))
        factories.meeting(host_city=factories.city(name_pl="Cieszyn"))
        factories.city(name_pl="Siedliszcze")
        assert names_in(read(client, CITIES)) == ["Cieszyn", "Frombork", "Zabrze"]

    def test_cities_stand_in_the_polish_order(self, site_tree, client):
        for name in ("Żywiec", "Łódź", "Zabrze", "Lublin", "Ełk"):
            member(factories.city(name_pl=name))
        assert names_in(read(client, CITIES)) == ["Ełk", "Lublin", "Łódź", "Zabrze", "Żywiec"]

    def test_a_part_of_a_name_without_diacritics_finds_cities_outside_the_networks(
        self, site_tree, client
    ):
        factories.city(name_pl="Książ Wielki")
        html = read(client, CITIES, q="wielki")
        assert names_in(html) == ["Książ Wielki"]
        assert in_polish("Not yet in the networks") in html
        assert names_in(read(client, CITIES, q="KSIAZ")) == ["Książ Wielki"]

    def test_a_name_finds_those_that_take_part_first(self, site_tree, client):
        factories.city(name_pl="Nowa Ruda")
        member(factories.city(name_pl="Ruda Śląska"))
        assert names_in(read(client, CITIES, q="ruda")) == ["Ruda Śląska", "Nowa Ruda"]

    def test_an_english_name_finds_the_city_too(self, site_tree, client):
        factories.city(name_pl="Warszawa", name_en="Warsaw")
        assert names_in(read(client, "/en/cities/", q="warsaw")) == ["Warsaw"]

    def test_namesakes_are_told_apart_by_voivodeship_and_county(self, site_tree, client):
        factories.city(name_pl="Józefów", voivodeship="06", county="biłgorajski")
        factories.city(name_pl="Józefów", voivodeship="14", county="otwocki")
        html = read(client, CITIES, q="jozefow")
        assert names_in(html) == ["Józefów", "Józefów"]
        for county, voivodeship in (("biłgorajski", "06"), ("otwocki", "14")):
            label = in_polish("%(county)s county") % {"county": county}
            assert f"{Voivodeship(voivodeship).label}, {label}" in html

    def test_every_filter_narrows_and_stays_in_the_address(self, site_tree, client):
        network = factories.network(slug="cyfryzacja")
        here = factories.city(name_pl="Zabrze", voivodeship="24", population=190_000)
        member(here, network)
        member(factories.city(name_pl="Cieszyn", voivodeship="24", population=35_000))
        member(factories.city(name_pl="Lublin", voivodeship="06", population=360_000), network)
        chosen = {"voivodeship": "24", "size": "over_100k", "network": "cyfryzacja"}
        html = read(client, CITIES, **chosen)
        assert names_in(html) == ["Zabrze"]
        for name, value in chosen.items():
            assert f'<input type="hidden" name="{name}" value="{value}">' in html
            assert re.search(rf'<option value="{value}" selected>', html)

    def test_a_value_that_does_not_exist_narrows_nothing(self, site_tree, client):
        member(factories.city(name_pl="Zabrze"))
        assert names_in(read(client, CITIES, voivodeship="99", size="huge")) == ["Zabrze"]

    def test_the_rest_of_the_register_is_one_link_away(self, site_tree, client):
        member(factories.city(name_pl="Zabrze"))
        factories.city(name_pl="Siedliszcze")
        assert "?scope=all#results-count" in read(client, CITIES)
        assert names_in(read(client, CITIES, scope="all")) == ["Zabrze", "Siedliszcze"]

    def test_an_empty_list_leads_on(self, site_tree, client):
        member(factories.city(name_pl="Zabrze", voivodeship="24"))
        html = read(client, CITIES, voivodeship="16", size="under_5k")
        assert 'class="empty-state"' in html
        assert 'href="?size=under_5k"' in html
        assert 'href="?voivodeship=16"' in html

    def test_a_page_of_the_list_that_does_not_exist_is_not_found(self, site_tree, client):
        for number in ("0", "2", "x", "999999999"):
            assert client.get(CITIES, {"page": number}).status_code == 404

    def test_the_network_of_the_leaders_says_nothing_of_its_cities(self, site_tree, client):
        closed = factories.network(access="closed", short_name="Liderzy", slug="liderzy")
        city = factories.city(name_pl="Starachowice", slug="starachowice")
        member(city, closed)
        assert names_in(read(client, CITIES)) == []
        assert names_in(read(client, CITIES, network="liderzy")) == []
        assert "Liderzy" not in read(client, f"{CITIES}starachowice/")

    def test_cities_that_left_are_no_members(self, site_tree, client):
        member(factories.city(name_pl="Zabrze"), left=date(2024, 4, 30))
        assert names_in(read(client, CITIES)) == []


class TestTheMap:
    def test_every_voivodeship_leads_to_its_list_by_keyboard(self, site_tree, client):
        member(factories.city(name_pl="Zabrze", voivodeship="24"))
        html = read(client, CITIES, size="20k_50k")
        links = re.findall(r'<a class="map-voivodeship[^>]*>', html)
        assert len(links) == 16
        for teryt, link in zip(Voivodeship.values, links, strict=True):
            assert f"voivodeship={teryt}" in link
            assert "size=20k_50k" in link
            assert f'aria-label="{Voivodeship(teryt).label}: ' in link
        assert f'aria-label="{Voivodeship.SLASKIE.label}: 1"' in html

    def test_the_chosen_voivodeship_is_lit_and_takes_itself_back(self, site_tree, client):
        html = read(client, CITIES, voivodeship="24")
        (chosen,) = re.findall(r'<a class="map-voivodeship[^>]*aria-current="true"[^>]*>', html)
        assert 'href="?#results-count"' in chosen

    def test_only_cities_with_room_around_them_are_links(self, site_tree, client):
        for name, latitude, longitude in (
            ("Zabrze", 50.32, 18.78),
            ("Gliwice", 50.30, 18.67),
            ("Słupsk", 54.46, 17.03),
        ):
            member(factories.city(name_pl=name, latitude=latitude, longitude=longitude))
        html = read(client, CITIES)
        assert re.findall(r'<a class="map-city"[^>]*aria-label="([^"]+)"', html) == ["Słupsk"]
        assert html.count('class="map-city-dot"') == 3

    def test_a_city_whose_place_is_unknown_is_in_the_list_only(self, site_tree, client):
        member(factories.city(name_pl="Zabrze"))
        html = read(client, CITIES)
        assert "map-city-dot" not in html
        assert names_in(html) == ["Zabrze"]


class TestTheCity:
    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_unknown_facts_are_shown_as_unknown(self, site_tree, client, language):
        factories.city(
            name_pl="Siedliszcze", slug="siedliszcze", kind="", county="", population=None
        )
        section = {"pl": "miasta", "en": "cities"}[language]
        html = read(client, f"/{language}/{section}/siedliszcze/")
        with override(language):
            # County, kind, population, size, membership of the association, functions.
            assert html.count(f'<span class="fact-box-value">{gettext("no data")}</span>') == 6
        assert "None" not in html

    def test_the_population_has_its_year_and_source(self, site_tree, client):
        city = factories.city(slug="zabrze", population=156_082)
        city.population_year, city.population_source = 2024, "GUS"
        city.save()
        html = read(client, "/en/cities/zabrze/")
        assert "156,082 residents" in html
        assert "2024, GUS" in html

    def test_a_source_without_a_year_says_so_in_the_readers_language(self, site_tree, client):
        factories.city(slug="zabrze", population_source="GeoNames (rok nieznany)")
        html = read(client, "/en/cities/zabrze/")
        assert "year unknown, GeoNames" in html
        assert "rok nieznany" not in html

    def test_it_shows_its_networks_with_role_and_date(self, site_tree, client):
        network = factories.translated_network(short_name="Cyfryzacja")
        member(factories.city(slug="zabrze"), network, role="observer")
        html = read(client, "/en/cities/zabrze/")
        assert network.english.short_name in html
        assert "observer" in html
        assert "since 20 April 2022" in html

    def test_it_shows_what_it_did_and_hosted_alone_or_as_a_partner(self, site_tree, client):
        city = factories.city(slug="zabrze")
        own = factories.practice(city=city, title="Ogrody deszczowe")

        def with_partner(page):
            page.partner_cities = [city]

        shared = factories.practice(title="Wspólne zakupy", fill=with_partner)
        meeting = factories.meeting(host_city=city, title="Spotkanie w Zabrzu")
        html = read(client, f"{CITIES}zabrze/")
        for page in (own, shared, meeting):
            assert f'href="{page.url}"' in html
        assert 'href="/pl/dobre-praktyki/?city=zabrze"' in html

    def test_it_leads_to_practices_from_cities_like_it(self, site_tree, client):
        factories.city(slug="zabrze", voivodeship="24", population=40_000)
        html = read(client, f"{CITIES}zabrze/")
        for query in ("size=20k_50k", "voivodeship=24", "city_kind=urban"):
            assert f'href="/pl/dobre-praktyki/?{query}"' in html
        assert 'href="/pl/miasta/?voivodeship=24"' in html

    def test_its_pictures_are_described_and_credited(self, site_tree, client):
        city = factories.city(slug="zabrze")
        tower = factories.image(alt_en="A winding tower", author="Jan Nowak")
        CityImage.objects.create(city=city, image=tower)
        html = read(client, "/en/cities/zabrze/")
        assert 'alt="A winding tower"' in html
        assert "Jan Nowak" in html

    def test_how_it_stands_in_a_programme_is_said(self, site_tree, client):
        programme = factories.programme(title="Rozwój Lokalny")
        city = factories.city(slug="zabrze")
        CityProgrammeStatus.objects.create(city=city, programme=programme, status="laureate")
        html = read(client, f"{CITIES}zabrze/")
        assert "Rozwój Lokalny" in html
        assert in_polish("laureate") in html

    def test_a_practice_for_members_only_is_not_counted_or_shown(self, site_tree, client):
        from base import access
        from base.models.records import Who

        hidden = factories.practice(city=factories.city(name_pl="Zabrze", slug="zabrze"))
        access.set_audience(hidden, Who.MEMBERS)
        assert names_in(read(client, CITIES)) == []
        assert hidden.title not in read(client, f"{CITIES}zabrze/")

    def test_the_language_switch_leads_to_the_same_city(self, site_tree, client):
        factories.city(slug="zabrze")
        html = read(client, f"{CITIES}zabrze/")
        assert 'hreflang="en" href="http' in html
        assert "/en/cities/zabrze/" in html

    def test_machines_read_the_city(self, site_tree, client):
        factories.city(name_pl="Zabrze", slug="zabrze", teryt="247801", latitude=50.3,
                       longitude=18.8)  # fmt: skip
        html = read(client, f"{CITIES}zabrze/")
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        (city,) = [data for data in map(json.loads, found) if data["@type"] == "City"]
        assert city["name"] == "Zabrze"
        assert city["geo"]["latitude"] == 50.3
        assert city["identifier"]["value"] == "247801"

    def test_an_unknown_city_is_not_found(self, site_tree, client):
        assert client.get(f"{CITIES}atlantyda/").status_code == 404

    def test_no_polish_word_of_the_description_stands_on_the_english_page(self, site_tree, client):
        factories.city(slug="zabrze", description_pl="<p>Miasto szybów.</p>")
        assert "Miasto szybów" in read(client, f"{CITIES}zabrze/")
        assert "Miasto szybów" not in read(client, "/en/cities/zabrze/")


class TestQueries:
    """How many questions a page asks does not depend on how much there is to show."""

    @pytest.mark.parametrize("address", [CITIES, f"{CITIES}zabrze/"])
    def test_their_number_does_not_grow_with_the_data(self, site_tree, client, address):
        network = factories.network()
        city = factories.city(slug="zabrze", latitude=50.3, longitude=18.8)

        def more():
            member(factories.city(latitude=51, longitude=20), network)
            factories.practice(city=city, networks=[network])
            factories.meeting(parent=network, host_city=city)

        more()
        member(city, network)
        read(client, address)
        few = queries_of(client, address)
        assert few <= 45
        for _ in range(3):
            more()
        read(client, address)
        assert queries_of(client, address) <= few
