"""How long the pages readers ask for most take on a large site: prints, asserts nothing.

Run by ``make bench``; ``python tests/bench/reading.py --rows 500`` for a quicker look. The site is
filled with complete practices in both languages; each page is asked twenty times in one process,
without a server or a cache of pages before it, and then no longer by the database's first use.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import import_practices as filling

ROWS = 3_000
TIMES = 20


def main() -> None:
    with filled_site(__doc__, ROWS) as rows:
        print(f"{rows} practices in both languages; milliseconds of {TIMES} requests each")
        for address in _addresses():
            print(_line(address), flush=True)


@contextmanager
def filled_site(description: str | None, default: int) -> Iterator[int]:
    """Within it Django's database is one of its own with as many practices as ``--rows`` says."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rows", type=int, default=default)
    rows = parser.parse_args().rows
    filling._set_up_django()
    import django

    django.setup()
    from django.db import connections

    from tests.template_database import CopiedDatabase

    database = CopiedDatabase(connections["default"])
    database.copy_template(renewal=None)
    try:
        _fill(rows)
        yield rows
    finally:
        database.close()


def _fill(rows: int) -> None:
    from django.db import connection

    from practices.transfer.importing import import_practices
    from practices.transfer.planning import Options

    filling._furnish()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practices.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for record in filling.complete_records(rows):
                file.write(json.dumps(record, ensure_ascii=False, default=float) + "\n")
        import_practices(path, Options(archival=True))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _addresses() -> list[str]:
    from django.utils import translation

    from practices.models import PracticePage

    practice = PracticePage.objects.originals().filter(live=True).order_by("pk").first()
    with translation.override("en"):
        english = practice.english.url
    return [
        "/pl/",
        "/en/",
        "/pl/dobre-praktyki/",
        "/en/good-practices/",
        "/pl/dobre-praktyki/?q=retencji",
        "/pl/dobre-praktyki/?size=20k_50k&stage=implemented",
        "/pl/szukaj/?q=retencji+w+Gorzowie",
        "/en/search/?q=water+retention",
        practice.url,
        english,
        "/pl/miasta/",
        "/sitemap.xml",
    ]


def _line(address: str) -> str:
    from django.db import connection
    from django.test import Client

    client = Client()
    status = client.get(address).status_code
    asked: list[str] = []

    def note(execute: Any, statement: str, *rest: Any) -> Any:
        asked.append(statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(note):
        client.get(address)
    taken = []
    for _time in range(TIMES):
        begun = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return (
        f"  {statistics.median(taken):6.0f} median {taken[-2]:6.0f} p95 {len(asked):4} queries"
        f"  {status} {address}"
    )


if __name__ == "__main__":
    main()
