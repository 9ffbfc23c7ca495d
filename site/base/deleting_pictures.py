"""Who writes the words of other people's pictures does not delete them.

Wagtail 7.4 has one right for changing and deleting a picture. Here deleting somebody else's needs
the right to add pictures to its collection as well: who keeps the pictures has both, who only
describes them (a translator) has the first. Delete :func:`apply` when Wagtail asks for a right of
its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.images.permissions import permission_policy
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from .models import CustomImage


class PicturePolicy(CollectionOwnershipPermissionPolicy):
    def user_has_permission(self, user: Any, action: str) -> bool:
        return super().user_has_permission(user, "add" if action == "delete" else action)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: CustomImage
    ) -> bool:
        may = super().user_has_any_permission_for_instance
        if set(actions) != {"delete"}:
            return may(user, actions, instance)
        return may(user, ["change"], instance) and may(user, ["add"], instance)


def apply() -> None:
    # Wagtail's views have taken hold of the object itself, so it stays and changes its kind.
    permission_policy.__class__ = PicturePolicy
