"""Every address of the admin answers each role as the table of rights says."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.base import Template
from django.test import Client

from tests.admin.addresses import ALLOWED, LOGIN, REFUSED, addresses_of_the_admin, answer
from tests.admin.rights import AREAS, DOCUMENT, FAIL_WITHOUT_DATA, ROLES, SIGNING_OUT, document
from tests.admin.world import make_world, url_of

pytestmark = pytest.mark.django_db

ANONYMOUS = "-"


@pytest.fixture(scope="module")
def world(shared: Any) -> Any:
    return make_world()


@pytest.fixture(scope="module")
def clients(world: Any) -> dict[str, Client]:
    """A client of each role by its letter, and one of nobody."""
    made = {ANONYMOUS: Client(raise_request_exception=False)}
    for letter, user in world.people.items():
        made[letter] = Client(raise_request_exception=False)
        made[letter].force_login(user)
    return made


def test_every_address_has_a_row():
    known = {address for area in AREAS for address in area.addresses}
    addresses = {address.name for address in addresses_of_the_admin()}
    assert addresses - known == set(), "Put these addresses into tests/admin/rights.py."
    assert known - addresses == set(), "The admin has no such addresses any more."


def expected(area: Any, letter: str) -> str:
    if letter in area.who:
        return ALLOWED
    if area.name == SIGNING_OUT:
        return LOGIN
    # Whom the admin does not know is asked to sign in; whom it knows is told "no".
    return LOGIN if letter in (ANONYMOUS, "S") else REFUSED


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_each_role_opens_what_the_table_says(area, world, clients, monkeypatch):
    # What a page looks like is asked elsewhere, and takes most of the time.
    monkeypatch.setattr(Template, "render", lambda self, context: "")
    wrong = []
    for address in addresses_of_the_admin():
        if address.name not in area.addresses:
            continue
        url = url_of(address, world, area.place)
        for letter, client in clients.items():
            given = answer(client, url)
            if given.startswith("error") and address.name in FAIL_WITHOUT_DATA:
                given = ALLOWED
            if given != expected(area, letter):
                wrong.append(f"{address.name} ({url}), {ROLES.get(letter, letter)}: {given}")
    assert not wrong, "\n".join(wrong)


def test_the_document_says_what_the_table_says():
    assert DOCUMENT.read_text(encoding="utf-8") == document()
