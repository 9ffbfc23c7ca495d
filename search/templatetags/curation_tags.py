"""What the search's room adds to the forms of lower rooms."""

from __future__ import annotations

from django import template

from search.curation.theme_uses import uses_of_theme

register = template.Library()
register.simple_tag(uses_of_theme)
