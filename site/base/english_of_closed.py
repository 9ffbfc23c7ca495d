"""The English of a closed page is for those who may change its original, in the admin too.

Wagtail 7.4 knows rights to parts of the tree, so a right to the English home is a right to the
English of every page, and with it to the Polish that stands beside it. It is taken away here for
closed pages; the tester of a page asks the same (:meth:`BasePage.permissions_for_user`). Delete
:func:`apply` when a right can be given to what is public alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from . import access


def _without_hidden_english(instances: Any) -> Any:
    @wraps(instances)
    def theirs(self: PagePermissionPolicy, user: Any, actions: Iterable[str]) -> QuerySet:
        pages = instances(self, user, actions)
        if user.is_superuser:
            return pages
        return pages.exclude(pk__in=access.hidden_english(user).values("pk"))

    return theirs


def apply() -> None:
    PagePermissionPolicy.instances_user_has_any_permission_for = _without_hidden_english(
        PagePermissionPolicy.instances_user_has_any_permission_for
    )
