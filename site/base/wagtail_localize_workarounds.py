"""Where wagtail-localize 1.14.5 would put Polish at an English address, or lose English.

Its *Translate* fills every untranslated string with the source's (``save_target`` asks for
``fallback=True``), publishes at once, and writes what is half translated over the live page. Here
an untranslated string is empty and an untranslated title a marker; what a machine made is on no
page before somebody confirms it; a draft leaves the live page alone; publishing is refused with
what is missing; a page that was written as a page, not side by side, is handed to translators
before anything is written over it; and a title too long is an error message. Delete this file
when wagtail-localize can be told so by settings.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.signals import post_save
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize import models
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
    post_save_string_translation,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue
from wagtail_localize.views import edit_translation

from . import tree
from .addresses import slug_of
from .models import BasePage
from .refusals import PublicationRefused
from .telling import as_text, said_by
from .text import has_text
from .translating import adopt
from .untranslated import UNTRANSLATED_TITLE


def _segments_without_source_text(original):
    @wraps(original)
    def segments(self: TranslationSource, locale: Any, fallback: bool = False) -> list:
        result = original(self, locale, fallback=fallback)
        if fallback:
            stored = StringSegment.objects.filter(source=self).annotate_translation(locale)
            _empty(result, stored.filter(translation=None))
        return result

    return segments


def _empty(segments: list, stored: QuerySet[StringSegment]) -> None:
    """Take the words off those of the segments that are among the stored ones."""
    places = set(stored.values_list("context__path", "order"))
    for segment in segments:
        if isinstance(segment, StringSegmentValue) and (segment.path, segment.order) in places:
            text = UNTRANSLATED_TITLE if segment.path == "title" else ""
            segment.string = StringValue(text)


def _unconfirmed(source: TranslationSource, locale: Any) -> QuerySet[StringSegment]:
    """The segments whose English a machine made and nobody has confirmed."""
    machine_made = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=locale,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    return StringSegment.objects.filter(Exists(machine_made), source=source)


def _pages_our_way(original):
    @wraps(original)
    def create_or_update(
        self: TranslationSource,
        locale: Any,
        user: Any = None,
        publish: bool = True,
        copy_parent_pages: bool = False,
        fallback: bool = False,
    ) -> tuple[Any, bool]:
        if not issubclass(self.specific_content_type.model_class(), BasePage):
            return original(self, locale, user, publish, copy_parent_pages, fallback)
        try:
            with transaction.atomic():
                return _write(self, locale, user, publish)
        except ValidationError as error:
            _mark(self, locale, error)
            raise

    return create_or_update


def _write(source: TranslationSource, locale: Any, user: Any, publish: bool) -> tuple[Any, bool]:
    """Make or renew the English page from what has been translated, as a draft or for readers."""
    polish = source.as_instance()
    page = polish.english
    created = page is None
    if page is None:
        page = polish.copy_for_translation(locale)
    elif not _is_known_to_translators(source, locale) and not adopt(polish.original, page):
        Translation.objects.filter(source=source, target_locale=locale).update(enabled=False)
        return page, False
    copy_synchronised_fields(polish, page)
    segments = source._get_segments_for_translation(locale, fallback=True)
    _empty(segments, _unconfirmed(source, locale))
    ingest_segments(polish, page, source.locale, locale, segments)
    _drop_empty_paragraphs(page)
    _give_english_slug(page)
    page.full_clean()
    if publish and (missing := page.missing_for_publication()):
        raise PublicationRefused(page, missing)
    if not page.live:
        page.save()
    revision = page.save_revision(user=user)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    if publish:
        revision.publish(user=user)
    return page, created


def _drop_empty_paragraphs(page: BasePage) -> None:
    """A rich text of which nothing is translated keeps its tags; say that it is empty."""
    for field in page.translatable_fields:
        is_rich = isinstance(page._meta.get_field(field.field_name), RichTextField)
        if is_rich and not has_text(getattr(page, field.field_name)):
            setattr(page, field.field_name, "")


def _is_known_to_translators(source: TranslationSource, locale: Any) -> bool:
    """Whether the side-by-side editor holds what the English page says.

    A source made anew after the last translation means that the page was written otherwise since.
    """
    return StringTranslation.objects.filter(
        context__object_id=source.object_id, locale=locale, updated_at__gte=source.created_at
    ).exists()


def _give_english_slug(page: BasePage) -> None:
    """While it was never published, an English page's address follows its English title."""
    if page.first_published_at or page.title == UNTRANSLATED_TITLE:
        return
    if slug := slug_of(page.title):
        page.slug = tree.free_slug(slug, page.get_parent(), page.translation_key)


def _mark(source: TranslationSource, locale: Any, error: ValidationError) -> None:
    """Show a translator which of the texts was not accepted."""
    for path, errors in getattr(error, "error_dict", {}).items():
        for translation in StringTranslation.objects.filter(
            context__object_id=source.object_id, context__path=path, locale=locale
        ):
            # Kept for whoever translates next; wagtail-localize has a column of text for it.
            translation.has_error, translation.field_error = True, as_text(said_by(errors[0]))
            translation.save(update_fields=["has_error", "field_error"])


def _show_title_of_draft(sender: type, instance: StringTranslation, **_kwargs: Any) -> None:
    """The page tree shows the title a translator has written, cut to what its column holds.

    wagtail-localize writes it whole: a title too long to publish would be a database error.
    """
    if instance.context is not None and instance.context.path == "title":
        longest = Page._meta.get_field("draft_title").max_length
        Page.objects.filter(
            translation_key=instance.context.object_id, locale_id=instance.locale_id
        ).update(draft_title=instance.data[:longest])


def apply() -> None:
    """Put the replacements in place, once."""
    if getattr(TranslationSource, "_keeps_english_honest", False):
        return
    TranslationSource._get_segments_for_translation = _segments_without_source_text(
        TranslationSource._get_segments_for_translation
    )
    TranslationSource.create_or_update_translation = _pages_our_way(
        TranslationSource.create_or_update_translation
    )
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(
        _show_title_of_draft, sender=StringTranslation, dispatch_uid="base.title_of_draft"
    )
    for module in (models, edit_translation):
        module.DATE_FORMAT = "%d.%m.%Y"  # its own names the month, in English always
    TranslationSource._keeps_english_honest = True
