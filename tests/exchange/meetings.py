"""Meetings on given days, and reading what is said of them."""

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.models import AgendaItem
from tests import factories


def read(client, address, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, address
    return response.content.decode()


def queries_of(client, address):
    """How many questions the database is asked for a page."""
    with CaptureQueriesContext(connection) as asked:
        read(client, address)
    return len(asked)


def meeting_on(year, month, day, *, hours=5, **fields):
    """A meeting that begins at nine o'clock, universal time."""
    start = datetime(year, month, day, 9, 0, tzinfo=UTC)
    return factories.meeting(start=start, end=start + timedelta(hours=hours), **fields)


def translated_meeting(**fields):
    """A meeting in Polish whose network has its English, so that it can be translated."""
    network = factories.translated_network(short_name="Cyfryzacja")
    return factories.meeting(parent=network, **fields)


def with_agenda(page, *items):
    page.agenda = [AgendaItem(locale=page.locale, **item) for item in items]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)
