"""An edition of the open data, written from what the public may see at this moment."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO

from django.db import reset_queries
from django.utils import timezone

from base import access
from base.formulas import made_safe
from base.languages import translation_locale_id
from networks.models import NetworkPage
from practices.models import PracticePage, PracticeState
from practices.transfer.clusters import attach_rows, rows_of

from .fields import FIELDS, Source
from .storing import CSV, FILES, JSON_LINES, new_edition

BATCH = 250
SEPARATOR = " | "  # between the parts of a list in one cell


def write_edition() -> int:
    """Write both files and let them take the place of the old ones; returns how many records."""
    with new_edition() as (folder, index):
        records: list[dict[str, Any]] = []
        with (folder / JSON_LINES).open("wb") as lines, (folder / CSV).open("wb") as table:
            header = _cells([field.name for field in FIELDS])
            table.write(header)
            for source in _sources():
                values = {field.name: field.value(source) for field in FIELDS}
                records.append(
                    {
                        "pages": _pages(source),
                        JSON_LINES: _append(lines, _line(values)),
                        CSV: _append(table, _cells([_cell(value) for value in values.values()])),
                    }
                )
        index |= {
            "made_at": timezone.now().isoformat(),
            "digests": {name: _digest(folder / name) for name in FILES},
            "sizes": {name: (folder / name).stat().st_size for name in FILES},
            "begins": {JSON_LINES: 0, CSV: len(header)},
            "records": records,
        }
    return len(records)


def _sources() -> Iterator[Source]:
    """The public practices in the order of the tree, a batch at a time."""
    networks = _public_networks()
    originals = PracticePage.objects.originals().visible_to(access.ANONYMOUS).order_by("path")
    originals = originals.select_related("city")
    after = ""
    while pages := list(originals.filter(path__gt=after)[:BATCH]):
        keys = [page.translation_key for page in pages]
        english = list(
            PracticePage.objects.filter(
                translation_key__in=keys,
                locale_id=translation_locale_id(),
                alias_of__isnull=True,
            ).visible_to(access.ANONYMOUS)
        )
        attach_rows([*pages, *english], {})
        by_key = {page.translation_key: page for page in english}
        states = PracticeState.objects.in_bulk(keys, field_name="translation_key")
        for page in pages:
            yield Source(
                page,
                by_key.get(page.translation_key),
                states.get(page.translation_key) or PracticeState(),
                [network for network in rows_of(page)["networks"] if network.pk in networks],
            )
        after = pages[-1].path
        reset_queries()


def _public_networks() -> set[int]:
    networks = NetworkPage.objects.originals().visible_to(access.ANONYMOUS)
    return set(networks.values_list("pk", flat=True))


def _pages(source: Source) -> list[int]:
    """Every page whose words are in the record: it is withheld as soon as one of them is closed."""
    english = [source.english.pk] if source.english is not None else []
    return [source.page.pk, *english, *(network.pk for network in source.networks)]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _append(file: BinaryIO, content: bytes) -> tuple[int, int]:
    start = file.tell()
    file.write(content)
    return start, file.tell()


def _line(values: dict[str, Any]) -> bytes:
    told = {name: _for_json(value) for name, value in values.items()}
    return (json.dumps(told, ensure_ascii=False) + "\n").encode()


def _for_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _cell(value: Any) -> str:
    """As RFC 4180 and JSON write it, and no program would run it."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = SEPARATOR.join(str(part) for part in value)
    return made_safe(str(_for_json(value)))


def _cells(cells: list[str]) -> bytes:
    row = io.StringIO()
    csv.writer(row).writerow(cells)
    return row.getvalue().encode()
