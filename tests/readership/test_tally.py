"""What is counted in memory is written together, and kept while it cannot be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import OperationalError, connection

from readership.models import PageViews
from readership.tally import tally

pytestmark = pytest.mark.django_db

KEY = uuid4()


def test_threads_lose_nothing():
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: tally.add_view(KEY, "pl"), range(2000)))
    tally.write()
    assert PageViews.objects.get().number == 2000


def test_readers_do_not_write_one_by_one():
    tally.add_view(KEY, "pl")
    tally.write()
    for _ in range(5):
        tally.add_view(KEY, "pl")
        tally.write_if_due()
    assert PageViews.objects.get().number == 1


def test_while_the_database_is_down_numbers_are_kept():
    tally.add_view(KEY, "pl")

    def refuse(execute, sql, params, many, context):
        if "INSERT" in sql:
            raise OperationalError("the server is gone")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        tally.write()
    assert not PageViews.objects.exists()
    tally.add_view(KEY, "pl")
    tally.write()
    assert PageViews.objects.get().number == 2
