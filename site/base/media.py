"""Files have the audience of their collection: who may have one, and where it lies.

A rendition is written below the public media folder or in private storage when it is made (see
:meth:`Rendition.get_upload_to`). When a picture or a collection changes its audience, what was
made before is taken away, and made anew in its right place when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import FileResponse, Http404
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Collection

from . import access
from .models import CollectionAudience, CustomDocument, CustomImage, Rendition
from .models.records import Who
from .storage import CLOSED_PREFIX

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy


def _policy(model: type[CustomImage | CustomDocument]) -> CollectionOwnershipPermissionPolicy:
    return image_policy if issubclass(model, CustomImage) else document_policy


def may_see(user: access.Reader, item: CustomImage | CustomDocument) -> bool:
    """Whether a reader may have a file: its collection is public, or she edits it."""
    if access.collection_audience(item.collection) == Who.PUBLIC:
        return True
    return _policy(type(item)).user_has_permission_for_instance(user, "change", item)


def seen_by(user: access.Reader, items: QuerySet) -> QuerySet:
    """The files of a queryset that a reader may have; see :func:`may_see`."""
    closed = access.closed_collections()
    if not closed:
        return items
    theirs = _policy(items.model).instances_user_has_permission_for(user, "change")
    return items.filter(~Q(collection__in=closed) | Q(pk__in=theirs.values("pk")))


def private(response: FileResponse) -> FileResponse:
    """The answer, for this reader alone: no cache keeps it."""
    response["Cache-Control"] = "private, no-store"
    return response


def check_document(document: CustomDocument, request: HttpRequest) -> None:
    """Refuse a document of a closed collection to those who may not have it.

    What is served of it is marked as one reader's alone: see ``ReaderHeadersMiddleware``.
    """
    if access.collection_audience(document.collection) == Who.PUBLIC:
        return
    if not may_see(request.user, document):
        raise Http404
    request.is_private = True  # type: ignore[attr-defined]


def misplaced_renditions(images: Iterable[CustomImage] | None = None) -> list[Rendition]:
    """Renditions that lie where their picture's audience says they must not."""
    renditions = Rendition.objects.select_related("image__collection")
    if images is not None:
        renditions = renditions.filter(image__in=images)
    closed: dict[int, bool] = {}
    found = []
    for rendition in renditions:
        collection = rendition.image.collection
        if collection.pk not in closed:
            closed[collection.pk] = access.collection_audience(collection) != Who.PUBLIC
        if rendition.file.name.startswith(CLOSED_PREFIX) != closed[collection.pk]:
            found.append(rendition)
    return found


def put_right(images: Iterable[CustomImage]) -> None:
    """Take away what lies in the wrong place; the files go when the change is committed."""
    for rendition in misplaced_renditions(images):
        rendition.delete()


@receiver(post_save, sender=CustomImage, dispatch_uid="base.image_moved")
def image_saved(sender: type, instance: CustomImage, created: bool, **_kwargs: Any) -> None:
    if not created:
        put_right([instance])


@receiver(post_save, sender=CollectionAudience, dispatch_uid="base.collection_closed")
@receiver(post_delete, sender=CollectionAudience, dispatch_uid="base.collection_opened")
def audience_changed(sender: type, instance: CollectionAudience, **_kwargs: Any) -> None:
    put_right_below(instance.collection)


@receiver(post_save, sender=Collection, dispatch_uid="base.collection_moved")
def collection_saved(sender: type, instance: Collection, created: bool, **_kwargs: Any) -> None:
    if not created:
        put_right_below(Collection.objects.get(pk=instance.pk))


def put_right_below(collection: Collection) -> None:
    """Put right the pictures of a collection and of those inside it."""
    below = collection.get_descendants(inclusive=True)
    put_right(CustomImage.objects.filter(collection__in=below))
