"""An import that is killed and run again leaves what one clean run leaves."""

from __future__ import annotations

import json
import os
import random
import signal
import time

import pytest
from django.db import connection
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from base.models import Audience, LanguageState
from practices.models import PracticePage, PracticeState
from practices.transfer.exporting import export_practices
from practices.transfer.importing import import_practices
from practices.transfer.planning import Options
from practices.transfer.reading import FileProblem
from registers.models import Person, Tag
from search.models import SearchDocument
from tests import factories

from .files import MINIMAL, json_lines

RECORDS = 36
KILLS = 6


@pytest.fixture
def path(transactional_db, tmp_path):
    from home.structure import create_structure

    create_structure()
    factories.city(name_pl="Zabrze", slug="zabrze", teryt="247801")
    return json_lines(
        tmp_path,
        *[
            {
                **MINIMAL,
                "external_id": f"x{n}",
                "tags": [f"hasło {n % 5}"],
                "contact_name": f"Osoba {n % 4}",
                "steps": [{"what": "Krok", "what_en": "A step"}],
            }
            for n in range(RECORDS)
        ],
    )


def _import(path) -> None:
    import_practices(path, Options(archival=True), batch_size=4)


def test_killed_at_any_moment_and_run_again_it_leaves_what_a_clean_run_leaves(path, tmp_path):
    chosen = random.Random(7)
    for _kill in range(KILLS):
        _run_and_kill(path, chosen.uniform(0.05, 1.2))
        assert Page.find_problems() == ([], [], [], [], [])
        _nothing_is_half_written()
    _run_again(path)
    after_kills = _whole(tmp_path)
    for page in PracticePage.objects.originals():
        page.delete()
    Tag.objects.all().delete()
    Person.objects.all().delete()
    Revision.objects.filter(content_type__model="practicepage").delete()
    PageLogEntry.objects.filter(content_type__model="practicepage").delete()
    _import(path)
    clean = _whole(tmp_path)
    assert clean["rows"] == after_kills["rows"]
    assert clean == after_kills


def _run_and_kill(path, seconds: float) -> None:
    if (child := os.fork()) == 0:
        # The parent's connection is not the child's to use, nor to close.
        connection.connection = None
        try:
            _import(path)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _run_again(path) -> None:
    """The server needs a moment to see that the killed run's connection is gone."""
    for _attempt in range(50):
        try:
            return _import(path)
        except FileProblem:
            time.sleep(0.1)
    raise AssertionError("The killed import's lock was never released.")


def _nothing_is_half_written() -> None:
    originals = list(PracticePage.objects.originals())
    for page in originals:
        assert page.english is not None
        assert page.english.live
        assert page.live
        assert page.latest_revision.content["steps"][0]["pk"] == page.steps.get().pk
    keys = {page.translation_key for page in originals}
    for model in (Audience, LanguageState, PracticeState):
        assert model.objects.filter(translation_key__in=keys).count() == len(keys)
    documents = SearchDocument.objects.filter(type="practice")
    assert documents.count() == len(keys)


def _whole(folder) -> dict:
    path = folder / "tresc.jsonl"
    export_practices(path)
    pages = PracticePage.objects.order_by("path")
    models = [Revision, PageLogEntry, ReferenceIndex, Audience, LanguageState, PracticeState]
    documents = SearchDocument.objects.filter(type="practice").order_by("title_pl", "pk")
    return {
        "records": [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()],
        "places": list(pages.values_list("path", "slug", "url_path", "live")),
        "rows": {model.__name__: model.objects.count() for model in [*models, Tag, Person]},
        "documents": list(
            documents.values("title_pl", "word_vector__vector_pl", "word_vector__vector_en", "tags")
        ),
    }
