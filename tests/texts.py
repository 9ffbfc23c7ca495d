"""Texts for tests about languages: every translatable field of any page filled with known words."""

from __future__ import annotations

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from base.models import BasePage
from tests import factories


def filled(block: blocks.Block, word: str, page: Any = None) -> Any:
    """A value of a block, with ``word`` in each of its texts."""
    if isinstance(block, blocks.StructBlock):
        return {name: filled(child, word, page) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [filled(block.child_block, word, page), filled(block.child_block, word, page)]
    if isinstance(block, blocks.RichTextBlock):
        return (
            f"<h3>{word} nagłówek</h3><p>{word} <b>gruby</b> i <i>pochyły</i> tekst</p>"
            f'<ul><li>{word} pierwszy</li><li><a href="https://example.org">{word}</a></li></ul>'
        )
    if isinstance(block, ImageChooserBlock):
        return factories.image()
    if isinstance(block, DocumentChooserBlock):
        return factories.document()
    if isinstance(block, blocks.PageChooserBlock):
        return page
    if isinstance(block, blocks.URLBlock):
        return "https://example.org/film"
    return f"{word} tekst"


def empty(block: blocks.Block) -> Any:
    """A value of a block in which nothing has been written."""
    if isinstance(block, blocks.StructBlock):
        return {name: empty(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return []
    if isinstance(block, blocks.ChooserBlock):
        return None
    return ""


def fill(page: BasePage, word: str) -> None:
    """Write ``word`` into every translatable text of a page in memory, rows and blocks included."""
    for field in page.translatable_fields:
        name = field.field_name
        model_field = page._meta.get_field(name)
        if model_field.one_to_many:
            manager = getattr(page, name)
            if not manager.all():
                manager.add(model_field.related_model())
            for row in manager.all():
                for text in row.texts:
                    setattr(row, text, f"{word} {text}")
                manager.add(row)
        elif isinstance(model_field, StreamField):
            children = model_field.stream_block.child_blocks
            setattr(
                page,
                name,
                [
                    (kind, filled(child, word))
                    for kind, child in children.items()
                    if kind != "record"
                ],
            )
        elif name == "procedure":
            page.procedure = f"<p>{word}</p>{page.procedure}"
        elif isinstance(model_field, RichTextField):
            setattr(page, name, f"<p>{word} {name}</p><ul><li>{word} punkt</li></ul>")
        else:
            text = f"{word} {name}"
            setattr(page, name, f"{text} {factories.SUMMARY[:380]}" if name == "summary" else text)


def source_of(page: BasePage) -> TranslationSource:
    """What the side-by-side editor holds of a Polish page."""
    return TranslationSource.objects.get_for_instance(page)


def translate(page: BasePage, texts: dict[str, str] | None = None, *, word: str = "") -> None:
    """Write translations as the side-by-side editor does: of the named paths, or of everything.

    With ``word`` every text is translated into it and a number.
    """
    english = Locale.objects.get(language_code="en")
    for n, segment in enumerate(source_of(page).stringsegment_set.select_related("context")):
        path = segment.context.path
        text = f"{word} {n}" if word else (texts or {}).get(path)
        if text is not None:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                locale=english,
                context=segment.context,
                defaults={"data": text, "translation_type": "manual", "has_error": False},
            )


def translation_of(page: BasePage) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key)
