"""Writing an English page from texts at hand: for imports and demo content.

The translator's own way is wagtail-localize's side-by-side editor; :func:`adopt` hands it what
was written here, so that a translator finds every sentence beside its Polish one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db import transaction
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from . import tree
from .addresses import slug_of
from .languages import TRANSLATION_LANGUAGE
from .models import BasePage
from .untranslated import UNTRANSLATED_TITLE, empty_texts


def english_locale() -> Locale:
    return Locale.objects.get(language_code=TRANSLATION_LANGUAGE)


@transaction.atomic
def write_english(
    original: BasePage,
    texts: dict[str, Any],
    *,
    slug: str = "",
    rows: Callable[[BasePage], None] | None = None,
    publish: bool = True,
) -> BasePage:
    """Make or renew the English page of ``original`` with these texts and nothing Polish.

    ``texts`` maps translatable fields to English; what is not given is empty. ``rows`` may write
    the texts of child rows, which are empty otherwise. Raises ``PublicationRefused`` when told to
    publish what lacks its title, lead or summary; what its Polish is not published for stays a
    draft.
    """
    page = original.english or original.copy_for_translation(english_locale())
    page = type(original).objects.get(pk=page.pk)
    empty_texts(page)
    for name, text in texts.items():
        setattr(page, name, text)
    page.slug = slug or tree.free_slug(
        slug_of(page.title) or original.slug, page.get_parent(), page.translation_key
    )
    if rows is not None:
        rows(page)
    revision = page.save_revision()
    adopt(original, page)
    # English is never on the site without its Polish; asked now, since ``original`` may be old.
    if publish and type(original).objects.filter(pk=original.pk, live=True).exists():
        revision.publish()
    return type(original).objects.get(pk=page.pk)


def _strings_by_path(page: BasePage) -> dict[str, list[StringSegmentValue]]:
    grouped: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue) and segment.string.data != UNTRANSLATED_TITLE:
            grouped[segment.path].append(segment)
    return grouped


def adopt(original: BasePage, english: BasePage) -> bool:
    """Give the side-by-side editor what the English page says; returns whether it could.

    Only when every English text has as many parts as its Polish one: a half-adopted page would
    lose the rest the next time a translator saves it. Such a page is edited as a page instead.
    """
    polish, written = _strings_by_path(original), _strings_by_path(english)
    if any(len(polish.get(path, [])) != len(parts) for path, parts in written.items()):
        return False
    source, _changed = TranslationSource.update_or_create_from_instance(original)
    Translation.objects.update_or_create(
        source=source, target_locale=english.locale, defaults={"enabled": True}
    )
    used: dict[str, int] = defaultdict(int)
    segments = source.stringsegment_set.select_related("context", "string").order_by("order")
    for segment in segments:
        path = segment.context.path
        parts = written.get(path)
        if not parts:
            continue
        text = parts[used[path]].string
        used[path] += 1
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=english.locale,
            context=segment.context,
            defaults={
                "data": text.data,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
    return True
