"""What is done to an original is done to its English page, in the same transaction.

Moving, reordering, unpublishing and deleting an original each do the same to the translation;
an English page is never moved alone. Refusals are raised before anything has changed.
"""

from typing import Any

from django.apps import apps
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import page_unpublished, post_page_move, pre_page_move

from . import tree
from .copying import leave_audience
from .languages import original_locale_id, translation_locale_id
from .models import BasePage
from .models.records import StateRecord
from .refusals import Refusal

# Set on the English page while it follows its original; nothing else may move it.
_FOLLOWS = "_follows_its_original"


def _translation_of(page: Page) -> Page | None:
    return (
        Page.objects.filter(translation_key=page.translation_key, locale_id=translation_locale_id())
        .exclude(pk=page.pk)
        .first()
    )


def _is_original(page: Page) -> bool:
    return page.locale_id == original_locale_id() and page.alias_of_id is None


@receiver(pre_page_move, dispatch_uid="base.check_move")
def check_move(
    sender: type,
    instance: Page,
    parent_page_before: Page,
    parent_page_after: Page,
    **_kwargs: Any,
) -> None:
    """Refuse a move that would part an original and its English page."""
    if not issubclass(sender, BasePage) or getattr(instance, _FOLLOWS, False):
        return
    if instance.locale_id != original_locale_id():
        raise Refusal(_("An English page follows its Polish page. Move the Polish one."))
    tree.check_parent(parent_page_after)
    if parent_page_after.pk == parent_page_before.pk or not _is_original(instance):
        return
    if _translation_of(instance) and not _translation_of(parent_page_after):
        raise Refusal(
            _("Translate the page above first: “%(title)s” has no English version.")
            % {"title": parent_page_after.specific_deferred.get_admin_display_title()}
        )


@receiver(post_page_move, dispatch_uid="base.mirror_move")
def mirror_move(sender: type, instance: Page, parent_page_after: Page, **_kwargs: Any) -> None:
    """Put the English page below the translated parent, in the original's place."""
    if not issubclass(sender, BasePage) or not _is_original(instance):
        return
    english, parent = _translation_of(instance), _translation_of(parent_page_after)
    if english is None or parent is None:
        return
    english = english.specific
    setattr(english, _FOLLOWS, True)
    if neighbour := _neighbour(instance, parent):
        english.move(neighbour, pos="right")
    else:
        english.move(parent, pos="first-child")


def _neighbour(original: Page, parent: Page) -> Page | None:
    """The English page that ``original``'s own is to follow: of the nearest sibling with one."""
    keys = original.get_prev_siblings().order_by("-path").values_list("translation_key", flat=True)
    below = {page.translation_key: page for page in parent.get_children()}
    return next((below[key] for key in keys if key in below), None)


@receiver(page_unpublished, dispatch_uid="base.mirror_unpublish")
def mirror_unpublish(sender: type, instance: Page, **_kwargs: Any) -> None:
    if _is_original(instance) and (english := _translation_of(instance)) and english.live:
        english.specific.unpublish()


@receiver(pre_delete, dispatch_uid="base.mirror_delete")
def mirror_delete(sender: type, instance: Any, **_kwargs: Any) -> None:
    """Delete the translation and what was decided of an original with it; called once for each
    page of a subtree.
    """
    if not isinstance(instance, BasePage) or not _is_original(instance):
        return
    leave_audience(instance, instance.aliases.all())
    for model in apps.get_models():
        if issubclass(model, StateRecord):
            model._default_manager.filter(translation_key=instance.translation_key).delete()
    if english := _translation_of(instance):
        english.specific.delete()
