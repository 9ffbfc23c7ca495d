"""A real browser against the real server: journeys in both languages, phone and desktop."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
WIDTHS = [320, 1280]
PASSWORD = "Dwanaście znaków i więcej"
# The longest that anything may take on a busy machine, in milliseconds.
PATIENCE = 20_000


def pytest_collection_modifyitems(items: list[Any]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=CHROMIUM or None,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )


@pytest.fixture(scope="module")
def site(django_db_setup: Any, django_db_blocker: Any) -> Iterator[str]:
    """The address of a running site with a page of every type; readers change nothing in it.

    Filled once a module and not once a test: it takes longer than a journey.
    """
    from pytest_django.live_server_helper import LiveServer

    from tests.whole_site import fill

    with django_db_blocker.unblock():
        with translation.override("pl"):
            fill()
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        django_db_setup.restore()


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page(request: Any, browser: Any) -> Iterator[Any]:
    """A page that remembers errors, foreign requests and cookies."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    opened = context.new_page()
    opened.problems = []
    opened.on("pageerror", lambda error: opened.problems.append(f"script: {error}"))
    opened.on(
        "console",
        lambda message: (
            opened.problems.append(f"console: {message.text}")
            if message.type == "error" and "the server responded with" not in message.text
            else None
        ),
    )
    opened.on(
        "request",
        lambda asked: (
            opened.problems.append(f"foreign: {asked.url}")
            if not asked.url.startswith(("http://localhost", "http://127.0.0.1", "data:"))
            else None
        ),
    )
    yield opened
    assert opened.problems == []
    assert context.cookies() == []
    context.close()


@pytest.fixture
def keeping(browser: Any, site: str, django_db_blocker: Any) -> Iterator[Any]:
    """A page of somebody who is signed in and keeps the site."""
    from tests import factories

    with django_db_blocker.unblock():
        client = Client()
        client.force_login(factories.administrator())
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
    yield context.new_page()
    context.close()


@pytest.fixture
def sign_in(browser: Any, site: str, django_db_blocker: Any) -> Iterator[Callable[..., Any]]:
    """Sign in by the form, each call a person and a session of their own; gives their first page.

    ``role`` is a role of :mod:`home.roles`, or nothing for somebody whose rights come from
    elsewhere, who is then given as ``user``.
    """
    from django.contrib.auth.models import Group

    from tests import factories

    contexts = []

    def begin(role: Any = None, *, user: Any = None) -> Any:
        with django_db_blocker.unblock():
            someone = user or factories.user()
            someone.set_password(PASSWORD)
            someone.save()
            if role is not None:
                someone.groups.add(Group.objects.get(name=role.name))
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="pl-PL")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{site}/admin/")
        page.get_by_label("Adres e-mail").fill(someone.email)
        page.get_by_label("Hasło").fill(PASSWORD)
        page.get_by_role("button", name="Zaloguj").click()
        page.get_by_role("navigation", name="Główne menu").wait_for()
        return page

    yield begin
    for context in contexts:
        for page in context.pages:
            # A form that is left says so to the server, which must still have its database.
            page.goto(f"{site}/pl/")
            page.wait_for_load_state("networkidle")
        context.close()


@pytest.fixture
def reading(browser: Any) -> Iterator[Any]:
    """A reader's telephone: nobody is signed in."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="pl-PL")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    assert context.cookies() == []
    context.close()
