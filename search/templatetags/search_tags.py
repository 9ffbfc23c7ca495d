"""The results the search room adds to the practice list's page."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from base.templatetags.typography import bound
from search.analysis.highlighting import Segments
from search.results import practice_results

register = template.Library()


@register.simple_tag(takes_context=True)
def practice_list(context: dict[str, Any]) -> dict[str, Any]:
    """What the practice list shows for the address asked."""
    return practice_results(context["request"])


@register.filter
def marked(segments: Segments) -> SafeString:
    """A text with the words searched for marked, in the form that stands there."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if is_marked else bound(text),)
                   for text, is_marked in segments)
    )  # fmt: skip
