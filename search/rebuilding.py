"""The whole index made anew, while readers search the old documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import connection

from .expansion import keep_all
from .indexing import VERSION
from .keeping import all_keys, batches, index_keys
from .lexicon import forget
from .models import SearchDocument
from .phrases import keep_registers


def is_outdated() -> bool:
    """Whether there are documents that an earlier way of indexing made."""
    return SearchDocument.objects.exclude(version=VERSION).exists()


def rebuild() -> Iterator[tuple[int, int]]:
    """Index everything anew and remove what is left over; yields (done, all) as it goes.

    Each batch is a transaction: until it ends, its old documents are found, and then its new ones.
    """
    begun = _today()
    keep_all()
    keys = all_keys()
    done = 0
    for batch in batches(keys):
        index_keys(batch)
        done += len(batch)
        yield done, len(keys)
    keep_registers()
    # Again, since what was published meanwhile has been indexed by others.
    SearchDocument.objects.exclude(key__in={*keys, *all_keys()}).delete()
    forget(before=begun)


def _today() -> date:
    """By the database's clock, which dates the words."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_date")
        return cursor.fetchone()[0]
