"""Wagtail's own restriction of a closed page, derived from its audience as a second lock.

Our code never asks it: :mod:`base.access` decides. It stands so that a library which knows
Wagtail's restrictions only does not show what is closed, and so that the page tree marks it. It
is put on the closed page itself, in each language; :meth:`BasePage.get_view_restrictions` keeps
it from spreading to the pages below, whose audiences are their own.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q
from wagtail.models import GroupPagePermission, Page, PageViewRestriction

from .models.records import Audience, Who

# Nobody is ever put into these: whom a closed page admits is computed from memberships.
PLACEHOLDERS = {
    Who.MEMBERS: "Członkowie sieci (grupa techniczna)",
    Who.LEADERS: "Sieć liderów (grupa techniczna)",
}


def renew(translation_key: Any) -> None:
    """Put the lock on every page of this original, or take it off, as the audience says."""
    row = Audience.objects.filter(translation_key=translation_key).first()
    pages = Page.objects.filter(
        Q(translation_key=translation_key) | Q(alias_of__translation_key=translation_key)
    )
    if row is None or row.who == Who.PUBLIC:
        PageViewRestriction.objects.filter(page__in=pages).delete()
        return
    placeholder, _created = Group.objects.get_or_create(name=PLACEHOLDERS[Who(row.who)])
    for page in pages:
        restriction = PageViewRestriction.objects.filter(page=page).first()
        if restriction is None:
            restriction = PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.GROUPS
            )
        restriction.groups.set([placeholder, *editors_of(page)])


def editors_of(page: Page) -> list[Group]:
    """The groups that may do something with a page in the admin; the lock never stops them."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    permissions = GroupPagePermission.objects.filter(page__path__in=paths)
    return list(Group.objects.filter(pk__in=permissions.values("group")))
