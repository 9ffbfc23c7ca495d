"""The implementation pack of a practice as one ZIP, written while it is being sent."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import pgettext

from base.addresses import absolute, slug_of
from base.structured_data import LICENCE_ADDRESSES

from .documents import public_pack

if TYPE_CHECKING:
    from base.models import CustomDocument

    from .models import PracticePage

CHUNK = 64 * 1024
LONGEST_NAME = 60
# What is worth packing; office files, PDF and ZIP are packed already.
PACKED = {".txt", ".csv", ".vtt", ".ics"}


@dataclass(frozen=True)
class Item:
    """A document in the bundle: the name it has there, and what the README says of it."""

    name: str
    document: CustomDocument
    kind: str

    @property
    def licence_address(self) -> str:
        return LICENCE_ADDRESSES.get(self.document.licence, "")


def items_of(practice: PracticePage) -> list[Item]:
    """The public documents of a pack whose files are there, with safe and ordered names."""
    rows = [
        row
        for row in public_pack(practice)
        if row.document.file and row.document.file.storage.exists(row.document.file.name)
    ]
    return [
        Item(_file_name(number, row.document), row.document, row.get_kind_display())
        for number, row in enumerate(rows, start=1)
    ]


def _file_name(number: int, document: CustomDocument) -> str:
    suffix = PurePosixPath(document.file.name).suffix.lower()
    words = slug_of(document.label, max_length=200) or "document"
    if len(words) > LONGEST_NAME:
        words = words[:LONGEST_NAME].rpartition("-")[0] or words[:LONGEST_NAME]
    return f"{number:02d}-{words}{suffix}"


@dataclass(frozen=True)
class Bundle:
    """A ZIP to be sent: everything it says is settled before the first byte leaves."""

    name: str
    readme_name: str
    readme: str
    day: date
    items: list[Item]

    def stream(self) -> Iterator[bytes]:
        """The ZIP in pieces; no more than one of them is in memory."""
        sink = _Sink()
        with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[arg-type]
            about = _entry(self.readme_name, self.day)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, self.readme)
            yield sink.take()
            for item in self.items:
                document = item.document
                entry = _entry(item.name, document.issued_on or document.created_at.date())
                if PurePosixPath(item.name).suffix in PACKED:
                    entry.compress_type = zipfile.ZIP_DEFLATED
                entry.file_size = document.file.size
                with document.file.open("rb") as source, archive.open(entry, "w") as target:
                    while chunk := source.read(CHUNK):
                        target.write(chunk)
                        yield sink.take()
        yield sink.take()


def bundle_of(page: Any, practice: PracticePage) -> Bundle | None:
    """The pack of ``practice`` in the language of ``page``; ``None`` where nothing is public."""
    items = items_of(practice)
    if not items:
        return None
    published = practice.last_published_at or timezone.now()
    pack, about = pgettext("file name", "pack"), pgettext("file name", "README")
    return Bundle(
        name=f"{pack}-{page.slug}.zip",
        readme_name=f"{about}.txt",
        readme=_readme(page, practice, items),
        day=timezone.localdate(published),
        items=items,
    )


def _readme(page: Any, practice: PracticePage, items: list[Item]) -> str:
    """What is in the bundle and under what terms."""
    text = render_to_string(
        "practices/pack_readme.txt",
        {
            "title": page.title,
            "city": practice.city.label if practice.city else "",
            "address": absolute(page.get_url() or ""),
            "items": items,
        },
    )
    # Windows' own editor wants to be told that a text is UTF-8, and its line ends.
    return "\ufeff" + text.strip().replace("\n", "\r\n") + "\r\n"


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    """An entry with a date of the document's own: the same pack is the same file."""
    entry = zipfile.ZipInfo(name, date_time=(max(day.year, 1980), day.month, day.day, 12, 0, 0))
    entry.external_attr = 0o644 << 16
    return entry


class _Sink:
    """What ``zipfile`` writes into: gives back what has been written since it was last asked."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        taken = b"".join(self.pieces)
        self.pieces.clear()
        return taken
