"""What every test may rely on: a filled site, Polish as the language, work done after commits."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, TestCase
from django.utils import translation

from tests.smtp import listening

# Imported, not named as a plugin: a fixture of this file comes before pytest-django's own.
from tests.template_database import django_db_setup as django_db_setup


@pytest.fixture(autouse=True)
def polish_and_no_memory() -> Iterator[None]:
    """Every test begins in Polish, with empty caches, whatever the one before it left."""
    from search.columns import kept  # needs apps

    cache.clear()
    kept.forget()
    with translation.override("pl"):
        yield


@pytest.fixture(scope="session")
def _structure_in_the_database(django_db_setup: Any, django_db_blocker: Any) -> None:
    """The frame of the site, committed once a process, also for tests after those with real
    transactions: making it takes longer than most tests.
    """
    from home.structure import create_structure

    with django_db_blocker.unblock(), translation.override("pl"):
        create_structure()
        django_db_setup.keep()


@pytest.fixture
def site_tree(_structure_in_the_database: None, db: None) -> Any:
    """The Polish home page, with both languages' index pages below the homes."""
    from home.structure import create_structure

    return create_structure()


@pytest.fixture(scope="session")
def commit() -> Any:
    """``with commit(): …`` does after its end what a real transaction does after its commit.

    Translations are published and documents indexed there.
    """

    def block() -> AbstractContextManager[Any]:
        return TestCase.captureOnCommitCallbacks(execute=True)

    return block


@pytest.fixture(scope="module")
def shared(_structure_in_the_database: None, django_db_blocker: Any) -> Iterator[Any]:
    """A transaction around all tests of a module: what its own module fixtures make is made once.

    Each test is rolled back to it, in the database; what it was given in memory it must read
    again before changing it.
    """
    from home.structure import create_structure

    with django_db_blocker.unblock(), translation.override("pl"):
        # A module of browser tests before this one may have put a new database below it.
        if connection.connection is not None and not connection.is_usable():
            connection.close()
        with transaction.atomic():
            yield create_structure()
            transaction.set_rollback(True)


@pytest.fixture
def administrator(db: None) -> Any:
    from tests import factories

    return factories.administrator()


@pytest.fixture
def editor(site_tree: Any) -> Any:
    """Somebody who may edit and publish every Polish page, and no English one."""
    from tests import factories

    return factories.editor(site_tree)


@pytest.fixture
def member(db: None) -> Any:
    """Somebody who is signed in and has no right at all."""
    from tests import factories

    return factories.user()


@pytest.fixture
def admin_client(administrator: Any) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


@pytest.fixture
def member_client(member: Any) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def postbox(settings: Any) -> Iterator[queue.Queue]:
    """A mail server of its own; each message that arrives, with those it was sent to."""
    with listening() as (port, arrived):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield arrived
