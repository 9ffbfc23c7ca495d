"""The list of people: those who agreed, by what they do, and nothing they did not agree to."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from networks.models.network import NetworkPerson
from tests import factories

pytestmark = pytest.mark.django_db


def people(client, language="pl", **parameters):
    address = {"pl": "/pl/ludzie/", "en": "/en/people/"}[language]
    response = client.get(address, parameters)
    assert response.status_code == 200
    return response.content.decode()


def queries_of(client):
    """How many questions the database is asked for the page."""
    with CaptureQueriesContext(connection) as asked:
        people(client)
    return len(asked)


def test_those_who_agreed_are_shown_by_what_they_do(site_tree, client):
    factories.person(name="Anna Ekspercka", kind="expert")
    factories.person(name="Jan Koordynator", kind="coordinator")
    html = people(client, "en")
    assert html.index("Coordinators") < html.index("Jan Koordynator") < html.index("Experts")
    assert html.index("Experts") < html.index("Anna Ekspercka")


@pytest.mark.parametrize(
    "fields",
    [
        {"is_public": False},
        {"consent_on": None},
        {"active_to": date(2020, 1, 1)},
        {"active_from": date(2999, 1, 1)},
    ],
    ids=["not public", "no consent", "no longer active", "not active yet"],
)
def test_nobody_is_shown_without_consent_or_out_of_office(site_tree, client, fields):
    factories.person(name="Maria Ukryta", **fields)
    assert "Maria Ukryta" not in people(client)


def test_addresses_and_phones_are_never_there(site_tree, client):
    factories.person(
        name="Anna Ekspercka", email="anna@miasto.example.org", phone="+48 61 555 01 02"
    )
    html = people(client)
    assert "Anna Ekspercka" in html
    assert "anna@miasto" not in html
    assert "555 01 02" not in html


def test_a_theme_narrows_to_those_who_stand_for_it_or_a_narrower_one(site_tree, client):
    climate = factories.theme(code="climate")
    water = factories.theme(code="water", parent=climate)
    for name, theme in (("Ewa Wodna", water), ("Ewa Klimat", climate), ("Ewa Inna", None)):
        person = factories.person(name=name)
        if theme:
            person.themes.add(theme)
    html = people(client, theme="climate")
    assert "Ewa Wodna" in html
    assert "Ewa Klimat" in html
    assert "Ewa Inna" not in html
    assert "Ewa Klimat" not in people(client, theme="water")


def test_a_role_in_an_open_network_is_said_and_in_a_closed_one_is_not(site_tree, client):
    person = factories.person(name="Jan Koordynator", kind="coordinator")
    for short_name, access in (("Sieć jawna", "open"), ("Sieć zamknięta", "closed")):
        network = factories.network(short_name=short_name, access=access)
        network.people = [NetworkPerson(person=person, role="coordinator")]
        network.save_revision().publish()
    html = people(client)
    assert "Sieć jawna" in html
    assert "Sieć zamknięta" not in html


def test_what_is_said_of_somebody_is_in_the_readers_language_or_not_at_all(site_tree, client):
    factories.person(name="Anna Ekspercka", bio_pl="Zajmuje się wodą.", function_en="water expert")
    html = people(client, "en")
    assert "water expert" in html
    assert "Zajmuje się wodą" not in html


def test_an_empty_list_leads_on(site_tree, client):
    assert 'class="empty-state"' in people(client)


def test_the_number_of_queries_does_not_grow_with_the_people(site_tree, client):
    def more():
        city = factories.city()
        factories.person(city=city, photo=factories.image(), consent_on=date(2026, 1, 5))

    more()
    people(client)
    few = queries_of(client)
    assert few <= 35
    for _ in range(3):
        more()
    people(client)
    assert queries_of(client) <= few
