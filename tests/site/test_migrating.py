"""A migration may take longer than production lets a reader's statement take."""

import pytest
from django.core.management import call_command
from django.db import connection


@pytest.mark.django_db
def test_migrating_lifts_the_limit_of_time():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 5000")
        call_command("migrate", verbosity=0)
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
