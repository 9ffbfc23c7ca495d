"""What happens by itself when a page is created, published, unpublished or deleted."""

from typing import Any

from django.db import connections, transaction
from django.db.models.signals import post_save, pre_delete, pre_migrate
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from . import language_state, second_lock
from .copying import copied_from
from .languages import original_locale_id
from .models import Audience, BasePage
from .models.records import Who


def audience_of_new(page: BasePage) -> str:
    """The audience a page is born with: that of a closed page it was copied from, or of a
    closed parent, else its type's own.
    """
    for origin in (copied_from(page), page.get_parent()):
        if origin is None:
            continue
        # What an alias shows is its source's.
        key = (origin.alias_of or origin).translation_key
        row = Audience.objects.filter(translation_key=key).first()
        if row and row.who != Who.PUBLIC:
            return row.who
    return page.default_audience


@receiver(post_save, dispatch_uid="base.give_audience")
def give_audience(sender: type, instance: Any, created: bool, raw: bool, **_kwargs: Any) -> None:
    """Give every new original its audience, by whatever way it came to be.

    An alias gets none: it is seen by those who see its source.
    """
    if not created or raw or not isinstance(instance, BasePage):
        return
    is_original = instance.locale_id == original_locale_id() and not instance.alias_of_id
    if is_original and instance.depth > 1:
        Audience.objects.get_or_create(
            translation_key=instance.translation_key,
            defaults={"page_id": instance.pk, "who": audience_of_new(instance)},
        )
        return
    closed = Audience.objects.exclude(who=Who.PUBLIC)
    if closed.filter(translation_key=instance.translation_key).exists():
        second_lock.renew(instance.translation_key)


@receiver(pre_migrate, dispatch_uid="base.take_the_time_a_migration_needs")
def take_the_time_a_migration_needs(sender: type, using: str, **_kwargs: Any) -> None:
    """Production ends statements after seconds, for its readers' sake; nobody waits for these."""
    with connections[using].cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


@receiver(post_save, sender=Audience, dispatch_uid="base.renew_second_lock")
def renew_second_lock(
    sender: type, instance: Audience, created: bool, raw: bool, **_kwargs: Any
) -> None:
    if not raw and not (created and instance.who == Who.PUBLIC):
        second_lock.renew(instance.translation_key)


@receiver(page_published, dispatch_uid="base.note_language_state")
def note_publication(sender: type, instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage) and not instance.alias_of_id:
        language_state.note_publication(instance)
        if instance.is_original and instance.structural and instance.english is None:
            transaction.on_commit(lambda: language_state.start_english(instance))


@receiver(page_unpublished, dispatch_uid="base.note_unpublication")
def note_unpublication(sender: type, instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, BasePage) and not instance.alias_of_id:
        language_state.refresh(instance)


@receiver(pre_delete, dispatch_uid="base.note_deletion")
def note_deletion(sender: type, instance: Any, **_kwargs: Any) -> None:
    """A deleted English page leaves its original "Polish only"."""
    if isinstance(instance, BasePage) and instance.locale_id != original_locale_id():
        transaction.on_commit(lambda: language_state.refresh(instance))
