"""Copies and aliases: who sees them, and whether they are fit to be seen.

A copy of a closed page is closed, and an alias is seen by those who see its source. Wagtail 7.4
tells nobody which page a new one was copied from (its signal knows the copy only, its hook only
the first page of a subtree), so its action is told to say so. Delete :func:`apply` when a signal
names the source.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from . import tree
from .models import Audience, BasePage

_source: ContextVar[Page | None] = ContextVar("source", default=None)


def copied_from(page: Page) -> Page | None:
    """The page that ``page`` is a copy of, while the copy is being made."""
    source = _source.get()
    return source if source is not None and source.pk != page.pk else None


def _knowing_the_source(original):
    @wraps(original)
    @transaction.atomic
    def copy_page(self: CopyPageAction, page: Page, *args: Any, **kwargs: Any) -> Page:
        token = _source.set(page)
        try:
            copy = original(self, page, *args, **kwargs)
        finally:
            _source.reset(token)
        # What was decided by records (a practice's level) is not copied, and the copy may lack
        # something without it.
        if isinstance(copy, BasePage) and copy.live:
            copy = type(copy).objects.get(pk=copy.pk)
            if copy.missing_for_publication():
                copy.unpublish(user=self.user)
        return copy

    return copy_page


def leave_audience(source: Page, aliases: Iterable[Page]) -> None:
    """Aliases about to become pages of their own are seen by whom their source is, or by nobody."""
    row = Audience.objects.filter(translation_key=source.translation_key).first()
    for alias in aliases:
        Audience.objects.filter(translation_key=alias.translation_key).delete()
        if row is not None:
            Audience.objects.create(
                translation_key=alias.translation_key, page_id=alias.pk, who=row.who
            )


@receiver(pre_save, dispatch_uid="base.convert_alias")
def note_conversion(sender: type, instance: Any, update_fields: Any, **_kwargs: Any) -> None:
    """An alias becomes an ordinary page, or the other way: Wagtail saves this one column then.

    wagtail-localize offers to make an English page the alias of its Polish one.
    """
    if not isinstance(instance, BasePage) or "alias_of_id" not in (update_fields or ()):
        return
    if instance.alias_of_id:
        tree.check_alias(instance)
    elif source := Page.objects.filter(aliases=instance.pk).first():
        leave_audience(source, [instance])


def apply() -> None:
    """Put the replacement in place, once."""
    if not getattr(CopyPageAction, "_knows_the_source", False):
        CopyPageAction._copy_page = _knowing_the_source(CopyPageAction._copy_page)
        CopyPageAction._knows_the_source = True
