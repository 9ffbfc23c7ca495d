"""Writing down what a translator typed, without overwriting what somebody else wrote meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from .segments import MACHINE

MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL
TYPED, SEEN, CONFIRMED = "text-", "seen-", "confirm-"


def mark_of(english: str) -> str:
    """By which a form says what it showed, so that a later writing is noticed."""
    return hashlib.sha256(english.encode()).hexdigest()[:16] if english else ""


@dataclass
class Saved:
    """What came of saving: keys of segments written, and of those somebody else wrote meanwhile
    with what was typed here, which is not saved and not lost.
    """

    written: set[str] = field(default_factory=set)
    conflicts: dict[str, str] = field(default_factory=dict)


def save(translation: Translation, data: Mapping[str, str], user: Any) -> Saved:
    """Save the texts of a submitted form; segments it does not have are left alone."""
    keys = {name.removeprefix(TYPED) for name in data if name.startswith(TYPED)}
    segments = StringSegment.objects.filter(
        source=translation.source, pk__in=[key for key in keys if key.isdecimal()]
    ).select_related("context", "string")
    english = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.select_for_update(of=("self",)).filter(
            locale=translation.target_locale,
            context__object_id=translation.source.object_id,
        )
    }
    saved = Saved()
    for segment in segments:
        key = str(segment.pk)
        text = data[TYPED + key].replace("\r\n", "\n").strip()
        present = english.get((segment.string_id, segment.context_id))
        shown = data.get(SEEN + key, "")
        is_confirmed = (CONFIRMED + key) in data
        there = present.data if present else ""
        if text == there:
            if present and is_confirmed and present.translation_type == MACHINE:
                _write(translation, segment, text, user)
                saved.written.add(key)
        elif mark_of(text) == shown:
            pass  # Nothing was typed here; what is there now is somebody else's.
        elif mark_of(there) != shown:
            saved.conflicts[key] = text
        elif text:
            _write(translation, segment, text, user)
            saved.written.add(key)
        elif present:
            present.delete()
            saved.written.add(key)
    return saved


def _write(translation: Translation, segment: StringSegment, text: str, user: Any) -> None:
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={
            "data": text,
            "translation_type": MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
