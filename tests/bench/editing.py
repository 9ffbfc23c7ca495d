"""How long the editors' pages take on a large site: prints, asserts nothing.

Run by ``make bench``; ``python tests/bench/editing.py --rows 500`` for a quicker look. The site is
filled with complete practices in both languages, a part of them changed after their translation,
with links, barriers and readings; each page is asked ten times by an administrator.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import reading

ROWS = 10_000
TIMES = 10
BLOCKS = 50


def main() -> None:
    with reading.filled_site(__doc__, ROWS) as rows:
        article = _furnish()
        print(f"{rows} practices in both languages; milliseconds of {TIMES} requests each")
        client = _signed_in()
        for address in _addresses(article):
            print(_line(client, address), flush=True)
        print(_publication(article), flush=True)


def _furnish() -> Any:
    """What editors have to do: English older than the Polish, findings, links; a long article."""
    from django.db import connection

    from base.models import LanguageState
    from practices.models import PracticePage
    from tests import factories
    from workbench.models import Barrier, Finding, Link, LinkUse

    keys = PracticePage.objects.originals().values_list("translation_key", flat=True)
    LanguageState.objects.filter(translation_key__in=list(keys)[::5]).update(outdated=True)
    pages = list(PracticePage.objects.filter(live=True).values_list("pk", flat=True))
    Finding.objects.bulk_create(
        Finding(page_id=pk, barrier=Barrier.LINK_TEXT, words="tutaj") for pk in pages[::4]
    )
    links = Link.objects.bulk_create(
        Link(address=f"https://example.org/{n}", digest=str(n), host="example.org",
             state=Link.State.BROKEN if n % 10 == 0 else Link.State.WORKS)
        for n in range(5_000)
    )  # fmt: skip
    LinkUse.objects.bulk_create(
        LinkUse(link=link, page_id=pages[n % len(pages)]) for n, link in enumerate(links)
    )
    text = "<p>Miasto zbiera deszczówkę z dachów szkół i podlewa nią drzewa przy ulicach.</p>"
    article = factories.article(body=[("paragraph", text)] * BLOCKS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return article


def _signed_in() -> Any:
    from django.test import Client

    from tests import factories

    client = Client()
    client.force_login(factories.administrator())
    return client


def _addresses(article: Any) -> list[str]:
    from practices.models import PracticePage

    practice = PracticePage.objects.originals().filter(live=True).order_by("pk").first()
    return [
        "/admin/",
        "/admin/translations/",
        "/admin/translations/?stage=outdated",
        "/admin/practice_pages/",
        "/admin/practice_pages/?lacks=costs&live=true",
        "/admin/reports/barriers/",
        "/admin/reports/links/",
        "/admin/reports/images/",
        "/admin/reports/orphans/",
        f"/admin/pages/{practice.pk}/edit/",
        f"/admin/pages/{practice.english.pk}/edit/",
        f"/admin/pages/{article.pk}/edit/",
    ]


def _line(client: Any, address: str) -> str:
    from django.db import connection

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
        f"  {statistics.median(taken):6.0f} median {taken[-2]:6.0f} p90 {len(asked):4} queries"
        f"  {status} {address}"
    )


def _publication(article: Any) -> str:
    """Saving and publishing a body of many blocks, without the browser."""
    begun = time.perf_counter()
    article.save_revision().publish()
    return f"  {(time.perf_counter() - begun) * 1000:6.0f} to publish {BLOCKS} blocks"


if __name__ == "__main__":
    main()
