"""What the texts of a page are made of, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import URLField
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from base.models import BasePage


@dataclass(frozen=True)
class Piece:
    """One part of a page: ``html`` of a rich text, ``heading`` of a block, an ``address`` of
    another site, or a ``film`` (its address, and whether there is a transcript).

    ``place`` is the field's name as the form shows it; ``level`` the heading level it stands under.
    """

    place: str
    level: int
    html: str = ""
    heading: str | None = None
    address: str = ""
    film_without_transcript: bool = False


# Fields have headings of the second level over them; a body has the page's title alone.
UNDER_FIELD, UNDER_TITLE = 2, 1


def pieces(page: BasePage) -> Iterator[Piece]:
    """All of a page's own words, and of an original's facts the addresses."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            place = capfirst(str(field.verbose_name))
            yield Piece(place, UNDER_FIELD, html=getattr(page, field.name) or "")
        elif isinstance(field, StreamField):
            place = capfirst(str(field.verbose_name))
            for block in getattr(page, field.name):
                yield from _of_block(block.block, block.value, place)
        elif isinstance(field, URLField) and page.is_original and getattr(page, field.name):
            place = capfirst(str(field.verbose_name))
            yield Piece(place, UNDER_FIELD, address=getattr(page, field.name))
    yield from _films(page)


def _films(page: BasePage) -> Iterator[Piece]:
    """Films of fields: the address is a fact, the transcript stands in each language."""
    names = {field.name for field in page._meta.get_fields()}
    for name in names:
        film = name.replace("transcript", "url")
        is_transcript = "transcript" in name and film in names
        if is_transcript and getattr(page.original, film) and not getattr(page, name):
            yield Piece(page.label_of(name), UNDER_FIELD, film_without_transcript=True)


def _of_block(block: blocks.Block, value: Any, place: str) -> Iterator[Piece]:
    if value is None or value == "":
        return
    if isinstance(value, RichText):
        yield Piece(place, UNDER_TITLE, html=value.source)
    elif isinstance(block, blocks.URLBlock):
        yield Piece(place, UNDER_TITLE, address=value)
    elif isinstance(value, blocks.StructValue):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, value.get(name), place)
        if "transcript" in value and not value["transcript"]:
            yield Piece(place, UNDER_TITLE, film_without_transcript=True)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from _of_block(block.child_block, child, place)
    elif block.name == "heading":
        yield Piece(place, UNDER_TITLE, heading=str(value))
