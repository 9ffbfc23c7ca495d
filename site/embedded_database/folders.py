"""Where a server's data and its socket live, and whose they are."""

import hashlib
import os
import stat
from pathlib import Path

from . import ServerError
from .accounts import Account, current_account, substitute_for_root

# For what the server's account cannot reach where it was asked for.
SHELTER = Path("/var/tmp/embedded-database")
# A socket's path has at most 107 bytes, so it cannot live in a checkout of any depth.
SOCKETS = Path("/tmp")


def settle(requested: Path) -> tuple[Path, Account]:
    """The folder that stands for the ``requested`` one, and the account it belongs to.

    The same request always settles the same way as long as the parent folders' permissions
    stay as they are; nothing but missing parents of the requested folder is made.
    """
    requested = requested.expanduser().resolve()
    requested.parent.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return requested, current_account()
    owner = requested.stat().st_uid if requested.exists() else 0
    account = Account.of(owner) if owner else substitute_for_root()
    if account.can_enter(requested.parent):
        return requested, account
    return SHELTER / _fingerprint(requested, account), account


def socket_folder(data_dir: Path, account: Account) -> Path:
    return SOCKETS / f"embedded-database-{_fingerprint(data_dir, account)}"


def make_private(folder: Path, account: Account) -> None:
    """Make sure that ``folder`` exists, is the account's own and closed to everyone else."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if os.geteuid() == 0 and found.st_uid == 0 and not any(folder.iterdir()):
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)
        found = folder.lstat()
    require_own(folder, account)
    if stat.S_IMODE(found.st_mode) != 0o700:
        # Under the account itself: root must not follow what the account could swap meanwhile.
        account.run("chmod", "0700", folder)


def require_own(folder: Path, account: Account) -> None:
    """Refuse a folder that somebody else put where the account's own is expected.

    ``/tmp`` is open to all: whoever makes the socket's folder first could play the server.
    """
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid:
        owner = Account.of(found.st_uid).name
        raise ServerError(
            f"{folder} must be a folder that belongs to {account.name}, but it belongs to "
            f"{owner}. Run this as {owner} or as root, choose another data folder, "
            "or remove it if it is not needed."
        )


def make_shelter() -> Path:
    """Root's folder for data and programmes that another account must reach; returns it."""
    SHELTER.mkdir(mode=0o755, exist_ok=True)
    found = SHELTER.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != 0:
        raise ServerError(f"{SHELTER} must be a folder that belongs to root; remove it.")
    SHELTER.chmod(0o755)
    return SHELTER


def _fingerprint(path: Path, account: Account) -> str:
    return hashlib.sha256(f"{account.uid}:{path}".encode()).hexdigest()[:12]
