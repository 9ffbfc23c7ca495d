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
    another site, or what a film lacks. Captions are of the film, whatever language tells of it:
    they are asked of the original alone.

    ``place`` is the field's name as the form shows it; ``level`` the heading level it stands under.
    """

    place: str
    level: int
    html: str = ""
    heading: str | None = None
    address: str = ""
    film_without_transcript: bool = False
    film_without_captions: bool = False


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
                yield from _of_block(block.block, block.value, place, page.is_original)
        elif isinstance(field, URLField) and page.is_original and getattr(page, field.name):
            place = capfirst(str(field.verbose_name))
            yield Piece(place, UNDER_FIELD, address=getattr(page, field.name))
    yield from _films(page)


def _films(page: BasePage) -> Iterator[Piece]:
    """Films of fields: the address is a fact, the transcript stands in each language."""
    for film in page.film_fields:
        if not getattr(page.original, film.address):
            continue
        if not getattr(page, film.transcript):
            yield Piece(page.label_of(film.transcript), UNDER_FIELD, film_without_transcript=True)
        asks_captions = page.is_original and not page.is_only_heard(film)
        if asks_captions and not getattr(page, film.captions):
            yield Piece(page.label_of(film.captions), UNDER_FIELD, film_without_captions=True)


def _of_block(block: blocks.Block, value: Any, place: str, is_original: bool) -> Iterator[Piece]:
    if value is None or value == "":
        return
    if isinstance(value, RichText):
        yield Piece(place, UNDER_TITLE, html=value.source)
    elif isinstance(block, blocks.URLBlock):
        yield Piece(place, UNDER_TITLE, address=value)
    elif isinstance(value, blocks.StructValue):
        for name, child in block.child_blocks.items():
            yield from _of_block(child, value.get(name), place, is_original)
        if "transcript" in value and not value["transcript"]:
            yield Piece(place, UNDER_TITLE, film_without_transcript=True)
        if is_original and "has_captions" in value and not value["has_captions"]:
            yield Piece(place, UNDER_TITLE, film_without_captions=True)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from _of_block(block.child_block, child, place, is_original)
    elif block.name == "heading":
        yield Piece(place, UNDER_TITLE, heading=str(value))
