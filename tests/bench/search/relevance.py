"""How well a search finds what was asked for: prints, asserts nothing.

Run by ``make bench-search``. The demo practices stand among 750 records of other matters; the
judged queries of ``tests/relevance`` are put to the engine and, on the same data in the same run,
to Wagtail's own search. Figures are means by kind of query, of the part the engine is tuned on and
of the part it is not. ``--queries`` prints the queries of the tuning part that go wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import mean

PROJECT = Path(__file__).resolve().parents[3]
DISTRACTORS = 750
FOUND = 30
KINDS_WITHOUT_ANSWER = {"nonsense"}

Search = Callable[[str], list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", action="store_true")
    parser.add_argument("--distractors", type=int, default=DISTRACTORS)
    arguments = parser.parse_args()
    sys.path[:0] = [str(PROJECT), str(PROJECT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    settings.SEARCH_ENCODER = "search.encoder.UniversalSentenceEncoder"

    from tests.template_database import CopiedDatabase

    database = CopiedDatabase(connections["default"])
    database.copy_template(renewal=None)
    try:
        furnish(arguments.distractors)
        names = _names()
        print(f"{len(set(names.values()))} practices\n")
        for name, search in (("Empirie", _engine(names)), ("Wagtail's own", _stock(names))):
            _report(name, search, show_queries=arguments.queries and name == "Empirie")
    finally:
        database.close()


def furnish(count: int) -> None:
    """The whole demo site, and the distractors through the importer."""
    from home.demo import loader
    from practices.models import PracticePage
    from practices.transfer.importing import import_practices
    from practices.transfer.planning import Options
    from registers.models import City
    from search.meaning import embed_pending
    from tests.relevance.records import distractors

    loader.load(lambda _what: None)
    named = set(PracticePage.objects.values_list("city__teryt", flat=True))
    cities = City.objects.order_by("teryt").exclude(teryt__in=named - {None})
    teryt = list(cities.values_list("teryt", flat=True))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "distractors.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for record in distractors(count, teryt):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        import_practices(path, Options(archival=True))
    for _made in embed_pending():
        pass


def _names() -> dict[int, str]:
    """The external id of each original by the ids of its pages in both languages."""
    from practices.models import PracticePage

    pages = PracticePage.objects.all()
    by_key = dict(pages.originals().values_list("translation_key", "external_id"))
    return {pk: by_key[key] for pk, key in pages.values_list("pk", "translation_key")}


def _engine(names: dict[int, str]) -> Search:
    from django.contrib.auth.models import AnonymousUser

    from search.finding import find, ordered

    def search(text: str) -> list[str]:
        found = find(text, AnonymousUser())
        documents = ordered(found.hits.having("type", ["practice"]), "")[:FOUND]
        return [names[document.page_id] for document in documents]

    return search


def _stock(names: dict[int, str]) -> Search:
    from practices.models import PracticePage

    def search(text: str) -> list[str]:
        pages = PracticePage.objects.filter(live=True).search(text)[: 2 * FOUND]
        return list(dict.fromkeys(names[page.pk] for page in pages))

    return search


def _report(name: str, search: Search, *, show_queries: bool) -> None:
    from tests.relevance.measures import ndcg, recall, reciprocal_rank
    from tests.relevance.records import PARTS, judged

    figures: dict[tuple[str, str], list[tuple[float, float, float, bool]]] = defaultdict(list)
    for one in judged():
        ranking = search(one.query)
        score = ndcg(ranking, one.grades)
        row = (
            score,
            recall(ranking, one.grades),
            reciprocal_rank(ranking, one.grades),
            not ranking,
        )
        figures[one.part, one.kind].append(row)
        if one.kind not in KINDS_WITHOUT_ANSWER:
            figures[one.part, "all"].append(row)
        if show_queries and one.part == "tuning" and score < 0.9:
            print(f"  {score:.2f} {one.kind}: {one.query} -> {', '.join(ranking[:4]) or 'nothing'}")
    for part in PARTS:
        print(f"{name}, {part} part    nDCG@10  recall@10   MRR   nothing found   queries")
        for kind in dict.fromkeys(kind for each, kind in figures if each == part):
            rows = figures[part, kind]
            means = [mean(column) for column in zip(*rows, strict=True)]
            print("  {:<22} {:>6.2f} {:>9.2f} {:>8.2f} {:>10.2f} {:>12}".format(
                kind, *means, len(rows)))  # fmt: skip
        print()


if __name__ == "__main__":
    main()
