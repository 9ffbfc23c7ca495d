"""When the content is examined: a page after it is published, everything by a nightly command."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django_tasks import task
from wagtail.models import Page

from base.models import BasePage, CustomDocument
from base.queue import QUEUE

from . import files
from .examining import examine


@task(backend=QUEUE)
def examine_page(pk: int) -> None:
    """Examine a page as it stands when the task's turn comes."""
    page = Page.objects.filter(pk=pk).first()
    if page is not None and isinstance(page := page.specific, BasePage):
        examine(page)


def examine_later(pk: int) -> None:
    examine_page.enqueue(pk)


@task(backend=QUEUE)
def examine_file(pk: int) -> None:
    document = CustomDocument.objects.filter(pk=pk).first()
    if document is not None:
        files.examine(document)


def examine_file_later(pk: int) -> None:
    transaction.on_commit(partial(examine_file.enqueue, pk))


def examine_all() -> tuple[int, int]:
    """Every published page and every PDF not looked into yet; returns how many of each."""
    pages = 0
    for page in Page.objects.filter(live=True, depth__gt=1).specific().iterator(chunk_size=200):
        if isinstance(page, BasePage):
            examine(page)
            pages += 1
    unknown = CustomDocument.objects.filter(file__iendswith=".pdf", examined_at=None)
    number = 0
    for document in unknown.iterator(chunk_size=100):
        files.examine(document)
        number += 1
    return pages, number
