"""The rooms: imports and migrations go down only, pages stand as drawn, settings refuse."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Page, get_page_models

PROJECT = Path(__file__).parents[1]
LAYERS = [
    "home",
    "workbench",
    "search",
    "news",
    "exchange",
    "practices",
    "networks",
    "registers",
    "readership",
    "base",
    "users",
]


# --- Layers -------------------------------------------------------------------------------------


def test_the_contract_names_every_room():
    ours = {
        config.label
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(PROJECT) and ".venv" not in config.path
    }

    assert ours == set(LAYERS)


@pytest.mark.django_db
def test_migrations_depend_downwards_only():
    """A library's first migration asks the database when it is first imported."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    upward = [
        f"{app}.{name} -> {other}.{on}"
        for (app, name), migration in loader.disk_migrations.items()
        if app in LAYERS
        for other, on in migration.dependencies
        if other in LAYERS and LAYERS.index(other) < LAYERS.index(app)
    ]

    assert upward == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_room_is_called_what_it_holds_everything_in():
    vague = {"utils", "helpers", "common", "misc"}
    rooms = [PROJECT / name for name in LAYERS if (PROJECT / name).exists()] + [PROJECT / "site"]
    found = [path for room in rooms for path in room.rglob("*.py") if path.stem in vague]

    assert found == []


def test_site_is_a_folder_and_no_module():
    """The interpreter's own module is called ``site``."""
    assert not (PROJECT / "site" / "__init__.py").exists()


# --- The tree of pages ----------------------------------------------------------------------------

TREE = {
    "home.HomePage": {
        "exchange.MeetingIndexPage": {},
        "exchange.ProductIndexPage": {},
        "home.AccessibilityPage": {},
        "home.PlainPage": {"home.PlainPage": {}},
        "networks.NetworkIndexPage": {
            "networks.ProgrammePage": {
                "networks.NetworkPage": {"exchange.MeetingPage": {}, "exchange.ProductPage": {}}
            }
        },
        "news.MultimediaIndexPage": {"news.MultimediaPage": {}},
        "news.NewsIndexPage": {"news.NewsPage": {}},
        "practices.CollectionIndexPage": {"practices.CollectionPage": {}},
        "practices.PracticeIndexPage": {"practices.PracticePage": {}},
        "registers.CityIndexPage": {},
        "registers.PeoplePage": {},
        "registers.ThemeIndexPage": {},
    }
}


def _pairs(tree: dict, above: str = "wagtailcore.Page") -> set[tuple[str, str]]:
    pairs = set()
    for name, below in tree.items():
        pairs |= {(above, name), *_pairs(below, name)}
    return pairs


def _label(model: type) -> str:
    return f"{model._meta.app_label}.{model.__name__}"


def test_pages_stand_where_they_are_drawn():
    pairs = {
        (_label(parent), _label(model))
        for model in get_page_models()
        if model is not Page
        for parent in model.allowed_parent_page_models()
    }

    assert pairs == _pairs(TREE)


# --- Settings -----------------------------------------------------------------------------

SAFE = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "k9$Qw2!zR7@tY4#uI1^oP6&aS3*dF8(gH5)jL0-xC+vB=nM_eT",
    "ALLOWED_HOSTS": "empirie.example.org",
    "DATABASE_URL": "postgres://empirie:haslo@db.example.org/empirie",
    "SITE_URL": "https://empirie.example.org",
    "EMAIL_URL": "smtp://mail.example.org:25",
    "DEFAULT_FROM_EMAIL": "EMPIRIE <empirie@example.org>",
    "EDITORS_EMAIL": "redakcja@example.org",
    "MEDIA_ROOT": "/srv/empirie/media",
    "PRIVATE_MEDIA_ROOT": "/srv/empirie/private",
    "STATIC_ROOT": "/srv/empirie/static",
}


def start(*arguments: str, **changes: str | None) -> subprocess.CompletedProcess:
    """Run a management command with production's settings and these variables alone."""
    given = {name: value for name, value in {**SAFE, **changes}.items() if value is not None}
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *(arguments or ("check",))],
        cwd=PROJECT,
        env={**inherited, **given},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_production_starts_with_safe_values_and_warns_of_nothing():
    done = start("check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "changes",
    [
        {"SECRET_KEY": None},
        {"SECRET_KEY": "short"},
        {"SECRET_KEY": "django-insecure-" + "abcdefghij" * 6},
        {"SECRET_KEY": "a" * 60},
        {"SECRET_KEY": "development only; production reads its own from the environment"},
        {"DEBUG": "1"},
        {"ALLOWED_HOSTS": None},
        {"ALLOWED_HOSTS": ""},
        {"ALLOWED_HOSTS": "*"},
        {"ALLOWED_HOSTS": "empirie.example.org,*"},
        {"ALLOWED_HOSTS": "*.example.org"},
        {"ALLOWED_HOSTS": ".example.org"},
        {"DATABASE_URL": None},
        {"DATABASE_URL": ""},
        {"DATABASE_URL": "sqlite:///empirie.db"},
        {"SITE_URL": None},
        {"SITE_URL": "http://empirie.example.org"},
        {"EMAIL_URL": None},
        {"MEDIA_ROOT": None},
        {"PRIVATE_MEDIA_ROOT": "/srv/empirie/media/private"},
        {"PRIVATE_MEDIA_ROOT": "/srv/empirie/media"},
    ],
    ids=lambda changes: "-".join(f"{name}={value}"[:50] for name, value in changes.items()),
)
def test_production_refuses_unsafe_values(changes):
    done = start("check", **changes)

    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr
