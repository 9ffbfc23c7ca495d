"""What is searched for, counted, so that it can be suggested and shows which words are missing.

Kept are folded words, a language, how often, on how many days and how much was found: no address,
no user, no single searches beyond a month. Words that look like somebody's data are not kept.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils import timezone

from base.languages import active_language
from readership.middleware import note_search

from .analysis.folding import plain
from .meaning import NEAREST
from .models import AskedWords
from .phrases import folded_words

if TYPE_CHECKING:
    from django.http import HttpRequest

    from .finding import Found

# Asked on fewer days, words are nobody's but one person's: neither suggested nor kept for long.
DAYS_TO_SUGGEST = 3
SINGLE_KEPT_FOR = timedelta(days=30)
LONGEST = AskedWords._meta.get_field("text").max_length or 0
# E-mail addresses; telephone, identity and account numbers.
_PERSONAL = re.compile(r"@|(?:\d[\s-]?){5}")

# Of spellings that fold to the same words the one with most Polish letters is shown.
_COUNT = """
    INSERT INTO search_askedwords AS known
        (language, folded, text, times, days, last_day, found, best_id)
    SELECT %(language)s, %(folded)s, %(text)s, 1, 1, %(today)s, %(found)s,
        (SELECT id FROM search_searchdocument WHERE id = %(best)s)
    ON CONFLICT (language, folded) DO UPDATE SET
        times = known.times + 1,
        days = known.days + (known.last_day <> excluded.last_day)::int,
        last_day = excluded.last_day,
        found = excluded.found,
        best_id = excluded.best_id,
        text = CASE WHEN octet_length(excluded.text) > octet_length(known.text)
            THEN excluded.text ELSE known.text END"""


def may_be_kept(text: str) -> bool:
    """Whether the words are short and say nothing about a person."""
    return bool(folded_words(text)) and len(text) <= LONGEST and not _PERSONAL.search(text)


def count(request: HttpRequest, found: Found, number: int, best: int | None) -> None:
    """Count a search, after the request's own work is done: the list never waits, or fails, for it.

    What only its meaning found does not count as found. Only words alone are counted, on their
    first page: filters and pages follow from a search. That there was one is told to the
    readership, whatever its words.
    """
    if set(request.GET) != {"q"} or found.query.is_empty:
        return
    note_search(request)
    text = plain(" ".join(found.query.text.split()))
    if not may_be_kept(text):
        return
    if number <= NEAREST:
        number = int((~found.hits.by_meaning).sum())
    counted = {
        "language": active_language(),
        "folded": " ".join(folded_words(text))[:LONGEST],
        "text": text,
        "today": timezone.localdate(),
        "found": number,
        "best": best,
    }

    def write() -> None:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, counted)

    transaction.on_commit(write, robust=True)


def prune() -> int:
    """Forget what was asked on fewer than three days and not within the last thirty."""
    before = timezone.localdate() - SINGLE_KEPT_FOR
    single = AskedWords.objects.filter(days__lt=DAYS_TO_SUGGEST, last_day__lt=before)
    return single.delete()[0]
