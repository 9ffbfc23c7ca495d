"""The blocks an article will have, named and begun, for the person who looks them over."""

from __future__ import annotations

from typing import Any

import nh3

from ..models import NewsPage

LONGEST_BEGINNING = 160


def shown(blocks: list[list[Any]], model: type[NewsPage]) -> list[tuple[str, str, int | None]]:
    """Label, beginning of the words, and of an image the number of its record."""
    known = model._meta.get_field("body").stream_block.child_blocks
    return [
        (str(known[kind].label), _beginning(value), value if kind == "image" else None)
        for kind, value in blocks
    ]


def _beginning(value: Any) -> str:
    if isinstance(value, dict):
        value = " – ".join(str(part) for part in value.values() if part)
    if not isinstance(value, str):
        return ""
    words = " ".join(nh3.clean(value.replace("><", "> <"), tags=set()).split())
    return words if len(words) <= LONGEST_BEGINNING else f"{words[:LONGEST_BEGINNING]}…"
