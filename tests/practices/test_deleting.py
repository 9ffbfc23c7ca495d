"""Practices deleted many at a time leave what Wagtail's own deletion leaves: nothing."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry
from wagtail_localize.operations import translate_object

from base.translating import english_locale
from practices.admin_import.deleting import delete_practices
from practices.models import PracticePage
from tests import texts

from .files import MINIMAL, Imported, complete_record, json_lines, practice

# The history and the queue, and the sentences translators had, which belong to no page.
STAYS = {
    "wagtailcore.PageLogEntry", "django_tasks_database.DBTaskResult",
    "wagtail_localize.String", "wagtail_localize.Template", "workbench.Phrase",
}  # fmt: skip


def rows():
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.label not in STAYS
    }


@pytest.fixture
def delete(administrator, commit):
    def delete(*pages):
        with commit():
            delete_practices([page.translation_key for page in pages], administrator)

    return delete


@pytest.fixture
def add(zabrze, tmp_path):
    """Imports a complete practice and as many archival ones as are asked for, all with English."""
    complete = {**complete_record(), "title_en": "An open house", "summary_en": "What was done."}

    def add(stem, archival=1):
        names = [f"{stem}{number}" for number in range(archival + 1)]
        others = [{**MINIMAL, "external_id": name, "title": name} for name in names[1:]]
        first = {**complete, "external_id": names[0], "title": names[0]}
        Imported(json_lines(tmp_path, first, *others), archival=True)
        return [practice(name) for name in names]

    return add


def test_nothing_of_the_deleted_is_left_in_any_table(add, delete, commit, administrator):
    stay = add("a")
    before = rows()
    made = add("b")
    with commit():
        translate_object(made[0], [english_locale()])
        texts.translate(made[0], word="English")
    delete(*made)
    assert rows() == before
    assert set(PracticePage.objects.originals()) == set(stay)
    assert Page.find_problems() == ([], [], [], [], [])
    told = PageLogEntry.objects.filter(action="wagtail.delete", deleted=True, user=administrator)
    assert told.count() == 2 * len(made)


def test_one_practice_more_takes_few_statements_more(add, delete):
    def statements(number):
        pages = add(f"n{number}-", number)
        with CaptureQueriesContext(connection) as asked:
            delete(*pages)
        return len(asked)

    few, many = statements(1), statements(4)
    assert (many - few) / 3 <= 75
