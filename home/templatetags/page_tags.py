"""What plain pages ask for."""

from __future__ import annotations

from typing import Any

from django import template

from base.listing import Entry, entries
from home.models import PlainPage
from home.slots import unseen_slots

register = template.Library()


@register.simple_tag(takes_context=True)
def pages_below(context: dict[str, Any], original: Any) -> list[Entry]:
    """The plain pages below a plain page, in the order of the tree."""
    if not original.numchild:
        return []
    request = context["request"]
    found = PlainPage.objects.originals().filter(
        path__startswith=original.path, depth=original.depth + 1
    )
    return entries(found.visible_to(request.user).order_by("path"), request)


@register.simple_tag(takes_context=True)
def plain_page_entry(context: dict[str, Any], external_id: str) -> Entry | None:
    """The plain page of this identifier in the reader's language, where the site has one."""
    request = context["request"]
    found = PlainPage.objects.originals().filter(external_id=external_id)
    shown = entries(found.visible_to(request.user)[:1], request)
    return shown[0] if shown else None


register.simple_tag(unseen_slots)
