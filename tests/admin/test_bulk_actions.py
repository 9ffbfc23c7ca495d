"""Doing something to several at once names nothing to who may not be told of it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from base import access
from base.models.records import Who
from home.roles import EDITORS, MODERATORS, TRANSLATORS
from networks.models.network import NetworkPerson
from tests import factories
from tests.admin.forms import text_of

ACTIONS = ("delete", "move", "publish", "unpublish")
CLOSED, OPEN, THEIRS = "Poufne ustalenia", "Otwarte targi", "Nasze spotkanie"


@pytest.fixture(scope="module")
def world(shared):
    """A closed page and an open one, and a client of each role."""
    closed = factories.plain_page(title=CLOSED)
    access.set_audience(closed, Who.LEADERS)
    network = factories.network()
    coordinator = factories.person(user=factories.user(), kind="coordinator")
    network.people.add(NetworkPerson(person=coordinator, role="coordinator"))
    network.save_revision().publish()
    theirs = factories.meeting(parent=network, title=THEIRS)
    people = {"coordinator": coordinator.user, "administrator": factories.administrator()}
    for name, role in (("editor", EDITORS), ("translator", TRANSLATORS), ("moderator", MODERATORS)):
        people[name] = factories.user()
        people[name].groups.add(Group.objects.get(name=role.name))
    return {
        "pages": {CLOSED: closed, OPEN: factories.plain_page(title=OPEN), THEIRS: theirs},
        "people": people,
    }


def ask(world, who: str, action: str, *titles: str, data=None):
    client = Client()
    client.force_login(world["people"][who])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    asked = "&".join(f"id={world['pages'][title].pk}" for title in titles)
    send = client.get if data is None else client.post
    return send(f"{address}?{asked}", data or {})


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("who", ["coordinator", "translator"])
def test_a_closed_page_is_not_named_beside_an_open_one(world, who, action):
    response = ask(world, who, action, CLOSED, OPEN)

    assert response.status_code == 200
    assert OPEN in text_of(response)
    assert CLOSED not in response.content.decode()


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("who", ["coordinator", "translator"])
def test_a_closed_page_alone_is_as_if_it_were_not_there(world, who, action):
    assert ask(world, who, action, CLOSED).status_code == 404
    assert ask(world, who, action, CLOSED, data={}).status_code == 404


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("who", ["editor", "moderator", "administrator"])
def test_who_may_change_everything_is_told_of_everything(world, who, action):
    assert CLOSED in text_of(ask(world, who, action, CLOSED))


@pytest.mark.parametrize("action", ACTIONS)
def test_a_coordinator_is_told_of_their_own_and_does_nothing_to_it(world, action):
    access.set_audience(world["pages"][THEIRS], Who.MEMBERS)

    assert THEIRS in text_of(ask(world, "coordinator", action, THEIRS))
    ask(world, "coordinator", action, THEIRS, data={})

    page = world["pages"][THEIRS]
    assert type(page).objects.get(pk=page.pk).live


def test_a_closed_place_to_move_to_is_not_named(world):
    closed = world["pages"][CLOSED]
    mover = factories.editor(world["pages"][OPEN], "add_page", "change_page", "publish_page")
    moved = factories.plain_page(title="Do przeniesienia", parent=world["pages"][OPEN])
    world = {
        "people": {**world["people"], "mover": mover},
        "pages": {**world["pages"], "moved": moved},
    }

    response = ask(world, "mover", "move", "moved", data={"chooser": closed.pk})

    assert "Do przeniesienia" in text_of(response)
    assert CLOSED not in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "make"), [("image", factories.image), ("document", factories.document)]
)
def test_files_of_others_are_not_named(world, kind, make):
    file = make(title="Plan przetargu")
    address = reverse("wagtail_bulk_action", args=["base", f"custom{kind}", "delete"])
    client = Client()
    client.force_login(world["people"]["coordinator"])

    response = client.get(f"{address}?id={file.pk}")

    assert response.status_code == 404
