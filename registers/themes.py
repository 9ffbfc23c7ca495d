"""Themes in two levels: what belongs to one belongs to its broader one."""

from __future__ import annotations

from .models import Theme


def family(theme: Theme) -> list[int]:
    """A theme and its narrower ones, by primary key.

    No query where the theme came with its ``children`` prefetched, as on its own page.
    """
    return [theme.pk, *[child.pk for child in theme.children.all()]]
