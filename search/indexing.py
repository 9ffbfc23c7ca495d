"""Search documents stored: from drafts, with their word vectors and what is suggested of them."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection

from base.collation import polish_sort_key
from base.languages import translation_locale_id
from base.models import Audience, BasePage
from registers.models import City

from . import phrases
from .analysis import tsvector_literal
from .drafts import Draft, Weighted, builder_of, city
from .lexicon import learn
from .likeness import marks_of
from .models import DocumentType, SearchDocument

# Counted up when documents are made differently, so that those of before are made anew.
VERSION = 5
# Where " . " joins two parts: read as a full stop, unless the first has an ending of its own.
_JOINTS = re.compile(r"([.!?…:;]?)(?: +\.)+(?= |$)")


def _store(key: str, draft: Draft, **columns: Any) -> None:
    """Write one document, its word vectors included, in one statement each."""
    document, _created = SearchDocument.objects.update_or_create(
        key=key,
        defaults={
            "type": draft.type,
            "version": VERSION,
            "digest": draft.digest,
            "marks": marks_of(draft) if draft.type == DocumentType.PRACTICE else [],
            "languages": sorted(draft.texts),
            "title_pl": draft.title["pl"],
            "title_en": draft.title.get("en", ""),
            "text_pl": reading_text(draft.texts.get("pl", [])),
            "text_en": reading_text(draft.texts.get("en", [])),
            "sort_key": polish_sort_key(draft.title["pl"])[:250],
            **draft.facets,
            **columns,
        },
    )
    vectors = [
        tsvector_literal(draft.texts.get(language, []), language)  # type: ignore[arg-type]
        for language in ("pl", "en")
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_searchdocument SET vector_pl = %s::tsvector, vector_en = %s::tsvector"
            " WHERE id = %s",
            [*vectors, document.pk],
        )
    learn(text for weighted in draft.texts.values() for text, _weight in weighted)
    phrases.keep_documents([key])


def reading_text(weighted: Weighted) -> str:
    """What snippets are cut from: everything but the title and the names."""
    text = " ".join(text for text, weight in weighted if weight in "CD")
    return _JOINTS.sub(lambda joint: joint[1] or ".", text).removeprefix(".").strip()


def drafted(page: BasePage) -> tuple[Draft, BasePage, str] | None:
    """This original's document before it is stored, the original itself and who may see it;
    nothing where nothing public is left.
    """
    original = type(page).objects.originals().filter(translation_key=page.translation_key).first()
    build = builder_of(type(page))
    audience = Audience.objects.filter(translation_key=page.translation_key).first()
    if build is None or original is None or not original.live or audience is None:
        return None
    english = (
        type(page)
        .objects.filter(
            translation_key=page.translation_key, locale_id=translation_locale_id(), live=True
        )
        .first()
    )
    return build(original, english), original, audience.who


def index_page(page: BasePage) -> None:
    """Make this original's document new, or remove it where nothing public is left."""
    key = f"page:{page.translation_key}"
    if (made := drafted(page)) is None:
        SearchDocument.objects.filter(key=key).delete()
        return
    draft, original, who = made
    _store(key, draft, page_id=original.pk, who=who)


def index_city(record: City) -> None:
    _store(f"city:{record.pk}", city(record), object_id=record.pk)


__all__ = ["index_city", "index_page"]
