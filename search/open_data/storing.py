"""The files of open data: where they lie, and how a new edition takes the place of the old one.

An edition is a folder that is never written to again; ``current`` names the one that is served and
is replaced at once. A reader of the edition before goes on reading it.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

JSON_LINES, CSV = "practices.jsonl", "practices.csv"
FILES = (JSON_LINES, CSV)
_CURRENT, _INDEX = "current", "index.json"
# The one being read, and the one before it.
_KEPT = 2


@dataclass(frozen=True)
class Edition:
    """What was written one night.

    ``records`` has for each record the primary keys of all pages its words come from, and where
    it stands in each file, from byte to byte; ``begins`` is where a file's records begin.
    """

    folder: Path
    made_at: datetime
    digests: dict[str, str]
    sizes: dict[str, int]
    begins: dict[str, int]
    records: list[dict[str, Any]]

    def path(self, name: str) -> Path:
        return self.folder / name


def root() -> Path:
    """Beside the private files: what is in it is asked for by a checked address alone."""
    return Path(settings.PRIVATE_MEDIA_ROOT) / "open-data"


def current() -> Edition | None:
    """The edition that is served, if one has been made."""
    try:
        folder = root() / (root() / _CURRENT).read_text(encoding="utf-8")
        index = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Edition(folder, datetime.fromisoformat(index.pop("made_at")), **index)


@contextmanager
def new_edition() -> Iterator[tuple[Path, dict[str, Any]]]:
    """A folder to write in, and an index to fill; served once the block has ended well."""
    root().mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="edition-", dir=root()))
    # Whoever runs the timer, the server reads it.
    folder.chmod(0o755)
    index: dict[str, Any] = {}
    try:
        yield folder, index
        (folder / _INDEX).write_text(json.dumps(index), encoding="utf-8")
        _point_at(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _forget_old()


def _point_at(folder: Path) -> None:
    pointer = folder / _CURRENT
    pointer.write_text(folder.name, encoding="utf-8")
    os.replace(pointer, root() / _CURRENT)


def _forget_old() -> None:
    editions = sorted(root().glob("edition-*"), key=lambda path: path.stat().st_mtime)
    for folder in editions[:-_KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
