"""The operating-system account that the server runs under."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import ServerError

SUBSTITUTES_FOR_ROOT = ("postgres", "nobody")

# The programmes get the same environment from everyone: their locale and messages must not
# depend on who happened to start them. A given TZ also spares initdb a search of all zones.
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    name: str

    @classmethod
    def of(cls, uid: int) -> "Account":
        try:
            entry = pwd.getpwuid(uid)
        except KeyError:
            # Containers are often started under a number that has no name.
            return cls(uid, os.getegid() if uid == os.geteuid() else uid, str(uid))
        return cls(entry.pw_uid, entry.pw_gid, entry.pw_name)

    @property
    def is_current(self) -> bool:
        return self.uid == os.geteuid()

    def run(self, *command: str | Path, timeout: float = 30) -> subprocess.CompletedProcess[str]:
        """Run a programme under this account, from ``/``; its messages are in ``stdout``.

        ``timeout`` is in seconds.
        """
        switch: dict = {}
        if not self.is_current:
            groups = os.getgrouplist(self.name, self.gid)
            switch = {"user": self.uid, "group": self.gid, "extra_groups": groups}
        try:
            return subprocess.run(
                command,
                cwd="/",
                env=ENVIRONMENT,
                umask=0o077,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=timeout,
                check=False,
                **switch,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise ServerError(f"Cannot run {command[0]} as {self.name}: {error}") from error

    def can_enter(self, folder: Path) -> bool:
        return self.run("test", "-x", folder).returncode == 0

    def can_execute(self, programme: Path) -> bool:
        return self.run("test", "-r", programme, "-a", "-x", programme).returncode == 0


def current_account() -> Account:
    return Account.of(os.geteuid())


def substitute_for_root() -> Account:
    """The account in whose name root runs the server."""
    for name in SUBSTITUTES_FOR_ROOT:
        try:
            uid = pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
        if uid != 0:
            return Account.of(uid)
    raise ServerError(
        "PostgreSQL does not run as root, and there is no account named "
        f"{' or '.join(SUBSTITUTES_FOR_ROOT)} to run it under."
    )
