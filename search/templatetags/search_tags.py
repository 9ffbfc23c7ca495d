"""The results the search room adds to the practice list's page."""

from __future__ import annotations

from typing import Any

from django import template

from search.results import practice_results

register = template.Library()


@register.simple_tag(takes_context=True)
def practice_list(context: dict[str, Any]) -> dict[str, Any]:
    """What the practice list shows for the address asked."""
    return practice_results(context["request"])
