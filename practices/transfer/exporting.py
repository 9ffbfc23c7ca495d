"""The export: every practice with every field, rows and both languages, to be imported again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import reset_queries
from django.db.models import Count, Max
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from base.formulas import made_safe

from ..models import PracticePage
from .columns import COLUMNS, RELATIONS, Column, Kind, Relation
from .lookups import Lookups, file_name, network_name
from .reading import SHEET, FileProblem
from .stored import Stored, as_stored
from .values import joined, text_of

BATCH = 250
# Characters in a cell, by the specification of Excel.
LONGEST_IN_EXCEL = 32_767

Write = Callable[[Stored], None]


def export_practices(path: Path) -> int:
    """Write every original, published or not; returns how many. Raises :class:`FileProblem`."""
    writers = {".xlsx": _workbook, ".csv": _comma_separated, ".jsonl": _json_lines}
    if path.suffix.lower() not in writers:
        raise FileProblem(_("Only .xlsx, .csv and .jsonl files can be written."))
    count = 0
    lookups = Lookups()
    with writers[path.suffix.lower()](path, lookups) as write:
        for stored in _practices(lookups):
            write(stored)
            count += 1
    return count


def _practices(lookups: Lookups) -> Iterator[Stored]:
    """In the order of the tree, a batch at a time."""
    after = ""
    originals = PracticePage.objects.originals().order_by("path")
    originals = originals.select_related("city", "contact", "expert", "cover__collection")
    while pages := list(originals.filter(path__gt=after)[:BATCH]):
        yield from as_stored(pages, lookups)
        after = pages[-1].path
        reset_queries()


# --- Names of records ---


def _named(value: Any, column: Column, lookups: Lookups) -> Any:
    """The value with records called by what the import finds them by."""
    kind = column.kind
    if value is None:
        return None
    if kind is Kind.CITY:
        return lookups.city_name(value)
    if kind is Kind.CITIES:
        return [lookups.city_name(city) for city in value]
    if kind is Kind.NETWORKS:
        return [network_name(page) for page in value]
    if kind is Kind.TAGS:
        return [tag.name for tag in value]
    if kind is Kind.FUNDING_SOURCE:
        return value.code
    if kind in (Kind.IMAGE, Kind.DOCUMENT):
        return file_name(value)
    if kind is Kind.IMAGES:
        return [file_name(image) for image in value]
    if kind is Kind.PRACTICES:
        return [practice.name for practice in value]
    return value


# --- JSON Lines ---


@contextmanager
def _json_lines(path: Path, lookups: Lookups) -> Iterator[Write]:
    with path.open("w", encoding="utf-8") as file:

        def write(stored: Stored) -> None:
            record = {
                name: _for_json(_named(stored.values[name], column, lookups))
                for name, column in COLUMNS.items()
            }
            for name, relation in RELATIONS.items():
                record[name] = [
                    {
                        column.name: _for_json(_named(row.values[column.name], column, lookups))
                        for column in relation.columns.values()
                    }
                    for row in stored.rows[name]
                ]
            file.write(json.dumps(record, ensure_ascii=False) + "\n")

        yield write


def _for_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


# --- Sheets ---


def headers(offered: dict[str, int]) -> list[str]:
    """The columns of a sheet; ``offered`` is how many rows of each relation it has room for."""
    numbered = [
        relation.header(number, column)
        for relation in RELATIONS.values()
        for number in range(1, offered[relation.name] + 1)
        for column in relation.columns.values()
    ]
    return [*COLUMNS, *numbered]


def _most_rows() -> dict[str, int]:
    """How many rows the fullest practice has; drafts may have more than what is published."""
    return {name: max(_most_in(relation), 1) for name, relation in RELATIONS.items()}


def _most_in(relation: Relation) -> int:
    rows = relation.model._default_manager.values("page").annotate(count=Count("pk"))
    stored = rows.aggregate(most=Max("count"))["most"] or 0
    drafts = PracticePage.objects.originals().filter(has_unpublished_changes=True)
    contents = drafts.values_list(f"latest_revision__content__{relation.name}", flat=True)
    return max([stored, *(len(content or []) for content in contents.iterator())])


def _cells(stored: Stored, offered: dict[str, int], lookups: Lookups) -> Iterator[Any]:
    for name, column in COLUMNS.items():
        yield _for_sheet(_named(stored.values[name], column, lookups))
    for name, relation in RELATIONS.items():
        for number in range(offered[name]):
            row = next(islice(stored.rows[name], number, None), None)
            for column in relation.columns.values():
                value = row.values[column.name] if row is not None else None
                yield _for_sheet(_named(value, column, lookups))


def _for_sheet(value: Any) -> Any:
    """A number, a date or a text that no program would run."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        value = joined([str(item) for item in value])
    if isinstance(value, str):
        return made_safe(text_of(value)) or None
    return value


@contextmanager
def _comma_separated(path: Path, lookups: Lookups) -> Iterator[Write]:
    """With a byte-order mark, semicolons and decimal commas: as Polish spreadsheets read it."""
    offered = _most_rows()
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headers(offered))
        yield lambda stored: writer.writerow(
            [_for_csv(value) for value in _cells(stored, offered, lookups)]
        )


def _for_csv(value: Any) -> Any:
    return made_safe(f"{value:f}".replace(".", ",")) if isinstance(value, Decimal) else value


@contextmanager
def _workbook(path: Path, lookups: Lookups) -> Iterator[Write]:
    offered = _most_rows()
    names = headers(offered)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "C2"
    sheet.append(names)

    def write(stored: Stored) -> None:
        values = list(_cells(stored, offered, lookups))
        for name, value in zip(names, values, strict=True):
            if isinstance(value, str) and len(value) > LONGEST_IN_EXCEL:
                raise FileProblem(
                    _("%(name)s, column %(column)s: too long for Excel; export to .jsonl or .csv.")
                    % {"name": stored.values["external_id"], "column": name}
                )
        sheet.append([_typed(sheet, value) for value in values])

    yield write
    book.save(path)


def _typed(sheet: Any, value: Any) -> Any:
    """Texts are texts, whatever they look like."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    return cell
