"""What the texts of a page or of a register are made of, in the order a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, TextField, URLField
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from base.models import BasePage
from base.telling import Words


@dataclass(frozen=True)
class Piece:
    """One part of a page or record: ``html`` of a rich text, ``heading`` of a block, an
    ``address`` of another site, or what a film lacks. Captions are of the film, whatever language
    tells of it: they are asked of the original alone.

    ``place`` is the field's name as the form shows it, lazy; ``level`` the heading level it stands
    under; ``language`` that of a record's field, empty for a page, which has its own.
    """

    place: Words
    level: int
    html: str = ""
    heading: str | None = None
    address: str = ""
    film_without_transcript: bool = False
    language: str = ""
    film_without_captions: bool = False


# Fields have headings of the second level over them; a body has the page's title alone.
UNDER_FIELD, UNDER_TITLE = 2, 1


def pieces(page: BasePage) -> Iterator[Piece]:
    """All of a page's own words, and of an original's facts the addresses."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            place = capfirst(field.verbose_name)
            yield Piece(place, UNDER_FIELD, html=getattr(page, field.name) or "")
        elif isinstance(field, StreamField):
            place = capfirst(field.verbose_name)
            for block in getattr(page, field.name):
                yield from _of_block(block.block, block.value, place, page.is_original)
        elif isinstance(field, URLField) and page.is_original and getattr(page, field.name):
            place = capfirst(field.verbose_name)
            yield Piece(place, UNDER_FIELD, address=getattr(page, field.name))
        elif isinstance(getattr(field, "field", None), ParentalKey) and page.is_original:
            yield from _addresses_of_rows(page, field)
    yield from _films(page)


def _addresses_of_rows(page: BasePage, relation: Any) -> Iterator[Piece]:
    """The addresses that rows give (an act, an agreement): facts, so of the original alone."""
    columns = [each for each in relation.related_model._meta.fields if isinstance(each, URLField)]
    if not columns:
        return
    place = capfirst(relation.related_model._meta.verbose_name)
    for row in getattr(page, relation.get_accessor_name()).all():
        for column in columns:
            if address := getattr(row, column.name):
                yield Piece(place, UNDER_FIELD, address=address)


# An address written out in a text without links, up to the punctuation after it.
_WRITTEN_OUT = re.compile(r"https?://[^\s<>\"„”]+[^\s<>\"„”.,;:!?)]")
_LANGUAGES = ("pl", "en")


@cache
def registers() -> tuple[type[Model], ...]:
    """The registers that show readers a text: cities, themes, people, and what comes after."""
    models = apps.get_app_config("registers").get_models()
    return tuple(model for model in models if not issubclass(model, Page) and any(_texts_of(model)))


def _texts_of(model: type[Model]) -> Iterator[Field]:
    fields = (field for field in model._meta.concrete_fields if _language_of(field))
    return (field for field in fields if isinstance(field, TextField | StreamField))


def _language_of(field: Field) -> str:
    """Polish stands beside English in one record: a field's name says which it is."""
    return next((code for code in _LANGUAGES if field.name.endswith(f"_{code}")), "")


def pieces_of_record(record: Model) -> Iterator[Piece]:
    """The texts of a register's record in both languages, and the addresses it gives."""
    for field in _texts_of(type(record)):
        place, language = capfirst(field.verbose_name), _language_of(field)
        value = getattr(record, field.name)
        for part in _of_field(field, value, place):
            yield replace(part, language=language)
    for field in record._meta.concrete_fields:
        if isinstance(field, URLField) and getattr(record, field.name):
            place = capfirst(field.verbose_name)
            yield Piece(place, UNDER_TITLE, address=getattr(record, field.name))


def _of_field(field: Field, value: Any, place: Words) -> Iterator[Piece]:
    if isinstance(field, StreamField):
        for block in value:
            yield from _of_block(block.block, block.value, place, _language_of(field) == "pl")
    elif isinstance(field, RichTextField):
        yield Piece(place, UNDER_TITLE, html=value or "")
    else:
        for address in _WRITTEN_OUT.findall(value):
            yield Piece(place, UNDER_TITLE, address=address)


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


def _of_block(block: blocks.Block, value: Any, place: Words, is_original: bool) -> Iterator[Piece]:
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
