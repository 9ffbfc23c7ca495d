"""Comparisons of versions say nothing of what was chosen where the reader may not know of it.

Wagtail 7.4 writes out the titles of pages and documents, and shows pictures, as they stand in
either version. Delete this file when it asks its policies what it may name.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.db.models import Model
from wagtail.admin.compare import ForeignObjectComparison, M2MFieldComparison
from wagtail.blocks import ChooserBlock, PageChooserBlock
from wagtail.documents.views.chooser import BaseDocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlockComparison
from wagtail.images.edit_handlers import ImageFieldComparison

from .choosing import is_named, name_of


class _Unnamed:
    """Stands for a record, of which it says nothing but whether it is the same."""

    def __init__(self, record: Model):
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Unnamed) and other.record == self.record

    def __hash__(self) -> int:
        return hash(self.record)

    def __str__(self) -> str:
        return name_of(self.record, "")


def _objects(get_objects: Any) -> Any:
    @wraps(get_objects)
    def named(self: ForeignObjectComparison) -> list[Any]:
        found = get_objects(self)
        # A picture is not described but shown; there is nothing to show.
        instead = (lambda each: None) if isinstance(self, ImageFieldComparison) else _Unnamed
        return [each if each is None or is_named(each) else instead(each) for each in found]

    return named


def _item(get_item_display: Any) -> Any:
    @wraps(get_item_display)
    def named(self: M2MFieldComparison, item: Any) -> str:
        return name_of(item, get_item_display(self, item))

    return named


def _block(render_basic: Any) -> Any:
    @wraps(render_basic)
    def named(self: ChooserBlock, value: Any, context: Any = None) -> Any:
        if value is not None and not is_named(value):
            return name_of(value, "")
        return render_basic(self, value, context=context)

    return named


def _pictures(init: Any) -> Any:
    @wraps(init)
    def named(self: Any, block: Any, exists_a: bool, exists_b: bool, *values: Any) -> None:
        shown = [each if each is None or is_named(each) else None for each in values]
        init(self, block, exists_a, exists_b, *shown)

    return named


def _picture(htmlvalue: Any) -> Any:
    @wraps(htmlvalue)
    def named(self: Any, value: Any) -> str:
        return htmlvalue(self, value if value is None or is_named(value) else None)

    return named


def apply() -> None:
    ForeignObjectComparison.get_objects = _objects(ForeignObjectComparison.get_objects)
    M2MFieldComparison.get_item_display = _item(M2MFieldComparison.get_item_display)
    ImageChooserBlockComparison.__init__ = _pictures(ImageChooserBlockComparison.__init__)
    ImageChooserBlockComparison.htmlvalue = _picture(ImageChooserBlockComparison.htmlvalue)
    for block in (PageChooserBlock, BaseDocumentChooserBlock):
        block.render_basic = _block(block.render_basic)
