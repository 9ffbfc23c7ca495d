"""What the previews of blocks show where words are not enough: the newest files and pages.

They are asked for when an editor opens the block picker, and are empty on an empty site.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from . import access
from .languages import original_locale_id
from .models.records import CollectionAudience, Who


def _public(model: type) -> QuerySet:
    """The newest first; those of closed collections are nobody's example."""
    closed = CollectionAudience.objects.exclude(who=Who.PUBLIC)
    return model.objects.exclude(collection__in=closed.values("collection")).order_by("-pk")


def image() -> dict[str, Any]:
    return {"image": _public(get_image_model()).first(), "caption": "Rynek po remoncie"}


def gallery() -> dict[str, Any]:
    return {"title": "Spacer po mieście", "images": list(_public(get_image_model())[:4])}


def file() -> dict[str, Any]:
    return {"title": "", "document": _public(get_document_model()).first()}


def page(types: list[type[Page]]) -> dict[str, Any]:
    """The newest public original of these types, or of any."""
    originals = Page.objects.type(*types or [Page]).filter(locale_id=original_locale_id())
    return {"page": access.visible(originals, access.ANONYMOUS).order_by("-pk").first()}
