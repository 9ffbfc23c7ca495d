"""Choosing tags: existing ones are found in both languages, new ones may be made."""

from __future__ import annotations

from typing import Any

from taggit.managers import TaggableManager
from taggit.utils import parse_tags
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.forms.tags import TagField

from base.picking import pickable_of
from base.widgets import PickMany

from .models import Tag


class PickTags(PickMany):
    """Tags by name. What is typed in English or as a synonym becomes the tag it stands for."""

    may_create = True

    def __init__(self, attrs: dict[str, Any] | None = None):
        super().__init__(Tag, attrs)

    def chosen(self, value: Any) -> list[dict[str, str]]:
        names = parse_tags(value) if isinstance(value, str) else [tag.name for tag in value or []]
        known = {
            tag.name: tag for tag in Tag.objects.filter(name__in=names).select_related("theme")
        }
        option = pickable_of(Tag).option  # type: ignore[union-attr]
        return [
            option(known[name]) if name in known else {"value": name, "label": name, "note": ""}
            for name in names
        ]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """The chosen names as one text, as taggit reads it: each in quotation marks."""
        chosen = [text.replace('"', "").strip() for text in data.getlist(name)]
        names = [tag.name if (tag := Tag.resolve(text)) else text for text in chosen if text]
        return ", ".join(f'"{each}"' for each in dict.fromkeys(names))


def _tag_field(field: Any) -> dict[str, Any]:
    override = {"form_class": TagField, "tag_model": field.related_model}
    return {**override, "widget": PickTags} if field.related_model is Tag else override


def register() -> None:
    """Use the widget for every field of the register's tags."""
    register_form_field_override(TaggableManager, override=_tag_field)
