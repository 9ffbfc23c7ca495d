"""What makes documents outdated: each change enqueues what bears what was changed.

Enqueued in the transaction of the change. What is closed, taken down or deleted is gone for
readers at once, whatever the queue does: its words are deleted here, and what is shown is asked of
the pages themselves (``finding.visible_documents``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE
from base.models import Audience, BasePage
from base.models.records import Who
from exchange.models import MeetingPage
from networks.models import NetworkPage
from news.models import NewsPage
from practices.models import PracticePage, PracticeState
from practices.signals import practices_imported
from registers.models import City, FundingSource, Tag, Theme
from registers.tag_uses import bearing

from .bulk import index_pages
from .drafts import builder_of
from .keeping import batches, key_of, key_of_city
from .models import PhraseStart, SearchDocument, WordVector
from .tasks import embed, embed_later, index_later, renew_entries
from .tasks import paused as _paused


@contextmanager
def paused() -> Iterator[None]:
    """Index nothing meanwhile: who writes a whole site rebuilds the index once, afterwards."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def _index_originals(keys: Iterable[UUID]) -> None:
    index_later(map(key_of, keys))


# --- Pages and what is decided of them ---


@receiver([page_published, page_unpublished], dispatch_uid="search.index_page")
def index_published(sender: type, instance: Page, **_kwargs: Any) -> None:
    if builder_of(type(instance)):
        _index_originals([instance.translation_key])


@receiver(page_unpublished, dispatch_uid="search.forget_unpublished")
def forget_unpublished(sender: type, instance: Page, **_kwargs: Any) -> None:
    """What is not public any more is gone at once; its document is made anew, or removed, later."""
    if not isinstance(instance, BasePage) or not builder_of(type(instance)):
        return
    if instance.is_original:
        _silence(instance.translation_key)
    else:
        _forget_english(instance)


def _forget_english(page: BasePage) -> None:
    key = key_of(page.translation_key)
    PhraseStart.objects.filter(document__key=key, language=TRANSLATION_LANGUAGE).delete()
    # Without a digest it is made anew when English comes back as it was.
    SearchDocument.objects.filter(key=key).update(
        languages=[ORIGINAL_LANGUAGE],
        title_en="",
        text_en="",
        digest="",
        indexed_at=timezone.now(),
    )
    WordVector.objects.filter(document__key=key).update(vector_en="")


def _silence(translation_key: UUID) -> None:
    """Let the words of a document be as if nobody had written them, until it is made anew."""
    WordVector.objects.filter(document__key=key_of(translation_key)).delete()


@receiver(post_delete, dispatch_uid="search.forget_page")
def forget_deleted(sender: type, instance: Any, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage) and builder_of(type(instance)):
        if instance.is_original:
            SearchDocument.objects.filter(key=key_of(instance.translation_key)).delete()
        else:
            _forget_english(instance)
            _index_originals([instance.translation_key])
    elif isinstance(instance, City):
        SearchDocument.objects.filter(key=key_of_city(instance.pk)).delete()


@receiver([post_save, post_delete], sender=Audience, dispatch_uid="search.index_audience")
@receiver([post_save, post_delete], sender=PracticeState, dispatch_uid="search.index_state")
def index_decided(sender: type, instance: Any, **_kwargs: Any) -> None:
    if isinstance(instance, Audience) and instance.who != Who.PUBLIC:
        _silence(instance.translation_key)
    _index_originals([instance.translation_key])


@receiver(practices_imported, dispatch_uid="search.index_imported")
def index_imported(sender: type, keys: list[UUID], **_kwargs: Any) -> None:
    """Within the import's own transaction: its documents are there when its pages are.

    Their meaning is read by the worker, some 30 texts a second; where there is none,
    ``rebuild_search`` and ``check_search --repair`` do it.
    """
    index_pages(keys)
    if embed.get_backend().supports_defer:
        for batch in batches(map(key_of, keys)):
            embed_later(batch)


@receiver(page_slug_changed, dispatch_uid="search.index_readdressed")
def index_readdressed(sender: type, instance: Page, **_kwargs: Any) -> None:
    """A network's address is a facet of its practices, news, meetings and products."""
    if isinstance(instance, NetworkPage) and instance.is_original:
        for model in (PracticePage, NewsPage):
            bearers = model.objects.originals().filter(networks=instance)
            _index_originals(bearers.values_list("translation_key", flat=True))
        children = instance.get_children()
        _index_originals(children.values_list("translation_key", flat=True))


@receiver(post_page_move, dispatch_uid="search.index_moved")
def index_moved(sender: type, instance: Page, **_kwargs: Any) -> None:
    """A meeting or product moved to another network."""
    if builder_of(type(instance.specific)):
        _index_originals([instance.translation_key])


# --- Registers: everything that bears what was changed ---


@receiver(post_save, sender=City, dispatch_uid="search.index_city")
def index_saved_city(
    sender: type, instance: City, created: bool, raw: bool = False, **_kwargs: Any
) -> None:
    """Its practices, meetings and news have its names, voivodeship and size."""
    if raw:
        return
    index_later([key_of_city(instance.pk)])
    if created or _paused.get():
        return
    for model, bears in (
        (PracticePage, Q(city=instance) | Q(partner_cities=instance)),
        (MeetingPage, Q(host_city=instance)),
        (NewsPage, Q(cities=instance)),
    ):
        bearers = model.objects.originals().filter(bears)
        _index_originals(bearers.values_list("translation_key", flat=True))
    renew_entries.enqueue(instance.pk)


@receiver([post_save, pre_delete], sender=Tag, dispatch_uid="search.index_tag")
def index_tagged(sender: type, instance: Tag, created: bool = False, **_kwargs: Any) -> None:
    """A renamed tag, a new synonym or theme, no tag any more."""
    if not created:
        _index_originals(bearing([instance.pk]))


@receiver([post_save, pre_delete], sender=Theme, dispatch_uid="search.index_theme")
def index_themed(sender: type, instance: Theme, created: bool = False, **_kwargs: Any) -> None:
    """What has tags of a theme, or of a narrower one, has its name or its code."""
    if created:
        return
    themes = Theme.objects.filter(Q(pk=instance.pk) | Q(parent=instance))
    tags = Tag.objects.filter(theme__in=themes).values_list("pk", flat=True)
    _index_originals(bearing(list(tags)))
    networks = NetworkPage.objects.originals().filter(themes__in=themes)
    _index_originals(networks.values_list("translation_key", flat=True))


@receiver(post_save, sender=FundingSource, dispatch_uid="search.index_funded")
def index_funded(
    sender: type, instance: FundingSource, created: bool = False, **_kwargs: Any
) -> None:
    if not created:
        funded = PracticePage.objects.originals().filter(funding__source=instance)
        _index_originals(funded.values_list("translation_key", flat=True))
