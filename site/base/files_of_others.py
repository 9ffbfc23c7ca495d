"""Who only writes the words of other people's files neither deletes them nor sees closed ones.

Wagtail 7.4 has one right for changing a file and for deleting it, and it holds in a closed
collection as in any other. Here somebody else's file is deleted, and in a closed collection seen,
chosen and changed, by those only who may add files to its collection as well: who keeps the files
has both rights, who only describes pictures (a translator) has the first. Delete :func:`apply`
when Wagtail asks for a right of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.permissions import permission_policy as images
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from . import access
from .models import CustomDocument, CustomImage


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """What Wagtail's policy allows, less what is said above; one's own uploads are one's own."""

    def _hidden_collections(self, user: Any) -> set[int]:
        """The closed collections whose files are not for this person, but for their own."""
        if not user.is_authenticated or user.is_superuser:
            return set()
        if not (closed := access.closed_collections()):
            return set()
        kept = self._collections_with_perm(user, ["add"]).filter(pk__in=closed)
        return closed - set(kept.values_list("pk", flat=True))

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: CustomImage | CustomDocument
    ) -> bool:
        if not super().user_has_any_permission_for_instance(user, actions, instance):
            return False
        if getattr(instance, self.owner_field_name) == user:
            return True
        return instance.collection_id not in self._hidden_collections(user)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        theirs = super().instances_user_has_any_permission_for(user, actions)
        if not (hidden := self._hidden_collections(user)):
            return theirs
        return theirs.exclude(Q(collection__in=hidden) & ~Q(**{self.owner_field_name: user}))

    def collections_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        theirs = super().collections_user_has_any_permission_for(user, actions)
        return theirs.exclude(pk__in=self._hidden_collections(user))


class PicturePolicy(FilePolicy):
    def user_has_permission(self, user: Any, action: str) -> bool:
        return super().user_has_permission(user, "add" if action == "delete" else action)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: CustomImage | CustomDocument
    ) -> bool:
        may = super().user_has_any_permission_for_instance
        if set(actions) != {"delete"}:
            return may(user, actions, instance)
        return may(user, ["change"], instance) and may(user, ["add"], instance)


def apply() -> None:
    # Wagtail's views have taken hold of the objects themselves, so they stay and change their kind.
    documents.__class__ = FilePolicy
    images.__class__ = PicturePolicy
