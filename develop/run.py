"""``make run``: database, migrations, demo content, server; Ctrl-C stops all of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys

from project import PROJECT, SITE, enter, say

PORT = os.environ.get("PORT", "8000")


def main() -> int:
    if not PORT.isdecimal() or not 0 < int(PORT) < 65_536:
        sys.exit(f"PORT is the number of a port, not {PORT!r}.")
    if not is_free(int(PORT)):
        sys.exit(f"Port {PORT} is taken. Choose another: make run PORT=8080")
    embedded = not os.environ.get("DATABASE_URL")
    if "--reset" in sys.argv:
        reset(embedded)
    try:
        prepare()
        return serve()
    except KeyboardInterrupt:
        return 0
    finally:
        if embedded:
            stop_database()


def is_free(port: int) -> bool:
    """Asked before anything starts: what runs there may be this site, using this database."""
    with socket.socket() as probe:
        # As the server does: an address just left may be taken again at once.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def prepare() -> None:
    say("Starting the database")
    enter("config.settings.dev")
    from django.core.management import call_command

    from home.demo import accounts

    call_command("compile_catalogues", verbosity=0)
    say("Bringing the database up to date (the first time takes about half a minute)")
    call_command("migrate", verbosity=0, interactive=False)
    say("Content")
    call_command("load_demo")
    call_command("rebuild_search", if_outdated=True)
    call_command("refresh_open_data")
    made = accounts.create_accounts()
    print(
        f"\n  The site     http://127.0.0.1:{PORT}/pl/   and   http://127.0.0.1:{PORT}/en/"
        f"\n  The admin    http://127.0.0.1:{PORT}/admin/"
        "\n  Accounts     "
        + "\n               ".join(f"{role}: {email} / {word}" for role, email, word in made)
        + f"\n  Mail sent    {PROJECT / 'var' / 'mail'}"
        "\n\n  Ctrl-C stops everything.\n",
        flush=True,
    )


def serve() -> int:
    """The development server in a process of its own, ended with this one."""
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", f"127.0.0.1:{PORT}"],
        cwd=PROJECT,
        start_new_session=True,
    )

    def stop(*_signal: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        return server.wait()
    except KeyboardInterrupt:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=10)
        return 0


def stop_database() -> None:
    subprocess.run(
        [sys.executable, "-m", "embedded_database", "stop", "--data-dir", "var/postgres"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(SITE)},
        stdout=subprocess.DEVNULL,
    )


def reset(embedded: bool) -> None:
    """Forget the local content: the embedded database and the media; another server's is kept."""
    if not embedded:
        sys.exit("demo-reset empties the embedded database only; DATABASE_URL names another.")
    say("Throwing the local content away")
    stop_database()
    sys.path.append(str(SITE))
    from embedded_database.server import Server

    # Root's server keeps its data elsewhere when the checkout is closed to its account.
    database = Server(PROJECT / "var" / "postgres").data_dir
    for folder in (database, *(PROJECT / "var" / name for name in ("media", "private", "mail"))):
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
