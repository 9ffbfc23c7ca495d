"""How often a tag is used, by originals of every page type that bears tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from taggit.models import ItemBase

from base.languages import original_locale_id

from .models import Tag, Theme


def tagged_models() -> list[type[ItemBase]]:
    """The models of rows that tie one of our tags to a page."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, ItemBase) and model.tag_model() is Tag
    ]


def bearing(tags: Iterable[int]) -> set[UUID]:
    """The translation keys of the originals that bear one of these tags, by their ids."""
    keys: set[UUID] = set()
    for model in tagged_models():
        rows = model.objects.filter(tag__in=tags, content_object__locale_id=original_locale_id())
        keys.update(rows.values_list("content_object__translation_key", flat=True))
    return keys


def with_uses(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Annotate ``uses``; the English pages' copies are dead data and do not count."""
    total = Value(0, output_field=IntegerField())
    for model in tagged_models():
        rows = (
            model.objects.filter(tag=OuterRef("pk"), content_object__locale_id=original_locale_id())
            .order_by()
            .values("tag")
            .annotate(number=Count("pk"))
            .values("number")
        )
        total = total + Coalesce(Subquery(rows), 0)
    return tags.annotate(uses=total)


def with_tags_and_pages(themes: QuerySet[Theme]) -> QuerySet[Theme]:
    """Annotate ``tag_number`` and ``page_number``: a theme's own tags, and the originals that bear
    any of them.
    """
    pages: Any = Value(0, output_field=IntegerField())
    for model in tagged_models():
        rows = (
            model.objects.filter(
                tag__theme=OuterRef("pk"), content_object__locale_id=original_locale_id()
            )
            .order_by()
            .values("tag__theme")
            .annotate(number=Count("content_object", distinct=True))
            .values("number")
        )
        pages = pages + Coalesce(Subquery(rows), 0)
    return themes.annotate(tag_number=Count("tags"), page_number=pages)
