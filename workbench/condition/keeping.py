"""When the content is examined: a page after it is published, a record of a register after it is
saved, everything by a nightly command.
"""

from __future__ import annotations

from functools import partial

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django_tasks import task
from wagtail.models import Page

from base.models import BasePage, CustomDocument
from base.queue import QUEUE

from ..models import Finding, LinkUse
from . import files
from .examining import examine, examine_record, forget_record
from .pieces import pieces_of_record, registers


@task(backend=QUEUE)
def examine_page(pk: int) -> None:
    """Examine a page as it stands when the task's turn comes."""
    page = Page.objects.filter(pk=pk).first()
    if page is not None and isinstance(page := page.specific, BasePage):
        examine(page)


def examine_later(pk: int) -> None:
    examine_page.enqueue(pk)


@task(backend=QUEUE)
def examine_register(label: str, pk: int) -> None:
    """Examine a record of the register called ``label`` as it stands when its turn comes."""
    record = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if record is not None:
        examine_record(record)


def examine_record_later(record: Model) -> None:
    """Most records of a register that is loaded say nothing: they are done with at once."""
    if any(pieces_of_record(record)):
        label = record._meta.label
        transaction.on_commit(partial(examine_register.enqueue, label, record.pk))
    else:
        forget_record(record)


@task(backend=QUEUE)
def examine_file(pk: int) -> None:
    document = CustomDocument.objects.filter(pk=pk).first()
    if document is not None:
        files.examine(document)


def examine_file_later(pk: int) -> None:
    transaction.on_commit(partial(examine_file.enqueue, pk))


def examine_all() -> tuple[int, int, int]:
    """Every published page, every record of a register and every PDF not looked into yet;
    returns how many of each.
    """
    return _examine_pages(), _examine_registers(), _examine_files()


def _examine_pages() -> int:
    number = 0
    for page in Page.objects.filter(live=True, depth__gt=1).specific().iterator(chunk_size=200):
        if isinstance(page, BasePage):
            examine(page)
            number += 1
    return number


def _examine_registers() -> int:
    number = 0
    for model in registers():
        kind = ContentType.objects.get_for_model(model)
        for found in (Finding, LinkUse):
            gone = found.objects.filter(record_type=kind)
            gone.exclude(record_id__in=model._default_manager.values("pk")).delete()
        for record in model._default_manager.iterator(chunk_size=200):
            examine_record(record)
            number += 1
    return number


def _examine_files() -> int:
    unknown = CustomDocument.objects.filter(file__iendswith=".pdf", examined_at=None)
    number = 0
    for document in unknown.iterator(chunk_size=100):
        files.examine(document)
        number += 1
    return number
