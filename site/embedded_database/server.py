"""Starting and stopping a private server."""

import logging
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from subprocess import CompletedProcess

from . import ServerError
from .accounts import Account
from .binaries import programmes_for
from .folders import (
    SHELTER,
    make_private,
    make_shelter,
    require_own,
    settle,
    socket_folder,
)
from .locking import locked
from .postmaster import (
    Postmaster,
    noted_postmaster,
    process_exists,
    running_postmaster,
)

logger = logging.getLogger(__name__)

SUPERUSER = "postgres"
# Only part of the socket's name: nothing listens on TCP.
PORT = "5432"
SOCKET = f".s.PGSQL.{PORT}"
PATIENCE = 120  # seconds that starting or stopping may take
# Seconds for the other processes of a killed server to notice and leave its memory.
LEAVING = 15
_PAUSE = 0.02  # seconds between two looks
_LOG_TAIL = 20  # lines

_LOCALE = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    # Trigrams still ask the C library what a letter is; under plain "C" Polish ones are none.
    "--locale=C.UTF-8",
)
_SOCKET_ONLY = ("listen_addresses=", "unix_socket_permissions=0700")
_LOSABLE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


class Server:
    """The private server of one data folder, whichever process started it.

    ``fsync=False`` makes a cluster that a crash of the machine may destroy; ``None`` takes an
    existing cluster as it is. Every method that fails raises ``ServerError``.
    """

    def __init__(self, data_dir: Path, *, fsync: bool | None = None):
        self.requested = Path(data_dir)
        self.fsync = fsync
        self._safety_agrees = False  # not known yet

    @cached_property
    def _settled(self) -> tuple[Path, Account]:
        if not Path("/proc/self/cmdline").exists():
            raise ServerError("The embedded server needs Linux; configure an ordinary server.")
        try:
            return settle(self.requested)
        except OSError as error:
            raise ServerError(f"There can be no data in {self.requested}: {error}") from error

    @property
    def data_dir(self) -> Path:
        return self._settled[0]

    @property
    def account(self) -> Account:
        return self._settled[1]

    @property
    def cluster(self) -> Path:
        return self.data_dir / "cluster"

    @property
    def log(self) -> Path:
        return self.data_dir / "server.log"

    @cached_property
    def socket_dir(self) -> Path:
        """What clients give as the host."""
        return socket_folder(self.data_dir, self.account)

    # --- State ---

    def postmaster(self) -> Postmaster | None:
        """The running server process, ready or not."""
        try:
            return running_postmaster(self.cluster)
        except PermissionError:
            require_own(self.data_dir, self.account)
            raise

    def is_ready(self) -> bool:
        """Whether clients can connect; quick enough (0.1 ms) to ask before each connection."""
        postmaster = self.postmaster()
        if postmaster is None or postmaster.status != "ready":
            return False
        try:
            require_own(self.socket_dir, self.account)
        except FileNotFoundError:
            return False
        return (self.socket_dir / SOCKET).exists()

    # --- Starting ---

    def start(self) -> None:
        """Return when the server is ready; make the cluster first if there is none."""
        try:
            is_ready = self.is_ready()
            self._require_the_same_safety()
            if not is_ready:
                self._start()
        except OSError as error:
            raise ServerError(f"PostgreSQL did not start: {error}") from error

    def _start(self) -> None:
        if SHELTER in self.data_dir.parents:
            make_shelter()
        make_private(self.data_dir, self.account)
        deadline = time.monotonic() + PATIENCE
        with self._lock(deadline):
            if self._becomes_ready(deadline):
                return
            self._make_cluster()
            self._clear_remains()
            self._launch(deadline)

    def _becomes_ready(self, deadline: float) -> bool:
        """Wait for a server that is on its way; False when there is none (any more)."""
        while (postmaster := self.postmaster()) is not None:
            if self.is_ready():
                return True
            if postmaster.status == "ready":
                logger.warning("The socket in %s is gone: restarting", self.socket_dir)
                self._halt(deadline)
            elif time.monotonic() > deadline:
                raise ServerError(
                    f"The server (process {postmaster.pid}) is not ready after {PATIENCE} s.\n"
                    f"{self._log_tail()}"
                )
            time.sleep(_PAUSE)
        return False

    def _make_cluster(self) -> None:
        if (self.cluster / "PG_VERSION").exists():
            return
        logger.info("Making a database cluster in %s", self.cluster)
        # Made beside and renamed: an interrupted initdb leaves nothing that looks complete.
        unfinished = self.data_dir / "cluster.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        losable = self.fsync is False
        configuration = (*_SOCKET_ONLY, *(_LOSABLE if losable else ()))
        made = self.account.run(
            programmes_for(self.account) / "initdb",
            *("-D", unfinished, "--username", SUPERUSER),
            # The socket's folder is closed to all but the account itself.
            "--auth=trust",
            *_LOCALE,
            *(["--no-sync"] if losable else []),
            *(f"--set={setting}" for setting in configuration),
            timeout=PATIENCE,
        )
        if made.returncode != 0:
            raise ServerError(f"initdb failed in {unfinished}:\n{made.stdout}")
        unfinished.rename(self.cluster)

    def _require_the_same_safety(self) -> None:
        """Refuse a cluster that was made less safe, or slower, than what is asked for."""
        configuration = self.cluster / "postgresql.conf"
        if self._safety_agrees or not configuration.exists():
            return
        is_losable = bool(re.search(r"^fsync\s*=\s*off", configuration.read_text(), re.MULTILINE))
        if self.fsync is not None and self.fsync is is_losable:
            made, asked = ("without", "with") if is_losable else ("with", "without")
            raise ServerError(
                f"{self.data_dir} was made {made} fsync and is now asked for {asked} it: give "
                "development and tests a data folder each."
            )
        self._safety_agrees = True

    def _clear_remains(self) -> None:
        """Remove what a dead server left and a new one would take for a living one."""
        make_private(self.socket_dir, self.account)
        remains = [self.socket_dir / SOCKET, self.socket_dir / f"{SOCKET}.lock"]
        noted = noted_postmaster(self.cluster)
        # A note of a number that nobody has is left to PostgreSQL, which checks more.
        if noted and process_exists(noted.pid):
            remains.append(self.cluster / "postmaster.pid")
        self.account.run("rm", "-f", "--", *remains)
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.old"))

    def _launch(self, deadline: float) -> None:
        patience = min(deadline, time.monotonic() + LEAVING)
        options = f"-c unix_socket_directories={self.socket_dir}"
        while True:
            launched = self._pg_ctl("start", deadline, "-l", self.log, "-o", options)
            if launched.returncode == 0:
                logger.info("Started PostgreSQL for %s", self.data_dir)
                return
            told = self._log_tail()
            if "pre-existing shared memory block" not in told or time.monotonic() > patience:
                raise ServerError(f"PostgreSQL did not start.\n{launched.stdout}{told}")
            time.sleep(10 * _PAUSE)

    # --- Stopping ---

    def stop(self) -> bool:
        """Stop the server, breaking off what its clients do; whether there was one."""
        if self.postmaster() is None:
            return False
        deadline = time.monotonic() + PATIENCE
        with self._lock(deadline):
            if self.postmaster() is None:
                return False
            self._halt(deadline)
            with suppress(OSError):
                self.socket_dir.rmdir()
        return True

    def _halt(self, deadline: float) -> None:
        halted = self._pg_ctl("stop", deadline, "-m", "fast")
        if halted.returncode != 0 and self.postmaster() is not None:
            raise ServerError(f"PostgreSQL did not stop.\n{halted.stdout}{self._log_tail()}")

    # --- Shared by both ---

    def _pg_ctl(self, action: str, deadline: float, *options: str | Path) -> CompletedProcess[str]:
        seconds = max(1, round(deadline - time.monotonic()))
        return self.account.run(
            programmes_for(self.account) / "pg_ctl",
            *(action, "-D", self.cluster, "-w", "-t", str(seconds), *options),
            timeout=seconds + 10,
        )

    @contextmanager
    def _lock(self, deadline: float) -> Iterator[None]:
        with locked(self.data_dir / "lock", deadline):
            yield

    def _log_tail(self) -> str:
        try:
            lines = self.log.read_text(errors="replace").splitlines()[-_LOG_TAIL:]
        except FileNotFoundError:
            return ""
        return "\n".join((f"The end of {self.log}:", *lines))
