"""What is done to an original is done to its English page, in the same transaction.

Moving, reordering, unpublishing and deleting an original each do the same to the translation.
English pages are never moved alone (:meth:`BasePage.can_move_to`).
"""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished, post_page_move

from .languages import original_locale_id, translation_locale_id
from .models import BasePage


def _translation_of(page: Page) -> Page | None:
    return (
        Page.objects.filter(translation_key=page.translation_key, locale_id=translation_locale_id())
        .exclude(pk=page.pk)
        .first()
    )


def _is_original(page: Page) -> bool:
    return page.locale_id == original_locale_id() and page.alias_of_id is None


@receiver(post_page_move, dispatch_uid="base.mirror_move")
def mirror_move(sender: type, instance: Page, parent_page_after: Page, **_kwargs: Any) -> None:
    """Put the English page below the translated parent, in the original's place."""
    if not _is_original(instance):
        return
    english, parent = _translation_of(instance), _translation_of(parent_page_after)
    if english is None or parent is None:
        return
    for sibling in instance.get_prev_siblings().order_by("-path"):
        neighbour = _translation_of(sibling)
        if neighbour is not None and neighbour.is_child_of(parent):
            english.specific.move(neighbour, pos="right")
            return
    english.specific.move(parent, pos="first-child")


@receiver(page_unpublished, dispatch_uid="base.mirror_unpublish")
def mirror_unpublish(sender: type, instance: Page, **_kwargs: Any) -> None:
    if _is_original(instance) and (english := _translation_of(instance)) and english.live:
        english.specific.unpublish()


@receiver(pre_delete, dispatch_uid="base.mirror_delete")
def mirror_delete(sender: type, instance: Any, **_kwargs: Any) -> None:
    """Delete the translation with its original; called once for each page of a subtree."""
    if not isinstance(instance, BasePage) or not _is_original(instance):
        return
    if english := _translation_of(instance):
        english.specific.delete()
