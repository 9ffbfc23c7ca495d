"""One process at a time: a lock that the kernel releases when its holder dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import ServerError

_PAUSE = 0.02  # seconds between two tries


@contextmanager
def locked(lock: Path, deadline: float) -> Iterator[None]:
    """Hold ``lock`` (a file that is made if need be), waiting until ``time.monotonic()``
    passes ``deadline`` at most. Threads of one process exclude each other as well.
    """
    # Opened for reading: root may have made the file, and the folder's owner locks it too.
    handle = os.open(lock, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise ServerError(f"Another process holds {lock} and does not let go.")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
