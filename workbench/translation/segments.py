"""The texts of a page as a translator meets them: each Polish one with its English.

What is kept are wagtail-localize's own records: a segment of a source, and the translation of its
string in its context. Where an author rewrote a sentence, the one that stood there before and its
English are beside it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.text import capfirst
from rapidfuzz import fuzz
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.views.edit_translation import (
    FieldHasNoEditPanelError,
    TabHelper,
    get_segment_location_info,
)

from base.models import BasePage
from base.telling import Words, from_text
from base.text import fold, has_text, plain
from base.translating import adopt

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE
# Two sentences with less in common (percent) are not the same sentence rewritten.
REWRITTEN = 50


@dataclass(frozen=True)
class Earlier:
    """A Polish sentence that stood in the same place before, and its English."""

    polish: str
    english: str


@dataclass
class Segment:
    """One text of a page: ``polish`` and ``english`` with the tags of words in them.

    ``translation`` is ``None`` while nobody and nothing has translated it.
    """

    key: str
    path: str
    polish: str
    tab: str = ""
    label: str = ""
    translation: StringTranslation | None = None
    earlier: Earlier | None = None
    suggestions: list[Any] = field(default_factory=list)
    terms: list[Any] = field(default_factory=list)

    @property
    def english(self) -> str:
        return self.translation.data if self.translation else ""

    @property
    def is_translated(self) -> bool:
        return self.translation is not None and not self.translation.has_error

    @property
    def is_unconfirmed(self) -> bool:
        """Whether a machine made the English and nobody has confirmed it."""
        return self.translation is not None and self.translation.translation_type == MACHINE

    @property
    def error(self) -> Words:
        return from_text(self.translation.get_error() or "") if self.translation else ""

    @property
    def is_long(self) -> bool:
        return len(self.polish) > 80

    @property
    def has_tags(self) -> bool:
        return "<" in self.polish

    @cached_property
    def words(self) -> str:
        return plain(self.polish)


def segments_of(translation: Translation) -> list[Segment]:
    """The segments of a translation in the order of the page's form, with what is translated."""
    stored = list(
        StringSegment.objects.filter(source=translation.source)
        .select_related("context", "string")
        .order_by("order")
    )
    english = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        ).select_related("translation_of", "context", "last_translated_by")
    }
    former = _former(english.values(), {(each.string_id, each.context_id) for each in stored})
    page = translation.source.as_instance()
    tabs = TabHelper(page)
    placed = []
    for each in stored:
        tab, label, order = _place(page, tabs, each.context)
        found = english.get((each.string_id, each.context_id))
        segment = Segment(
            key=str(each.pk),
            path=each.context.path,
            polish=each.string.data,
            tab=tab,
            label=label,
            translation=found,
        )
        if found is None:
            segment.earlier = _rewritten(segment.words, former[each.context.path])
        placed.append((order, each.order, segment))
    return [segment for _order, _place_in_field, segment in sorted(placed, key=lambda p: p[:2])]


def _place(page: BasePage, tabs: TabHelper, context: TranslationContext) -> tuple[str, str, int]:
    """Where a text stands in the page's form: its tab, what it is called, and its place."""
    try:
        where = get_segment_location_info(
            page, tabs, context.path, context.get_field_path(page) or context.path
        )
    except FieldHasNoEditPanelError:
        name = context.path.partition(".")[0]
        return "", capfirst(str(page._meta.get_field(name).verbose_name)), 10_000
    names = [str(where["field"]), str(where["subField"] or "")]
    tab = next((each["label"] for each in tabs.tabs_with_slugs if each["slug"] == where["tab"]), "")
    return str(tab), " · ".join(name for name in names if name), where["order"]


def _former(translated: Any, present: set[tuple[int, int]]) -> dict[str, list[Earlier]]:
    """By path, what stood there and was translated, and stands there no more."""
    former = defaultdict(list)
    for each in translated:
        if (each.translation_of_id, each.context_id) not in present and not each.has_error:
            former[each.context.path].append(Earlier(each.translation_of.data, each.data))
    return former


def _rewritten(words: str, former: list[Earlier]) -> Earlier | None:
    """The former sentence this one was made of, if it was."""
    scored = [(fuzz.ratio(fold(words), fold(plain(each.polish))), each) for each in former]
    score, nearest = max(scored, key=lambda pair: pair[0], default=(0, None))
    return nearest if score >= REWRITTEN else None


def progress(segments: list[Segment]) -> tuple[int, int]:
    """How many segments are translated and confirmed, of how many."""
    done = sum(1 for each in segments if each.is_translated and not each.is_unconfirmed)
    return done, len(segments)


# --- What a page says now, against what has been translated ----------------------------------


@dataclass(frozen=True)
class Change:
    """A Polish text published now that has no English; ``before`` is what stood there."""

    label: str
    polish: str
    before: str


def changes(original: BasePage) -> list[Change]:
    """What has to be translated again or anew, in the order of the page.

    Asked of the published page, so it tells the same before and after a translator has begun.
    """
    texts = [
        segment
        for segment in extract_segments(original)
        if isinstance(segment, StringSegmentValue) and has_text(segment.string.data)
    ]
    english = list(
        StringTranslation.objects.filter(
            context__object_id=original.translation_key, has_error=False
        ).select_related("translation_of", "context")
    )
    known = {(each.translation_of.data, each.context.path) for each in english}
    present = {(text.string.data, text.path) for text in texts}
    former = defaultdict(list)
    for each in english:
        if (each.translation_of.data, each.context.path) not in present:
            former[each.context.path].append(Earlier(each.translation_of.data, each.data))
    found = []
    for text in texts:
        if (text.string.data, text.path) in known:
            continue
        words = plain(text.string.data)
        before = _rewritten(words, former[text.path])
        found.append(
            Change(_field_name(original, text.path), words, plain(before.polish) if before else "")
        )
    return found


def _field_name(page: BasePage, path: str) -> str:
    return str(page.label_of(path.partition(".")[0]))


# --- Beginning -------------------------------------------------------------------------------


def bring_up_to_date(original: BasePage, locale: Any) -> Translation | None:
    """The translation of a page, with its source as published now; made where there is none.

    ``None`` for English that was written as a page, in other parts than the Polish has: it would
    be lost on the desk, so it goes on being written as a page.
    """
    translation = Translation.objects.filter(
        source__object_id=original.translation_key, target_locale=locale, enabled=True
    ).first()
    english = original.english
    if translation is None and english is not None and not adopt(original, english):
        return None
    source, _created = TranslationSource.update_or_create_from_instance(original)
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    return translation
