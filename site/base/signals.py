"""What happens by itself when a page is created, published, unpublished or deleted."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from . import language_state, second_lock
from .languages import original_locale_id
from .models import Audience, BasePage
from .models.records import Who


def audience_of_new(page: BasePage) -> str:
    """The audience a page is born with: a closed parent's, else its type's own."""
    parent = Audience.objects.filter(translation_key=page.get_parent().translation_key).first()
    if parent is not None and parent.who != Who.PUBLIC:
        return parent.who
    return page.default_audience


@receiver(post_save, dispatch_uid="base.give_audience")
def give_audience(sender: type, instance: Any, created: bool, raw: bool, **_kwargs: Any) -> None:
    """Give every new original its audience, by whatever way it came to be."""
    if not created or raw or not isinstance(instance, BasePage):
        return
    if instance.locale_id == original_locale_id() and instance.depth > 1:
        Audience.objects.get_or_create(
            translation_key=instance.translation_key,
            defaults={"page_id": instance.pk, "who": audience_of_new(instance)},
        )
        return
    closed = Audience.objects.exclude(who=Who.PUBLIC)
    if closed.filter(translation_key=instance.translation_key).exists():
        second_lock.renew(instance.translation_key)


@receiver(post_save, sender=Audience, dispatch_uid="base.renew_second_lock")
def renew_second_lock(
    sender: type, instance: Audience, created: bool, raw: bool, **_kwargs: Any
) -> None:
    if not raw and not (created and instance.who == Who.PUBLIC):
        second_lock.renew(instance.translation_key)


@receiver(page_published, dispatch_uid="base.note_language_state")
def note_publication(sender: type, instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage):
        language_state.note_publication(instance)
        if instance.is_original and instance.structural and instance.english is None:
            transaction.on_commit(lambda: language_state.start_english(instance))


@receiver(page_unpublished, dispatch_uid="base.note_unpublication")
def note_unpublication(sender: type, instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage):
        language_state.refresh(instance)


@receiver(pre_delete, dispatch_uid="base.note_deletion")
def note_deletion(sender: type, instance: Any, **_kwargs: Any) -> None:
    """A deleted English page leaves its original "Polish only"."""
    if isinstance(instance, BasePage) and instance.locale_id != original_locale_id():
        transaction.on_commit(lambda: language_state.refresh(instance))
