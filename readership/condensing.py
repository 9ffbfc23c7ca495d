"""Old days made into months: what was read on one Tuesday years ago nobody asks."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from .models import Downloads, PageViews, Searches

# What is counted by, besides the day.
_KEYS = {
    PageViews: "translation_key, language",
    Searches: "language",
    Downloads: "document_id",
}


def first_day_by_day() -> date:
    """Since when days are kept one by one; what is older are months."""
    this_month = timezone.localdate().replace(day=1)
    return this_month - relativedelta(months=settings.READERSHIP_MONTHS_BY_DAY)


@transaction.atomic
def condense() -> int:
    """Add the days of old months to their first day; how many rows that took away.

    Done again, or after a day has come late, it changes nothing else: the first days stay.
    """
    gone = 0
    for model, keys in _KEYS.items():
        with connection.cursor() as cursor:
            # Nobody waits for it.
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute(
                f"""
                WITH days AS (
                    DELETE FROM {model._meta.db_table}
                    WHERE day < %s AND day <> date_trunc('month', day)::date
                    RETURNING *
                ), months AS (
                    INSERT INTO {model._meta.db_table} AS known (day, {keys}, number)
                    SELECT date_trunc('month', day)::date, {keys}, sum(number)
                    FROM days GROUP BY 1, {keys}
                    ON CONFLICT (day, {keys}) DO UPDATE SET number = known.number + excluded.number
                )
                SELECT count(*) FROM days""",
                [first_day_by_day()],
            )
            gone += cursor.fetchone()[0]
    return gone
