"""Where pages may come to stand: originals below originals, each English page as its original.

Asked when a page is born and when it is moved, whatever did it: the admin, a command, a library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import access
from .languages import original_locale_id, translation_locale_id
from .refusals import Refusal

if TYPE_CHECKING:
    from .models import BasePage


def counterpart(page: Page) -> Page | None:
    """The same item in the other language, live or not."""
    others = {original_locale_id(), translation_locale_id()} - {page.locale_id}
    pages = Page.objects.filter(translation_key=page.translation_key, locale_id__in=others)
    return pages.first()


def check_birth(page: BasePage) -> None:
    """Refuse a new page that would stand where no rule holds for it; called before it is saved.

    Raises ``Refusal`` for a page in English without its original, or elsewhere than below the
    English of its original's parent; for a Polish page below an English one; for an alias that
    may not be.
    """
    parent = page.get_parent()
    if parent is None:
        return
    if page.alias_of_id:
        check_alias(page)
    if (page.locale_id or parent.locale_id) == original_locale_id():
        check_parent(parent)
        return
    original = counterpart(page)
    if original is None or original.alias_of_id:
        raise polish_first()
    if original.get_parent().translation_key != parent.translation_key:
        raise Refusal(_("An English page follows its Polish page."))


def polish_first() -> Refusal:
    """What somebody is told who would begin with the English."""
    return Refusal(
        _("Pages are written in Polish first. Create the page below the Polish one and translate.")
    )


def check_parent(parent: Page) -> None:
    """Refuse an English page as the parent of a Polish one."""
    if not parent.is_root() and parent.locale_id != original_locale_id():
        raise Refusal(_("A Polish page belongs below a Polish page."))


def check_alias(page: BasePage) -> None:
    """Refuse an alias of what is not public, or in another language than its source."""
    source = page.alias_of
    if source.alias_of_id:
        # An alias of an alias would follow the copy's audience, not the source's.
        page.alias_of = source = source.alias_of
    if source.locale_id != original_locale_id() or page.locale_id != source.locale_id:
        raise Refusal(_("A page cannot stand in for its own translation."))
    if not access.is_public(source):
        title = source.specific_deferred.get_admin_display_title()
        message = _("“%(title)s” is not public, and cannot have an alias.")
        raise Refusal(message % {"title": title})


def address_is_taken(slug: str, parent: Page | None, translation_key: object) -> bool:
    """Whether another item answers at this address in either language.

    What exists only in Polish answers at an English address with its Polish slug, so a slug is
    taken by any sibling of the parent's other language too.
    """
    if parent is None or parent.is_root():
        return False
    parents = [parent, counterpart(parent)]
    return any(
        each.get_children().filter(slug=slug).exclude(translation_key=translation_key).exists()
        for each in parents
        if each is not None
    )


def free_slug(slug: str, parent: Page | None, translation_key: object) -> str:
    """This slug, or the next one with a number that is free in both languages."""
    candidate, number = slug, 1
    while address_is_taken(candidate, parent, translation_key):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def check_address(page: BasePage) -> None:
    """Refuse a slug at which another item answers in the other language."""
    if address_is_taken(page.slug, page.get_parent(), page.translation_key):
        message = _("Another page already has the address “%(slug)s” in Polish or in English.")
        raise ValidationError({"slug": message % {"slug": page.slug}})
