"""Fields for pages offer to somebody only what the admin lists to them."""

import pytest
from django.test import Client
from django.urls import reverse

from base import access
from base.models.records import Who
from tests import factories

pytestmark = pytest.mark.django_db

CLOSED = "Cena zwoju"


@pytest.fixture
def closed(site_tree):
    """A closed meeting of somebody else's network."""
    meeting = factories.meeting(title=CLOSED)
    access.set_audience(meeting, Who.MEMBERS)
    return meeting


def client_of(someone):
    client = Client()
    client.force_login(someone)
    return client


def test_what_is_closed_is_offered_to_who_may_change_it(closed, admin_client):
    access.set_audience(draft := factories.meeting(title="Cena szkicu", published=False), "members")
    factories.meeting(title="Cena jawna")
    address = reverse("pick_options", args=["exchange", "meetingpage"])
    theirs = client_of(factories.editor(closed.get_parent()))
    stranger = client_of(factories.editor(factories.network()))

    def offered(client, query):
        options = client.get(address, {"q": query}).json()["options"]
        return sorted(option["label"] for option in options)

    for query in ("Cena", ""):
        assert offered(stranger, query) == ["Cena jawna"]
        assert offered(theirs, query) == ["Cena jawna", CLOSED]
        assert offered(admin_client, query) == ["Cena jawna", draft.title, CLOSED]


def test_a_closed_practice_is_not_offered_either(site_tree):
    access.set_audience(factories.practice(title=CLOSED), Who.MEMBERS)
    stranger = client_of(factories.editor(factories.network()))
    address = reverse("pick_options", args=["practices", "practicepage"])
    assert stranger.get(address, {"q": "Cena"}).json() == {"options": [], "more": False}
