"""An import with errors, as a moderator does it with the keyboard: looked at, repaired, undone."""

from __future__ import annotations

import json

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from practices.models import PracticePage
from tests import factories
from tests.practices.files import MINIMAL

from .test_journeys import violations_of

WIDTH = {"width": 360, "height": 800}


@pytest.fixture
def server(transactional_db):
    from home.structure import create_structure

    create_structure()
    factories.city(name_pl="Zabrze", slug="zabrze", teryt="247801")
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def signed_in(browser, server):
    client = Client()
    client.force_login(factories.administrator())
    context = browser.new_context(viewport=WIDTH, locale="pl-PL")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server}])
    yield context.new_page()
    context.close()


def test_a_misspelt_city_is_repaired_imported_and_undone(signed_in, server, tmp_path):
    page = signed_in
    table = tmp_path / "praktyki.jsonl"
    table.write_text(json.dumps({**MINIMAL, "city": "Zabzre"}), encoding="utf-8")
    page.goto(f"{server}/admin/practice_imports/new/")
    page.locator("input[type=file]").set_input_files(table)
    page.get_by_label("jako archiwalne").check()
    page.get_by_role("button", name="Wgraj i sprawdź").click()
    page.get_by_role("heading", name="Do przejrzenia").wait_for()
    assert violations_of(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    choice = page.get_by_label("Zamiast „Zabzre”", exact=True)
    choice.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Zapisz wybory i sprawdź ponownie").press("Enter")
    page.get_by_role("heading", name="Dokonane wybory").wait_for()
    page.get_by_role("button", name="Importuj teraz").press("Enter")
    page.get_by_role("link", name=MINIMAL["title"]).wait_for()
    assert PracticePage.objects.originals().get().city.name_pl == "Zabrze"
    page.get_by_role("link", name="Cofnij import").press("Enter")
    page.get_by_role("button", name="Tak, cofnij import").press("Enter")
    page.get_by_text("Cofnięty", exact=False).first.wait_for()
    assert not PracticePage.objects.exists()
    assert violations_of(page) == ""
