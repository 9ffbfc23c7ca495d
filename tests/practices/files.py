"""Files of practices for the tests of import and export, and the import itself."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from practices.models import PracticePage
from practices.transfer.importing import import_practices
from practices.transfer.planning import Options
from practices.transfer.reporting import Line, Summary
from tests import factories

MINIMAL = {
    "external_id": "x1",
    "title": "Ogrody deszczowe",
    "summary": "Woda zostaje w mieście zamiast w kanale.",
    "city": "Zabrze",
    "tags": ["retencja"],
    "year": 2022,
    "title_en": "Rain gardens",
    "summary_en": "Water stays in the city instead of the sewer.",
}


def complete_record() -> dict:
    """Everything the domain asks of a full record, in Polish."""
    factories.network(external_id="n1")
    factories.funding_source(code="own", name_pl="Budżet miasta")
    factories.tag(name="seniorzy")
    cover = factories.image()
    story = ["challenge", "objectives", "solution", "results", "what_helped", "not_repeated"]
    return {
        **{name: f"Opis: {name}." for name in [*story, "transferability"]},
        "external_id": "x1",
        "title": "Dom otwarty",
        "lead": "Jedno zdanie.",
        "summary": "Miasto zrobiło coś, co inne miasto mogłoby powtórzyć. " * 7,
        "city": "Zabrze",
        "networks": "n1",
        "tags": ["seniorzy"],
        "kind": "service",
        "stage": "implemented",
        "start_year": 2021,
        "time_to_launch": "3_to_6_months",
        "difficulty": 2,
        "total_cost": "1 240 000,50 zł",
        "funding": [{"source": "Budżet miasta", "amount": 1_240_000.5}],
        "steps": [{"what": f"Krok {n}", "duration_months": n} for n in (1, 2, 3)],
        "indicators": [{"name": "Miejsca", "before": 0, "after": "42", "unit": "szt."}],
        "contact_name": "Anna Nowak",
        "contact_email": "a.nowak@zabrze.example.org",
        "unit": "Wydział Polityki Społecznej",
        "cover": cover.title,
    }


def json_lines(folder: Path, *records: dict[str, Any], name: str = "praktyki.jsonl") -> Path:
    path = folder / name
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def comma_separated(
    folder: Path, *rows: list[Any], delimiter: str = ";", encoding: str = "utf-8"
) -> Path:
    path = folder / "praktyki.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def workbook(folder: Path, *rows: list[Any], sheet: str = "Praktyki") -> Path:
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    path = folder / "praktyki.xlsx"
    book.save(path)
    return path


class Imported:
    """An import that was run: its summary and the report of each record."""

    def __init__(self, path: Path, **options: Any):
        self.lines: list[Line] = []
        wanted = Options(options.pop("publish", False), options.pop("archival", False))
        self.summary: Summary = import_practices(path, wanted, take=self.lines.append, **options)

    @property
    def line(self) -> Line:
        (line,) = self.lines
        return line

    @property
    def outcomes(self) -> list[str]:
        return [str(line.outcome) for line in self.lines]

    @property
    def problems(self) -> list[tuple[int, str]]:
        """(line, column) of everything that is wrong."""
        return [(line.number, each.column) for line in self.lines for each in line.problems]

    def message(self, column: str) -> str:
        return next(p.message for line in self.lines for p in line.problems if p.column == column)


def practice(external_id: str) -> PracticePage:
    return PracticePage.objects.originals().get(external_id=external_id)
