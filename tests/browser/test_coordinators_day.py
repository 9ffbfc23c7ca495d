"""A coordinator's day: their own network, and nothing of others."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import translation
from playwright.sync_api import expect

from home.roles import MODERATORS
from networks.models import NetworkPage
from networks.models.network import NetworkPerson
from tests import factories

from . import writing
from .test_journeys import violations_of

NETWORK, MEETING = "Klimat – MIASTO ZIELONE", "Spotkanie w Żywcu"
OTHERS, THEIR_MEETING = "Zdrowie – MIASTO ZDROWE", "Spotkanie o szpitalach"


@pytest.fixture
def world(site: str, django_db_blocker: Any) -> SimpleNamespace:
    """Two networks with a meeting each, the coordinator of one, and a moderator."""
    with django_db_blocker.unblock(), translation.override("pl"):
        coordinator = factories.user(first_name="Karol", last_name="Przykładny")
        moderator = factories.user(first_name="Maria", last_name="Nowicka")
        moderator.groups.add(Group.objects.get(name=MODERATORS.name))
        network = NetworkPage.objects.originals().get(title=NETWORK)
        person = factories.person(user=coordinator, kind="coordinator")
        network.people.add(NetworkPerson(person=person, role="coordinator"))
        network.save_revision().publish()
        meeting = factories.meeting(parent=network, title=MEETING)
        others = factories.network(title=OTHERS, short_name="Zdrowie")
        theirs = factories.meeting(parent=others, title=THEIR_MEETING)
    return SimpleNamespace(
        coordinator=coordinator, moderator=moderator, meeting=meeting, theirs=theirs
    )


def test_a_coordinator_writes_of_their_own_network_and_asks_a_moderator(
    site, world, sign_in, postbox, reading
):
    coordinator = sign_in(user=world.coordinator)
    see_their_own_network_only(coordinator)
    open_their_meeting(coordinator)
    change_it(coordinator)
    mention_the_moderator(coordinator)
    recipients, message = postbox.get(timeout=20)
    assert recipients == [world.moderator.email]
    said = f"Karol Przykładny wspomina o Tobie w komentarzu do „{MEETING}”"
    assert message["Subject"].strip() == said
    assert f"/admin/pages/{world.meeting.pk}/edit/" in message.get_content()
    assert "czy adres się zgadza" in message.get_content()

    submit(coordinator)
    be_refused_the_page_of_others(coordinator, f"{site}/admin/pages/{world.theirs.pk}/edit/")

    moderator = sign_in(user=world.moderator)
    approve(moderator)
    reading.goto(f"{site}{world.meeting.url}")
    expect(reading.get_by_text("Dom Kultury, ul. Ogrodowa 1")).to_be_visible()


def see_their_own_network_only(page: Any) -> None:
    expect(page.get_by_role("heading", name=NETWORK)).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Zdrowie")
    assert violations_of(page) == ""


def open_their_meeting(page: Any) -> None:
    page.get_by_role("link", name="Spotkania przed nami").click()
    expect(page.get_by_role("link", name=MEETING, exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=THEIR_MEETING)).to_have_count(0)
    page.get_by_role("link", name=MEETING, exact=True).click()


def change_it(page: Any) -> None:
    page.get_by_role("textbox", name="Miejsce", exact=True).fill("Dom Kultury, ul. Ogrodowa 1")


def mention_the_moderator(page: Any) -> None:
    venue = writing.part(page, "Miejsce")
    venue.hover()
    venue.get_by_role("button", name="Dodaj komentarz").click()
    comment = page.locator("#comments")
    comment.get_by_role("textbox").fill("@Maria Nowicka, czy adres się zgadza?")
    comment.get_by_role("button", name="Skomentuj", exact=True).click()
    page.get_by_role("button", name="Zapisz szkic").first.click()
    expect(page.get_by_text("@Maria Nowicka, czy adres się zgadza?").first).to_be_visible()


def submit(page: Any) -> None:
    writing.press(page, "Wyślij do sprawdzenia")
    expect(page.get_by_text(f"Wysłano do sprawdzenia: „{MEETING}”")).to_be_visible()


def be_refused_the_page_of_others(page: Any, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("nie posiadasz uprawnień")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text(THEIR_MEETING)


def approve(page: Any) -> None:
    page.get_by_role("link", name=MEETING).first.click()
    expect(page.get_by_text("@Maria Nowicka, czy adres się zgadza?").first).to_be_attached()
    writing.press(page, "Zaakceptuj i opublikuj")
    expect(page.get_by_text(f"„{MEETING}”")).to_be_visible()
