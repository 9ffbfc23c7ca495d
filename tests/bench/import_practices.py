"""How long an import of 10,000 practices takes, and how much memory: prints, asserts nothing.

Run by ``make bench``; ``python tests/bench/import_practices.py --rows 2000`` for a quicker look.
Two kinds of records are imported, each into an empty site: archival ones (the least that imports,
in both languages) and complete ones (every field and row in both languages, from the demo texts).
The aim is under 120 s, and never over 300 s.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
ROWS = 10_000
SEED = 2026
KINDS = ["archival", "complete"]
STORY = ["challenge", "objectives", "solution", "participation", "results", "what_helped",
         "not_repeated", "transferability"]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--only", choices=KINDS)
    arguments = parser.parse_args()
    if arguments.only is None:
        # A process of its own for each measurement, so that its peak of memory is its own.
        for kind in KINDS:
            again = [sys.executable, __file__, "--rows", str(arguments.rows), "--only", kind]
            subprocess.run(again, check=True)
        return
    _set_up_django()
    records = archival_records if arguments.only == "archival" else complete_records
    _measure(arguments.only, records, arguments.rows)


def _set_up_django() -> None:
    sys.path[:0] = [str(PROJECT), str(PROJECT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")


# --- Records ---


def archival_records(count: int) -> Iterator[dict[str, Any]]:
    """What an old competition's list has: title, abstract, city, tags and year."""
    texts, chosen = _demo_texts(), random.Random(SEED)
    cities, tags = _cities(), _tags()
    for number in range(count):
        words = chosen.choice(texts)
        english = chosen.choice([each for each in texts if each["en"]])["en"]
        yield {
            "external_id": f"a{number}",
            "title": f"{words['pl']['title'][:85]} {number}",
            "summary": _shuffled(words["pl"]["summary"], chosen),
            "city": chosen.choice(cities),
            "tags": [*chosen.sample(tags, 2), f"hasło {number % 50}"],
            "year": chosen.randint(2004, 2024),
            "title_en": f"{english['title'][:85]} {number}",
            "summary_en": _shuffled(english["summary"], chosen),
        }


def complete_records(count: int) -> Iterator[dict[str, Any]]:
    """Every field and row, the story in both languages: some 1,300 words a record."""
    texts = [each for each in _demo_texts() if each["en"] and each["en"].get("solution")]
    chosen = random.Random(SEED)
    cities, tags = _cities(), _tags()
    for number in range(count):
        words = chosen.choice(texts)
        polish, english = words["pl"], words["en"]
        yield {
            **_facts(words, number, chosen, cities, tags),
            **{name: _shuffled(polish.get(name) or "", chosen) for name in STORY},
            **{f"{name}_en": _shuffled(english.get(name) or "", chosen) for name in STORY},
            "title": f"{polish['title'][:85]} {number}",
            "title_en": f"{english['title'][:85]} {number}",
            "lead": polish["lead"],
            "lead_en": english["lead"],
            "summary": _shuffled(polish["summary"], chosen),
            "summary_en": _shuffled(english["summary"], chosen),
            "unit": polish["unit"],
            "unit_en": english["unit"],
            "steps": [_row(row, ["duration_months"]) for row in words["steps"]],
            "indicators": [_row(row, ["before", "after", "year"]) for row in words["indicators"]],
        }


def _facts(
    words: dict[str, Any], number: int, chosen: random.Random, cities: list[str], tags: list[str]
) -> dict[str, Any]:
    return {
        "external_id": f"c{number}",
        "city": chosen.choice(cities),
        "networks": chosen.sample(["n1", "n2", "n3"], 2),
        "tags": chosen.sample(tags, 4),
        "kind": words["kind"],
        "stage": "implemented",
        "start_year": chosen.randint(2004, 2024),
        "time_to_launch": words["time_to_launch"],
        "difficulty": words["difficulty"],
        "total_cost": chosen.randint(0, 4_000_000),
        "offers": words["offers"],
        "contact_name": f"Osoba {number % 2000}",
        "contact_email": f"osoba{number % 2000}@example.org",
        "cover": "okladka.png",
        "funding": [{"source": "own", "amount": chosen.randint(1, 400_000)}],
        "legal_basis": [
            {"kind": "council_resolution", "number": f"XX/{number}/20", "title_pl": "Uchwała"}
        ],
    }


def _row(row: dict[str, Any], facts: list[str]) -> dict[str, Any]:
    english = {f"{name}_en": text for name, text in (row.get("en") or {}).items()}
    return {**row["pl"], **english, **{name: row.get(name) for name in facts}}


def _shuffled(text: str, chosen: random.Random) -> str:
    """The same sentences in another order: no two records alike, all of them language."""
    sentences = text.split(". ")
    if not text.startswith("<"):
        chosen.shuffle(sentences)
    return ". ".join(sentences)


def _demo_texts() -> list[dict[str, Any]]:
    from home.demo.reading import read_folder

    return read_folder("practices")


def _cities() -> list[str]:
    from registers.models import City

    return list(City.objects.order_by("teryt").values_list("teryt", flat=True))


def _tags() -> list[str]:
    from registers.models import Tag

    return list(Tag.objects.order_by("name").values_list("name", flat=True))


# --- Measuring ---


def _measure(name: str, records: Callable[[int], Iterator[dict[str, Any]]], rows: int) -> None:
    import django

    django.setup()
    from django.db import connections

    from tests.template_database import CopiedDatabase

    database = CopiedDatabase(connections["default"])
    database.copy_template(renewal=None)
    try:
        _furnish()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "practices.jsonl"
            with path.open("w", encoding="utf-8") as file:
                for record in records(rows):
                    file.write(json.dumps(record, ensure_ascii=False, default=float) + "\n")
            size = path.stat().st_size / 1e6
            print(f"{name}: {rows} records, {size:.0f} MB", flush=True)
            _timed("import", path, rows)
            _timed("again, nothing changes", path, rows)
    finally:
        database.close()


def _furnish() -> None:
    """The frame of the site, the registers, three networks and a picture."""
    from django.core.files.base import ContentFile

    from home.demo import registers
    from home.structure import create_structure
    from registers.loading import load_cities
    from tests import factories

    create_structure()
    load_cities()
    registers.load()
    for code in ("n1", "n2", "n3"):
        factories.network(external_id=code)
    factories.image(file=ContentFile(factories.png(), name="okladka.png"))


def _timed(what: str, path: Path, rows: int) -> None:
    from practices.transfer.importing import import_practices
    from practices.transfer.planning import Options

    memory: list[int] = []
    begun, processor = time.monotonic(), time.process_time()
    summary = import_practices(
        path, Options(archival=True), progress=lambda done, total: memory.append(_resident())
    )
    seconds, processor = time.monotonic() - begun, time.process_time() - processor
    counts = ", ".join(f"{outcome} {count}" for outcome, count in summary.outcomes.items())
    print(
        f"  {what}: {seconds:.1f} s, of which {processor:.1f} s of this processor;"
        f" {rows / seconds:.0f} a second; {counts}\n"
        f"  memory: {memory[len(memory) // 5]:.0f} MB after a fifth, {memory[-1]:.0f} MB at the"
        f" end, at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB",
        flush=True,
    )


def _resident() -> float:
    """Megabytes of this process, now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
