"""The results the search room adds to the practice list's page."""

from __future__ import annotations

from typing import Any

from django import template

from search.feeds import feed_address
from search.results import practice_results

register = template.Library()


@register.simple_tag(takes_context=True)
def practice_list(context: dict[str, Any]) -> dict[str, Any]:
    """What the practice list shows for the address asked."""
    return practice_results(context["request"])


@register.simple_tag(takes_context=True)
def search_feed(context: dict[str, Any], kind: str = "") -> str:
    """The address of the feed of what is searched for here; of one kind of record where told."""
    return feed_address(context["request"], kind)
