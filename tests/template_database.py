"""Test databases copied from a template that is migrated once per set of migrations.

A plugin for pytest-django; ``tests/conftest.py`` names it in ``pytest_plugins``. Migrating takes
most of a minute, copying a tenth of a second; so the first run after a change of migrations
makes the template ``test_<name>_template_<digest>``, and every run, or every worker of a
parallel run, gets a copy of its own, dropped at its end. ``--create-db`` makes the template
anew, ``--reuse-db`` changes nothing, ``--nomigrations`` is refused: Wagtail's root page, its
first Locale and the pages' permissions are made by migrations.

For the same reason a test with real transactions (``transaction=True``, ``live_server``,
``TransactionTestCase``) must not be cleaned up by emptying the tables: after each of them the
worker's database is replaced by a new copy, whatever the test did to the old one; ``keep`` lets
that be one of what a fixture has filled it with.

Runs share a server without meeting. An advisory lock lets one process make the template while
the others wait for it; further ones mark templates and copies in use, so that what crashed
runs left behind is recognised and dropped. Needs PostgreSQL 15 (``STRATEGY``), the right to
create databases, and access to the maintenance database ``postgres``.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata, util
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

# Their migrations are among those that are read; what else they do after migrating is not.
LIBRARIES = ("Django", "wagtail", "wagtail-localize", "django-taggit", "django-tasks-db")
# Changing between branches should not cost a minute each time.
TEMPLATES_KEPT = 3
OLDEST_SERVER = 150_000  # PostgreSQL 15, as its client library counts


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker,
    django_db_use_migrations: bool,
    django_db_createdb: bool,
) -> Iterator[CopiedDatabase]:
    """Replaces pytest-django's fixture of this name; gives the process's database."""
    from django.test import TransactionTestCase  # needs the settings

    if not django_db_use_migrations:
        raise pytest.UsageError("The first pages and languages are made by migrations.")
    worker = getattr(request.config, "workerinput", {})
    with django_db_blocker.unblock():
        databases = CopiedDatabase(connections["default"])
        databases.copy_template(renewal=_run_id(worker) if django_db_createdb else None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: databases.restore())
        yield databases
    with django_db_blocker.unblock():
        databases.close()


def _run_id(worker: dict) -> str:
    """The same for all workers of a parallel run."""
    return worker.get("testrunuid") or uuid.uuid4().hex


class CopiedDatabase:
    """The database of one test process, and the template it is copied from."""

    def __init__(self, connection):
        self.connection = connection
        self.server = _maintenance_connection(connection)
        if self.server.info.server_version < OLDEST_SERVER:
            raise pytest.UsageError("The tests need PostgreSQL 15 or newer.")
        self.prefix = f"test_{connection.settings_dict['NAME'][:20]}"
        self.template = f"{self.prefix}_template_{_digest(self.server)}"
        self.copy = f"{self.prefix}_copy_{uuid.uuid4().hex[:12]}"
        # What every test begins with: the template, or what was kept.
        self.beginning = self.template

    def copy_template(self, renewal: str | None) -> None:
        """Give the process its database; with ``renewal`` (the run's id) the template is made
        anew unless another worker of the same run has done so.
        """
        with self._only_one(self.prefix):
            made_by = self._note_on_template()
            if made_by is not None and renewal not in {None, made_by}:
                # Waits for runs that still copy the old one.
                with self._only_one(self.template):
                    self._drop(self.template)
                made_by = None
            if made_by is None:
                self._make_template(renewal or "")
            self._lock("SELECT pg_advisory_lock_shared(%s)", self.template)
            self._drop_unused()
        self._lock("SELECT pg_advisory_lock(%s)", self.copy)
        self._make_copy()
        self._point_django_at(self.copy)

    def keep(self) -> None:
        """Let every test of this process begin with what is in its database now."""
        self._disconnect()
        self.beginning = f"{self.copy}_kept"
        self._lock("SELECT pg_advisory_lock(%s)", self.beginning)
        self._copy(self.copy, self.beginning)

    def restore(self) -> None:
        """Replace the copy by a new one."""
        from django.contrib.contenttypes.models import ContentType  # needs apps

        self._disconnect()
        self._drop(self.copy)
        self._make_copy()
        ContentType.objects.clear_cache()

    def close(self) -> None:
        self.connection.close()
        self._drop(self.copy)
        if self.beginning != self.template:
            self._drop(self.beginning)
        self.server.close()

    # --- The template ---

    def _note_on_template(self) -> str | None:
        """The id of the run that had it made; None when there is no template."""
        found = self.server.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '')"
            " FROM pg_database WHERE datname = %s",
            [self.template],
        ).fetchone()
        return found[0] if found else None

    def _make_template(self, note: str) -> None:
        # Renamed when complete: an interrupted migration is never taken for a template.
        unfinished = f"{self.prefix}_unfinished"
        self._drop(unfinished)
        # The locale of the built-in server, and one that every server has: what is a letter
        # to trigrams must not depend on where the tests run.
        self._execute_on(
            "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
            " LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'",
            unfinished,
        )
        self._execute_on("ALTER DATABASE {} SET synchronous_commit TO off", unfinished)
        self.connection.settings_dict["TEST"]["NAME"] = unfinished
        self.connection.creation.create_test_db(
            verbosity=0, autoclobber=True, serialize=False, keepdb=True
        )
        self.connection.close()
        # Whoever is connected to a template keeps it from being copied.
        self._execute_on("ALTER DATABASE {} ALLOW_CONNECTIONS false", unfinished)
        self._execute_on("COMMENT ON DATABASE {} IS {}", unfinished, sql.Literal(note))
        self._execute_on(
            "ALTER DATABASE {} RENAME TO {}", unfinished, sql.Identifier(self.template)
        )

    def _drop_unused(self) -> None:
        """Drop old templates and the copies of crashed runs, if nobody marks them as used."""
        newest_first = self.server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
            " AND datdba = current_user::regrole AND datname <> %s ORDER BY oid DESC",
            [f"{self.prefix}_template_", self.template],
        ).fetchall()
        copies = self.server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
            " AND datdba = current_user::regrole",
            [f"{self.prefix}_copy_"],
        ).fetchall()
        for (name,) in [*newest_first[TEMPLATES_KEPT - 1 :], *copies]:
            if self._lock("SELECT pg_try_advisory_lock(%s)", name):
                self._drop(name)
                self._lock("SELECT pg_advisory_unlock(%s)", name)

    # --- The copy ---

    def _make_copy(self) -> None:
        self._copy(self.beginning, self.copy)
        self._execute_on("ALTER DATABASE {} SET synchronous_commit TO off", self.copy)

    def _copy(self, source: str, name: str) -> None:
        self._execute_on(
            "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, sql.Identifier(source)
        )

    def _disconnect(self) -> None:
        """Nobody may be connected to what is copied or dropped."""
        from django.db import connections

        self.connection.close()
        # While a browser is driven, Django keeps connections of its own for that loop.
        connections.close_all()

    def _point_django_at(self, name: str) -> None:
        self.connection.close()
        settings.DATABASES[self.connection.alias]["NAME"] = name
        # The dict of every thread's connection, a live server's included.
        self.connection.settings_dict["NAME"] = name

    # --- The server ---

    @contextmanager
    def _only_one(self, name: str) -> Iterator[None]:
        self._lock("SELECT pg_advisory_lock(%s)", name)
        try:
            yield
        finally:
            self._lock("SELECT pg_advisory_unlock(%s)", name)

    def _lock(self, statement: str, name: str) -> bool:
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
        return self.server.execute(statement, [key]).fetchone()[0]

    def _execute_on(self, statement: str, name: str, *others: sql.Composable) -> None:
        self.server.execute(sql.SQL(statement).format(sql.Identifier(name), *others))

    def _drop(self, name: str) -> None:
        # Not WITH (FORCE): that also ends autovacuum's work there, which only a superuser may; a
        # plain DROP asks it to stop and waits.
        self.server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()",
            [name],
        )
        self._execute_on("DROP DATABASE IF EXISTS {}", name)


def _maintenance_connection(connection):
    """A connection of psycopg's own: it lasts for the session and is not one of Django's."""
    wrapper = type(connection)({**connection.settings_dict, "NAME": None}, "maintenance")
    server = wrapper.get_new_connection(wrapper.get_connection_params())
    server.autocommit = True
    return server


def _digest(server) -> str:
    """Stands for everything that decides what a migrated database contains."""
    digest = hashlib.sha256()
    for path in [Path(__file__), *_migration_files()]:
        digest.update(f"{path.parent.parent.name}/{path.name}".encode())
        digest.update(path.read_bytes())
    told = (
        server.info.server_version // 10_000,
        # Only its owner may copy a template.
        server.info.user,
        [(library, metadata.version(library)) for library in LIBRARIES],
        settings.INSTALLED_APPS,
        settings.AUTH_USER_MODEL,
        # Wagtail makes the first Locale, and translations of roots, from these.
        settings.LANGUAGE_CODE,
        [code for code, _ in settings.LANGUAGES],
    )
    digest.update(repr(told).encode())
    return digest.hexdigest()[:12]


def _migration_files() -> Iterator[Path]:
    """Every file of every installed application's migrations, data beside them included."""
    for application in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(application.label)
        spec = util.find_spec(module) if module else None
        for folder in (spec and spec.submodule_search_locations) or ():
            for path in sorted(Path(folder).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    yield path
