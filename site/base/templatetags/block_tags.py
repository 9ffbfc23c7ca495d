"""What the blocks of a long text ask for, once for all blocks of the text."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from base import access
from base.listing import Entry, entries
from base.models import BasePage, CustomDocument
from base.models.records import Who
from base.pictures import gallery

register = template.Library()


@register.simple_tag
def linked_entries(stream: Any, request: Any) -> dict[int, Entry]:
    """Every page the blocks of a text link to, by its key, as far as the reader may see it."""
    pages = [
        page
        for block in stream
        if hasattr(block.value, "get") and isinstance(page := block.value.get("page"), Page)
    ]
    if not pages or request is None:
        return {}
    by_type: dict[type, set[int]] = {}
    for page in pages:
        if (model := page.specific_class) is not None and issubclass(model, BasePage):
            by_type.setdefault(model, set()).add(page.pk)
    originals = {
        page.pk: page.original
        for model, keys in by_type.items()
        for page in model.objects.filter(pk__in=keys).visible_to(request.user)
    }
    found = entries(originals.values(), request)
    return dict(zip(originals, found, strict=True))


@register.simple_tag
def gallery_pictures(images: Any) -> list[dict[str, Any]]:
    """The inputs of ``components/gallery.html`` for chosen images, in their order."""
    return gallery(images)


@register.simple_tag
def public_document(document: CustomDocument | None) -> CustomDocument | None:
    """The document, unless its collection is closed: then nothing is said of it."""
    if document is None or access.collection_audience(document.collection) != Who.PUBLIC:
        return None
    return document
