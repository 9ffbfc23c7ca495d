"""Recognising a running server from the notes it leaves in its data folder.

The process number in ``postmaster.pid`` proves nothing by itself. After a crash or a restart
of the machine it may belong to another process, and a killed server whose parent never asks
after it stays in the table as a zombie, which every signal still reaches. The command line
tells: a zombie has none, and only a server of this folder names it after ``-D``.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

# Lines of postmaster.pid, from src/include/utils/pidfile.h of PostgreSQL.
_PID, _STATUS = 0, 7


@dataclass(frozen=True)
class Postmaster:
    pid: int
    status: str
    """``starting``, ``ready``, ``stopping``, or empty in the first moments."""


def noted_postmaster(cluster: Path) -> Postmaster | None:
    """What ``postmaster.pid`` says, whether or not it is still true."""
    try:
        lines = (cluster / "postmaster.pid").read_text(errors="replace").splitlines()
        pid = int(lines[_PID])
    except (FileNotFoundError, IndexError, ValueError):
        return None
    return Postmaster(pid, lines[_STATUS].strip() if len(lines) > _STATUS else "")


def running_postmaster(cluster: Path) -> Postmaster | None:
    """The server that serves ``cluster`` at this moment."""
    noted = noted_postmaster(cluster)
    return noted if noted and _serves(noted.pid, cluster) else None


def process_exists(pid: int) -> bool:
    """Whether the number is taken, be it by a zombie."""
    return Path(f"/proc/{pid}").exists()


def _serves(pid: int, cluster: Path) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().rstrip(b"\0").split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    is_server = command[0].rpartition(b"/")[2] == b"postgres"
    return is_server and (b"-D", str(cluster).encode()) in pairwise(command)
