"""Where wagtail-localize 1.14.5 would put Polish at an English address.

Its *Translate* fills every untranslated string with the source's (``save_target`` calls
``create_or_update_translation(fallback=True)``) and publishes at once. Here an untranslated
string becomes empty, an untranslated title a marker, and a page that lacks its English title,
lead or summary stays a draft. Delete this file when wagtail-localize can be told so by a setting.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue

from .models import BasePage
from .models.pages import UNTRANSLATED_TITLE


def _segments_without_source_text(original):
    @wraps(original)
    def segments(self: TranslationSource, locale: Any, fallback: bool = False) -> list:
        result = original(self, locale, fallback=fallback)
        if not fallback:
            return result
        untranslated = {
            (segment.context.path, segment.order)
            for segment in StringSegment.objects.filter(source=self)
            .annotate_translation(locale)
            .select_related("context")
            if not segment.translation
        }
        for segment in result:
            if (
                isinstance(segment, StringSegmentValue)
                and (segment.path, segment.order) in untranslated
            ):
                text = UNTRANSLATED_TITLE if segment.path == "title" else ""
                segment.string = StringValue(text)
        return result

    return segments


def _draft_until_complete(original):
    @wraps(original)
    def create_or_update(
        self: TranslationSource,
        locale: Any,
        user: Any = None,
        publish: bool = True,
        copy_parent_pages: bool = False,
        fallback: bool = False,
    ) -> tuple[Any, bool]:
        is_page = issubclass(self.specific_content_type.model_class(), BasePage)
        translation, created = original(
            self,
            locale,
            user=user,
            publish=publish and not is_page,
            copy_parent_pages=False,
            fallback=fallback,
        )
        if not is_page:
            return translation, created
        _give_english_slug(translation)
        if publish:
            if missing := translation.missing_for_publication():
                raise ValidationError({item.field: item.message for item in missing})
            revision = translation.latest_revision
            transaction.on_commit(lambda: revision.publish(user=user))
        return translation, created

    return create_or_update


def _give_english_slug(translation: BasePage) -> None:
    """While it was never published, an English page's address follows its English title."""
    from wagtail.coreutils import find_available_slug

    from .addresses import slug_of

    if translation.first_published_at or translation.title == UNTRANSLATED_TITLE:
        return
    slug = find_available_slug(
        translation.get_parent(), slug_of(translation.title), ignore_page_id=translation.pk
    )
    if slug and slug != translation.slug:
        translation.slug = slug
        translation.save()
        translation.save_revision(changed=False, clean=False)


def apply() -> None:
    """Put the two replacements in place, once."""
    if getattr(TranslationSource, "_keeps_english_honest", False):
        return
    TranslationSource._get_segments_for_translation = _segments_without_source_text(
        TranslationSource._get_segments_for_translation
    )
    TranslationSource.create_or_update_translation = _draft_until_complete(
        TranslationSource.create_or_update_translation
    )
    TranslationSource._keeps_english_honest = True
