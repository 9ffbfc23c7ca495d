"""Keeps the documents in step: whatever changes what is searched is indexed after its commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from base.models import Audience, BasePage
from practices.models import PracticePage, PracticeState
from practices.signals import practices_imported
from registers.models import City, Tag

from . import indexing
from .bulk import index_pages
from .models import SearchDocument

_paused: ContextVar[bool] = ContextVar("search_paused", default=False)


@contextmanager
def paused() -> Iterator[None]:
    """Index nothing meanwhile: who writes a whole site rebuilds the index once, afterwards."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def _index_later(page: BasePage) -> None:
    if not _paused.get():
        transaction.on_commit(lambda: indexing.index_page(page))


@receiver([page_published, page_unpublished], dispatch_uid="search.index_page")
def index_published(sender: type, instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage):
        _index_later(instance)


@receiver(post_delete, dispatch_uid="search.forget_page")
def forget_deleted(sender: type, instance: Any, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage) and indexing.builder_of(type(instance)):
        if instance.is_original:
            SearchDocument.objects.filter(key=f"page:{instance.translation_key}").delete()
        else:
            _index_later(instance)
    elif isinstance(instance, City):
        SearchDocument.objects.filter(key=f"city:{instance.pk}").delete()


@receiver(post_save, sender=Audience, dispatch_uid="search.index_audience")
def index_opened_or_closed(sender: type, instance: Audience, **_kwargs: Any) -> None:
    if not _paused.get() and isinstance(page := instance.page.specific, BasePage):
        _index_later(page)


@receiver(post_save, sender=PracticeState, dispatch_uid="search.index_practice_state")
def index_changed_state(sender: type, instance: PracticeState, **_kwargs: Any) -> None:
    key = instance.translation_key
    if not _paused.get() and (page := PracticePage.objects.filter(translation_key=key).first()):
        _index_later(page)


@receiver(post_save, sender=City, dispatch_uid="search.index_city")
def index_saved_city(sender: type, instance: City, raw: bool = False, **_kwargs: Any) -> None:
    if not raw and not _paused.get():
        transaction.on_commit(lambda: indexing.index_city(instance))


@receiver(post_save, sender=Tag, dispatch_uid="search.index_tag")
def index_tagged(sender: type, instance: Tag, created: bool, **_kwargs: Any) -> None:
    """A renamed tag, a new synonym or theme: everything that bears the tag is indexed again."""
    if created:
        return

    def index() -> None:
        for document in SearchDocument.objects.filter(tags__contains=[instance.slug]):
            if document.page is not None:
                indexing.index_page(document.page.specific)

    transaction.on_commit(index)


@receiver(practices_imported, dispatch_uid="search.index_imported")
def index_imported(sender: type, keys: list[Any], **_kwargs: Any) -> None:
    index_pages(keys)
