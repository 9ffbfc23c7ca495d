"""The private PostgreSQL server of development and tests, and the backend that starts it."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

import embedded_database
from embedded_database import ServerError
from embedded_database.base import DatabaseWrapper
from embedded_database.databases import connect, stop_if_unused
from embedded_database.postmaster import process_exists
from embedded_database.server import Server

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="about what root does")


def discard(server: Server) -> None:
    server.stop()
    for folder in (server.data_dir, server.socket_dir):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """A cluster that the tests of this module share, because making one takes a second."""
    folder = tmp_path_factory.mktemp("embedded") / "postgres"
    yield folder
    discard(Server(folder))


@pytest.fixture
def server(data_dir):
    """A running server."""
    server = Server(data_dir, fsync=False)
    server.start()
    return server


@pytest.fixture
def new_server(tmp_path):
    """A server without a cluster."""
    server = Server(tmp_path / "postgres", fsync=False)
    yield server
    discard(server)


def ask(server: Server, query: str):
    with connect(server) as connection:
        return connection.execute(query).fetchone()[0]


def kill(server: Server) -> int:
    """End the server as a power cut would; returns its process number."""
    pid = server.postmaster().pid
    os.kill(pid, signal.SIGKILL)
    while server.postmaster():
        time.sleep(0.01)
    return pid


def note_another_process(server: Server, pid: int) -> None:
    note = server.cluster / "postmaster.pid"
    lines = note.read_text().splitlines(keepends=True)
    note.write_text("".join([f"{pid}\n", *lines[1:]]))


def start_as_account(server: Server, *command: str) -> subprocess.Popen:
    user = {} if server.account.is_current else {"user": server.account.uid}
    return subprocess.Popen(command, cwd="/", **user)


def command_line(data_dir: Path, *arguments: str, **options) -> subprocess.Popen:
    parent = str(Path(embedded_database.__file__).parents[1])
    action, *rest = arguments
    return subprocess.Popen(
        [sys.executable, "-m", "embedded_database", action, "--data-dir", data_dir, *rest],
        env={**os.environ, "PYTHONPATH": parent},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


# --- Starting ---


def test_server_is_reached_through_a_closed_socket_folder_only(server):
    assert ask(server, "SHOW listen_addresses") == ""
    assert stat.S_IMODE(server.socket_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(server.data_dir.stat().st_mode) == 0o700


def test_polish_letters_are_letters_to_the_server(server):
    assert ask(server, "SELECT upper('zażółć')") == "ZAŻÓŁĆ"
    with connect(server) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    assert ask(server, "SELECT similarity('żółw', 'żółwia') > similarity('żółw', 'zolw')")


def test_processes_starting_at_once_share_one_server(new_server):
    starts = [command_line(new_server.requested, "start", "--no-fsync") for _ in range(4)]

    outputs = {start.communicate()[0] for start in starts}

    assert [start.returncode for start in starts] == [0, 0, 0, 0]
    assert len(outputs) == 1
    assert f"process: {new_server.postmaster().pid};" in outputs.pop()


def test_long_path_of_the_data_does_not_matter(tmp_path):
    server = Server(tmp_path / ("głęboki folder/" * 12) / "postgres", fsync=False)
    try:
        server.start()
        assert ask(server, "SELECT 1") == 1
    finally:
        discard(server)


def test_failed_start_shows_the_end_of_the_servers_log(new_server):
    new_server.start()
    new_server.stop()
    configuration = new_server.cluster / "postgresql.conf"
    configuration.write_text(configuration.read_text() + "\nno_such_parameter = on\n")

    with pytest.raises(ServerError, match="no_such_parameter"):
        new_server.start()


def test_data_made_without_fsync_are_not_served_as_safe(server, data_dir):
    with pytest.raises(ServerError, match="data folder each"):
        Server(data_dir, fsync=True).start()
    server.stop()
    with pytest.raises(ServerError, match="data folder each"):
        Server(data_dir, fsync=True).start()


# --- Recovering ---


def test_committed_data_survive_a_killed_server(server):
    with connect(server) as connection:
        # This cluster, made for tests, would otherwise confirm before it has written.
        connection.execute("SET synchronous_commit TO on")
        connection.execute("CREATE TABLE city AS SELECT 'Łódź' AS name")
    killed = kill(server)

    server.start()

    assert ask(server, "SELECT name FROM city") == "Łódź"
    assert server.postmaster().pid != killed


def test_server_starts_when_its_old_number_belongs_to_another_process(server):
    kill(server)
    other = start_as_account(server, "sleep", "60")
    try:
        note_another_process(server, other.pid)
        assert server.postmaster() is None

        server.start()

        assert ask(server, "SELECT 1") == 1
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_server_starts_when_its_old_number_belongs_to_a_zombie(server):
    kill(server)
    zombie = start_as_account(server, "true")
    while Path(f"/proc/{zombie.pid}/cmdline").read_bytes():
        time.sleep(0.01)
    note_another_process(server, zombie.pid)
    assert process_exists(zombie.pid)

    server.start()

    assert ask(server, "SELECT 1") == 1
    zombie.wait()


def test_lost_socket_is_made_again(server):
    shutil.rmtree(server.socket_dir)

    server.start()

    assert ask(server, "SELECT 1") == 1


# --- Stopping ---


def test_server_of_another_process_can_be_stopped(server):
    stopping = command_line(server.requested, "stop")

    assert stopping.communicate()[0] == "stopped\n"
    assert server.postmaster() is None
    assert server.stop() is False
    assert not server.socket_dir.exists()


def test_stopping_does_not_wait_for_clients(server):
    with connect(server) as client:
        assert server.stop()
        with pytest.raises(psycopg.OperationalError):
            client.execute("SELECT 1")


def test_server_in_use_is_not_stopped_by_a_process_that_leaves(server):
    with connect(server):
        assert stop_if_unused(server) is False
    assert stop_if_unused(server) is True
    assert stop_if_unused(server) is False


# --- Accounts ---


@as_root
def test_closed_folders_stay_closed_and_the_data_move(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    server = Server(closed / "postgres", fsync=False)
    try:
        server.start()
        assert server.data_dir.is_relative_to("/var/tmp/embedded-database")
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        assert ask(server, "SELECT 1") == 1
    finally:
        discard(server)


@as_root
def test_socket_folder_of_somebody_else_is_not_trusted(server):
    server.stop()
    server.socket_dir.mkdir()
    os.chown(server.socket_dir, 1, 1)
    try:
        with pytest.raises(ServerError, match="belongs to"):
            server.start()
    finally:
        server.socket_dir.rmdir()


# --- The command line and the backend ---


def test_status_tells_by_its_exit_code(server):
    running = command_line(server.requested, "status")
    assert running.communicate()[0].startswith("ready; process: ")
    server.stop()
    stopped = command_line(server.requested, "status")
    assert stopped.communicate()[0].startswith("not running")
    assert (running.returncode, stopped.returncode) == (0, 3)


def test_clients_of_the_servers_own_version_start_it(server):
    server.stop()
    dump = command_line(server.requested, "pg_dump", "--schema-only")
    assert "PostgreSQL database dump complete" in dump.communicate()[0]
    answer = command_line(server.requested, "psql", "-At", "-c", "SELECT 6 * 7")
    assert answer.communicate()[0] == "42\n"


def test_first_connection_makes_server_role_and_database(new_server, django_db_blocker):
    wrapper = DatabaseWrapper(
        {
            "NAME": "a city's data",
            "USER": "plain",
            **dict.fromkeys(("PASSWORD", "HOST", "PORT"), ""),
            "OPTIONS": {},
            "TIME_ZONE": None,
            "AUTOCOMMIT": True,
            "CONN_MAX_AGE": 0,
            "CONN_HEALTH_CHECKS": False,
            "EMBEDDED": {"data_dir": new_server.requested, "fsync": False},
        }
    )

    with django_db_blocker.unblock(), wrapper.cursor() as cursor:
        cursor.execute(
            "SELECT current_database(), rolname, rolsuper, rolcreatedb"
            " FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba"
            " WHERE datname = current_database()"
        )
        answer = cursor.fetchone()
    wrapper.close()

    assert answer == ("a city's data", "plain", False, True)
