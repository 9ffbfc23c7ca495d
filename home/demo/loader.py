"""Loads the demo content: data files beside this module, through the same rules as editors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from registers.loading import load_cities
from search.signals import paused

from ..structure import create_structure

CONTENT = Path(__file__).parent / "content"
ILLUSTRATIONS = Path(__file__).parent / "illustrations"

Report = Callable[[str], None]


class _Loader(yaml.SafeLoader):
    """YAML whose fractions are exact decimals: 1.1 months is no binary float."""


_Loader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node))
)


def _parse(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)


@cache
def read(name: str) -> Any:
    """A data file below ``content/``; empty where it is not there."""
    path = CONTENT / name
    return _parse(path) if path.exists() else []


def read_folder(name: str) -> list[dict[str, Any]]:
    """Every data file of a folder, in the order of their names."""
    return [_parse(path) for path in sorted((CONTENT / name).glob("*.yaml"))]


def moment(value: Any) -> datetime | None:
    """A date-time of a data file; without an offset it is Warsaw's."""
    if not value:
        return None
    parsed = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return parsed if timezone.is_aware(parsed) else timezone.make_aware(parsed)


def is_loaded() -> bool:
    from networks.models import ProgrammePage

    return ProgrammePage.objects.exists()


@contextmanager
def _indexes_afterwards() -> Iterator[None]:
    """Wagtail's own indexes (references, admin search) are filled once at the end, not per save."""
    models = index.get_indexed_models()
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def load(report: Report) -> None:
    """Load everything into a site that has no content yet; all of it or nothing."""
    with _indexes_afterwards(), paused():
        _load(report)
    report("search and the indexes of the admin")
    call_command("rebuild_search", stdout=StringIO())
    call_command("rebuild_references_index", verbosity=0, stdout=StringIO())


@transaction.atomic
def _load(report: Report) -> None:
    from . import articles, files, glossary, practices, programmes, registers, terms

    report("structure")
    create_structure()
    report("register of cities")
    load_cities()
    report("illustrations and documents")
    files.load()
    report("themes, tags, people")
    registers.load()
    glossary.load()
    terms.load()
    report("programmes, networks, memberships")
    programmes.load()
    report("practices")
    practices.load()
    report("meetings and products")
    programmes.load_exchange()
    report("news, pages, home")
    articles.load()
