"""Rows of a page (steps, agenda): facts from the original, text in the language read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .models import BasePage


@dataclass(frozen=True)
class Row:
    """One row: ``fact`` is the original's; ``text`` is the same row in the language read.

    ``text`` is ``None`` where nobody has translated the row: its facts are shown and "not yet
    translated", never the Polish.
    """

    fact: Any
    text: Any | None


def rows(page: BasePage, relation: str) -> list[Row]:
    """The original's rows in the original's order, paired with the page's own texts.

    The only place that reads a translation's rows; templates never iterate them.
    """
    return list(_pairs(page, relation))


def _pairs(page: BasePage, relation: str) -> Iterator[Row]:
    facts = getattr(page.original, relation).all()
    if page.is_original:
        yield from (Row(fact=row, text=row) for row in facts)
        return
    texts = {row.translation_key: row for row in getattr(page, relation).all()}
    for row in facts:
        text = texts.get(row.translation_key)
        yield Row(fact=row, text=text if text is not None and text.is_translated else None)
