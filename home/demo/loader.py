"""Loads the demo content, through the same rules as editors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from networks.models import ProgrammePage
from registers.loading import load_cities
from search.signals import paused

from ..structure import create_structure
from . import articles, files, glossary, practices, programmes, registers, terms

Report = Callable[[str], None]


def is_loaded() -> bool:
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
