"""A network's page: its cities of today and of before, and who looks after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from networks.models import Membership
from networks.models.network import NetworkPerson
from networks.templatetags.network_tags import members_of_network
from registers.models import Person
from tests import factories

TODAY = date(2026, 5, 14)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def it_is_today():
    with time_machine.travel("2026-05-14T10:00:00Z"):
        yield


@pytest.fixture
def network(site_tree):
    return factories.network()


def join(network, name: str, joined, left=None) -> None:
    city = factories.city(name_pl=name)
    Membership.objects.create(network=network, city=city, joined=joined, left=left)


def names(rows) -> list[str]:
    return [row.city.name_pl for row in rows]


def test_members_are_those_of_today_and_those_of_before(network):
    join(network, "Żory", TODAY)
    join(network, "Łomża", TODAY - 9 * DAY, TODAY)
    join(network, "Cieszyn", TODAY - 9 * DAY, TODAY - DAY)
    join(network, "Brzeg", TODAY + DAY)

    members = members_of_network(network)

    assert names(members["current"]) == ["Łomża", "Żory"]
    assert names(members["former"]) == ["Cieszyn"]
    current = Membership.objects.current()
    assert {row.pk for row in members["current"]} == set(current.values_list("pk", flat=True))


def test_a_city_that_came_back_is_not_an_earlier_member(network):
    join(network, "Brzeg", TODAY - 9 * DAY, TODAY - 5 * DAY)
    city = Membership.objects.get().city
    Membership.objects.create(network=network, city=city, joined=TODAY)

    members = members_of_network(network)

    assert (names(members["current"]), members["former"]) == (["Brzeg"], [])


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"active_from": TODAY, "active_to": TODAY},
        {"active_from": TODAY + DAY},
        {"active_to": TODAY - DAY},
        {"is_public": False},
        {"consent_on": None},
    ],
)
def test_the_page_shows_those_whom_the_list_of_people_does(network, client, fields):
    person = factories.person(name="Barbara Przykładna", **fields)
    network.people.add(NetworkPerson(person=person, role="coordinator"))
    network.save_revision().publish()

    shown = Person.objects.public().filter(pk=person.pk).exists()

    assert person.is_shown is shown
    assert (person.name in client.get(network.url).content.decode()) is shown
