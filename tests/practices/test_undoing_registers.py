"""What an import added to the registers goes with it, unless somebody uses it."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from practices.admin_import.undoing_registers import undo_registers
from practices.models import ImportRun
from registers.models import Person, Tag
from tests import factories


def made(run: ImportRun, *records: Tag | Person) -> None:
    for record in records:
        kind = ContentType.objects.get_for_model(record)
        run.made.create(content_type=kind, object_id=record.pk, label=record.name)


def new_tag(name: str) -> Tag:
    return factories.tag(name=name, name_en="", theme=None)


def new_person(name: str) -> Person:
    return factories.person(name=name, is_public=False)


def test_what_a_page_a_draft_or_an_editor_holds_on_to_stays(site_tree):
    run = ImportRun.objects.create(started_by=factories.user())
    tags = [new_tag(name) for name in ("wolne", "na stronie", "w szkicu", "zmienione")]
    people = [new_person(name) for name in ("Wolna Osoba", "Ze Strony", "Ze Szkicu")]
    made(run, *tags, *people)
    factories.practice(tags=[factories.tag(), tags[1]], contact=people[1])
    draft = factories.practice().get_latest_revision_as_object()
    draft.tags.add(tags[2])
    draft.expert = people[2]
    draft.save_revision()
    Tag.objects.filter(pk=tags[3].pk).update(name="inaczej")

    gone, kept = undo_registers(run)

    assert gone == ["wolne", "Wolna Osoba"]
    assert kept == ["na stronie", "w szkicu", "zmienione", "Ze Strony", "Ze Szkicu"]
    assert not Tag.objects.filter(pk=tags[0].pk).exists()
    assert not Person.objects.filter(pk=people[0].pk).exists()
    entries = ModelLogEntry.objects.filter(action="wagtail.delete", deleted=True)
    assert set(entries.values_list("label", flat=True)) == {"wolne", "Wolna Osoba"}
    assert set(run.made.values_list("label", flat=True)) == set(kept)


def test_whether_records_are_used_is_asked_of_all_at_once(site_tree):
    """What stays is asked about and no more."""

    def statements(number: int) -> int:
        run = ImportRun.objects.create()
        tags = [new_tag(f"słowo {run.pk} {n}") for n in range(number)]
        factories.practice(tags=[factories.tag(), *tags])
        made(run, *tags)
        with CaptureQueriesContext(connection) as asked:
            assert len(undo_registers(run)[1]) == number
        return len(asked)

    assert statements(6) == statements(1)
