"""Making the database and the role that the settings name."""

from contextlib import suppress
from functools import cache

import psycopg
from psycopg import errors, sql

from .server import PORT, SUPERUSER, Server

MAINTENANCE_DATABASE = "postgres"

# Two processes may find the same thing missing and make it at once.
_ALREADY_MADE = (errors.DuplicateDatabase, errors.DuplicateObject, errors.UniqueViolation)


@cache
def provide(server: Server, database: str | None, role: str) -> None:
    """Make sure, once in a process, that ``role`` and ``database`` exist; the role owns it."""
    with connect(server) as connection:
        if not _exists(connection, "pg_roles", "rolname", role):
            with suppress(*_ALREADY_MADE):
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(role))
                )
        if database and not _exists(connection, "pg_database", "datname", database):
            with suppress(*_ALREADY_MADE):
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(
                        sql.Identifier(database), sql.Identifier(role)
                    )
                )


def stop_if_unused(server: Server) -> bool:
    """Stop the server unless somebody is connected; whether it was stopped."""
    if not server.is_ready():
        return False
    with connect(server) as connection:
        others = connection.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        ).fetchone()
    return others == (0,) and server.stop()


def connect(server: Server) -> psycopg.Connection:
    """A superuser's connection to the maintenance database, in autocommit mode."""
    return psycopg.connect(
        host=str(server.socket_dir),
        port=PORT,
        user=SUPERUSER,
        dbname=MAINTENANCE_DATABASE,
        autocommit=True,
    )


def _exists(connection: psycopg.Connection, catalogue: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s").format(
        sql.Identifier(catalogue), sql.Identifier(column)
    )
    return connection.execute(query, [name]).fetchone() is not None
