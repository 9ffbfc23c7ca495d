"""The judged queries, and the records among which the demo practices are to be found."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
PARTS = ("tuning", "unseen")
SEED = 2026
# Every third record has no English, as in an archive that nobody has translated yet.
WITHOUT_ENGLISH = 3


class Judged(NamedTuple):
    """A query with the external ids of the practices that answer it and how well, from 1 to 3."""

    part: str
    kind: str
    query: str
    grades: dict[str, int]


def judged() -> list[Judged]:
    return [
        Judged(part, kind, query, grades)
        for part in PARTS
        for kind, queries in _read(f"{part}.yaml").items()
        for query, grades in queries
    ]


def distractors(count: int, cities: Sequence[str], seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Records as the importer takes them, of other matters and of these cities (TERYT) alone."""
    chosen = random.Random(seed)
    topics = _read("distractors.yaml")
    for number in range(count):
        topic = chosen.choice(topics)
        record = {
            "external_id": f"d{number}",
            "city": chosen.choice(cities),
            "tags": topic["tags"],
            "year": chosen.randint(2004, 2025),
            **_text(topic["pl"], chosen, number, ""),
        }
        if number % WITHOUT_ENGLISH:
            record |= _text(topic["en"], chosen, number, "_en")
        yield record


def _text(words: dict[str, Any], chosen: random.Random, number: int, suffix: str) -> dict[str, str]:
    sentences = chosen.sample(words["sentences"], 4)
    summary = " ".join(sentence.format(n=chosen.randint(12, 980)) for sentence in sentences)
    return {f"title{suffix}": f"{chosen.choice(words['titles'])} ({number})",
            f"summary{suffix}": summary}  # fmt: skip


def _read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
