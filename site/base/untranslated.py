"""What an English page says before anybody has translated it: nothing, and never Polish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import BasePage

# What an English page is called while nobody has translated its title; it is never published.
UNTRANSLATED_TITLE = "(not yet translated)"


def empty_texts(page: BasePage) -> None:
    """Take every translatable text off an English page in memory, those of its rows included.

    The rows stay: their facts are the original's, and their words are for the translator.
    """
    for field in page.translatable_fields:
        name = field.field_name
        model_field = page._meta.get_field(name)
        if model_field.one_to_many:
            manager = getattr(page, name)
            for row in manager.all():
                for text in row.texts:
                    setattr(row, text, "")
                manager.add(row)
        else:
            setattr(page, name, model_field.get_default() or "")
    page.title = page.draft_title = UNTRANSLATED_TITLE
