"""The front page: what the editors feature, falling back to the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.models import Page

from base import access

if TYPE_CHECKING:
    from django.http import HttpRequest

    from .models import HomePage


def front_page(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The current slots by kind; a slot that has passed, or whose page is closed, is empty."""
    slots = [slot for slot in page.original.slots.all() if slot.is_current]
    visible = {
        target.pk: target
        for target in access.visible(
            Page.objects.filter(pk__in=[slot.target_id for slot in slots]), access.ANONYMOUS
        )
    }
    featured: dict[str, Page] = {}
    for slot in slots:
        if slot.target_id in visible:
            featured.setdefault(slot.kind, visible[slot.target_id])
    return {
        "featured_practice": featured.get("practice"),
        "featured_news": featured.get("news"),
        "featured_network": featured.get("network"),
    }
