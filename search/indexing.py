"""Search documents stored: from drafts, with their word vectors and what is suggested of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F, Q

from base.collation import polish_sort_key
from base.languages import translation_locale_id
from base.models import Audience, BasePage
from base.models.records import Who
from practices.transfer.bulk import next_ids, upsert
from registers.models import City

from . import phrases
from .analysis import LANGUAGES
from .drafts import Draft, Weighted, builder_of, city
from .lexicon import learn
from .likeness import marks_of
from .models import DocumentType, SearchDocument, WordVector
from .side_by_side import vectors

# Counted up when documents are made differently, so that those of before are made anew.
VERSION = 5
# Where " . " joins two parts: read as a full stop, unless the first has an ending of its own.
_JOINTS = re.compile(r"([.!?…:;]?)(?: +\.)+(?= |$)")


def document_of(key: str, draft: Draft, *, who: str, **columns: Any) -> SearchDocument:
    """The document of a draft, still to be stored."""
    return SearchDocument(
        key=key,
        type=draft.type,
        who=who,
        version=VERSION,
        digest=draft.digest,
        marks=marks_of(draft) if draft.type == DocumentType.PRACTICE else [],
        languages=sorted(draft.texts),
        title_pl=draft.title["pl"],
        title_en=draft.title.get("en", ""),
        text_pl=reading_text(draft.texts.get("pl", [])),
        text_en=reading_text(draft.texts.get("en", [])),
        sort_key=polish_sort_key(draft.title["pl"])[:250],
        **draft.facets,
        **columns,
    )


def store(made: Sequence[tuple[SearchDocument, Draft]]) -> None:
    """Write documents in a few statements, and all that is kept of their words."""
    documents = [document for document, _draft in made]
    for document, pk in zip(documents, next_ids(SearchDocument, len(documents)), strict=True):
        document.pk = pk
    upsert(SearchDocument, documents, by="key", keep={"id"})
    keys = [document.key for document in documents]
    kept = dict(SearchDocument.objects.filter(key__in=keys).values_list("key", "pk"))
    found = vectors(
        [(draft.texts.get(code, []), code) for _document, draft in made for code in LANGUAGES]
    )
    upsert(
        WordVector,
        [
            WordVector(
                document_id=kept[document.key], type=document.type, who=document.who,
                vector_pl=polish, vector_en=english,
            )
            for document, polish, english in zip(documents, found[::2], found[1::2], strict=True)
        ],
        by="document",
    )  # fmt: skip
    _silence_closed(kept.values())
    learn(text for _document, draft in made for part in draft.texts.values() for text, _w in part)
    phrases.keep_documents(keys)


def _silence_closed(documents: Iterable[int]) -> None:
    """Drop the words of what was closed since it was read, as its closing has done."""
    is_open = Q(document__page__isnull=True) | Q(
        document__page__live=True, document__page__audience__who=F("who")
    )
    WordVector.objects.filter(document__in=list(documents)).exclude(is_open).delete()


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
    store([(document_of(key, draft, who=who, page_id=original.pk), draft)])


def index_city(record: City) -> None:
    draft = city(record)
    key = f"city:{record.pk}"
    store([(document_of(key, draft, who=Who.PUBLIC, object_id=record.pk), draft)])


__all__ = ["index_city", "index_page"]
