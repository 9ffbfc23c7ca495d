"""How fast the search answers as the documents grow: prints, asserts nothing.

Run by ``make bench-search``. The demo site and the distractors of the relevance set are there;
their documents, phrases and vectors are copied in the database until there are as many as asked
for. Every judged query is then put once, uncached, as the practice list puts it: found, the first
page read, every facet counted. ``words`` is without meaning, ``all`` with it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
SIZES = (3_000, 30_000, 100_000)
PREFIXES = ("wod", "rewit", "gorz", "bud", "szk", "ener", "sen", "trans", "pa", "lodz")
WIDTH = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    sizes = sorted(parser.parse_args().sizes)
    sys.path[:0] = [str(PROJECT), str(PROJECT / "site"), str(Path(__file__).parent)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections
    from relevance import DISTRACTORS, furnish

    from tests.template_database import CopiedDatabase

    settings.SEARCH_ENCODER = "search.encoder.UniversalSentenceEncoder"
    database = CopiedDatabase(connections["default"])
    database.copy_template(renewal=None)
    try:
        furnish(DISTRACTORS)
        _indexing()
        rows = []
        for size in sizes:
            _grow(size)
            rows.append((size, *_measured()))
        print("\ndocuments   words p50  p95   all p50  p95   suggestions p95   memory")
        for size, words, whole, suggested, memory in rows:
            print(
                f"{size:>9}   {words[0]:>8.0f} {words[1]:>5.0f}   {whole[0]:>6.0f} {whole[1]:>5.0f}"
                f"   {suggested[1]:>10.0f} ms   {memory:>6.0f} MB"
            )
        _drawn([(size, words[1], whole[1]) for size, words, whole, *_ in rows])
    finally:
        database.close()


def _indexing() -> None:
    from practices.models import PracticePage
    from search.bulk import index_pages

    keys = list(PracticePage.objects.originals().values_list("translation_key", flat=True))
    begun = time.perf_counter()
    index_pages(keys)
    print(f"indexing: {len(keys) / (time.perf_counter() - begun):.0f} documents a second")


def _grow(size: int) -> None:
    """Copy practices, with their pages and all that is kept of them, until there are ``size``.

    The pages are rows without practices: enough to ask who may see them.
    """
    from django.db import connection
    from wagtail.models import Page

    from base.models import Audience
    from search.models import Embedding, PhraseStart, SearchDocument, WordVector

    practices = SearchDocument.objects.filter(type="practice")
    missing = size - practices.count()
    if missing <= 0:
        return
    documents = _columns(SearchDocument, without={"id", "key", "page_id"})
    pages = _columns(Page, without={"id", "path", "slug", "translation_key"})
    copied = {
        WordVector: _columns(WordVector, without={"document_id"}),
        Embedding: _columns(Embedding, without={"id", "document_id"}),
        PhraseStart: _columns(PhraseStart, without={"id", "document_id"}),
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE copy AS SELECT source.id AS source, source.page_id AS original,"
            " nextval(pg_get_serial_sequence('wagtailcore_page', 'id')) AS page,"
            " nextval(pg_get_serial_sequence('search_searchdocument', 'id')) AS id,"
            " gen_random_uuid() AS identity FROM generate_series(1, %s) AS number"
            " JOIN (SELECT id, page_id, row_number() OVER () - 1 AS place, count(*) OVER () AS n"
            " FROM search_searchdocument WHERE type = 'practice' AND page_id IS NOT NULL)"
            " AS source ON source.place = number %% source.n",
            [missing],
        )
        cursor.execute(
            f"INSERT INTO wagtailcore_page (id, path, slug, translation_key, {pages})"
            f" SELECT page, 'copy' || page, 'copy-' || page, identity, {pages}"
            " FROM copy JOIN wagtailcore_page AS source ON source.id = original"
        )
        cursor.execute(
            f"INSERT INTO {Audience._meta.db_table} (translation_key, page_id, who, changed_at)"
            " SELECT identity, page, 'public', now() FROM copy"
        )
        cursor.execute(
            f"INSERT INTO search_searchdocument (id, key, page_id, {documents}) SELECT copy.id,"
            f" 'page:' || identity, copy.page, {documents}"
            " FROM copy JOIN search_searchdocument AS d ON d.id = source"
        )
        for model, columns in copied.items():
            table = model._meta.db_table
            cursor.execute(
                f"INSERT INTO {table} (document_id, {columns}) SELECT copy.id, {columns}"
                f" FROM copy JOIN {table} AS d ON d.document_id = source"
            )
        cursor.execute("UPDATE search_embedding SET made_at = now()")
        cursor.execute("DROP TABLE copy")
        for model in (Page, Audience, SearchDocument, *copied):
            cursor.execute(f"VACUUM ANALYZE {model._meta.db_table}")


def _columns(model: type, *, without: set[str]) -> str:
    columns = (field.column for field in model._meta.fields)  # type: ignore[attr-defined]
    return ", ".join(column for column in columns if column not in without)


def _measured() -> tuple[tuple[float, float], tuple[float, float], tuple[float, float], float]:
    """Milliseconds (median, 95th percentile) of words, of all, of suggestions; megabytes."""
    from django.contrib.auth.models import AnonymousUser

    from search import encoder, meaning
    from search.suggestions import suggest
    from tests.relevance.records import judged

    user = AnonymousUser()
    queries = [each.query for each in judged()]
    meaning._vectors.any()  # reads them, as the first query of a process does
    for query in queries[:5]:
        _searched(query)
    whole = _times(_searched, queries)
    kept, encoder.encoder_class = encoder.encoder_class, lambda: None  # type: ignore[assignment]
    vectors, meaning._vectors = meaning._vectors, meaning.Vectors()
    meaning.encoder_class = encoder.encoder_class
    words = _times(_searched, queries)
    meaning._vectors, encoder.encoder_class = vectors, kept
    meaning.encoder_class = kept
    suggested = _times(lambda text: suggest(text, user, "pl"), list(PREFIXES) * 5)
    return words, whole, suggested, _memory()


def _searched(text: str) -> None:
    from django.contrib.auth.models import AnonymousUser
    from django.http import QueryDict

    from search.facets import FACETS, NOT_LISTED, Choices
    from search.finding import find, ordered

    hits = find(text, AnonymousUser()).hits.having("type", ["practice"])
    ordered(hits, "")[:12]
    chosen = Choices(QueryDict(""))
    chosen.apply(hits).counted([each.column for each in FACETS if each.name not in NOT_LISTED])


def _times(action: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    times = []
    for text in texts:
        begun = time.perf_counter()
        action(text)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def _memory() -> float:
    """What this process holds, in megabytes: resident, files it shares with others included."""
    with open("/proc/self/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Rss:")) / 1024


def _drawn(points: list[tuple[int, float, float]]) -> None:
    largest = max(value for _size, *values in points for value in values)
    print("\np95 by documents")
    for size, words, whole in points:
        for name, value in (("words", words), ("all", whole)):
            bar = "#" * max(1, round(WIDTH * value / largest))
            print(f"{size:>9} {name:<6}{bar} {value:.0f} ms")


if __name__ == "__main__":
    main()
