"""How the English of many practices stands after an import, by the rules of base.language_state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from base.language_state import ABSTRACT_FIELDS
from base.languages import translation_locale_id
from base.models import LanguageState

from ..models import PracticePage
from .bulk import upsert_by_key
from .clusters import attach_rows
from .texts import Texts, digest_of, fields_with_text, texts_of

_State = LanguageState.State
# Not the readers' requests, which are counted while an import runs.
_KEPT = {"english_requests"}


def note_publications(
    originals: Sequence[PracticePage], english: Sequence[PracticePage], now: datetime
) -> None:
    """Record what was published in either language."""
    originals_by_key = {page.translation_key: page for page in originals}
    english_by_key = {page.translation_key: page for page in english}
    keys = originals_by_key.keys() | english_by_key.keys()
    rows = LanguageState.objects.in_bulk(keys, field_name="translation_key")
    texts = {key: texts_of(page) for key, page in originals_by_key.items()}
    for key, page in originals_by_key.items():
        row = rows.setdefault(key, LanguageState(translation_key=key, page_id=page.pk))
        digest = digest_of(texts[key])
        if digest != row.polish_digest:
            row.polish_digest, row.polish_changed_at = digest, now
    for key in english_by_key.keys() & rows.keys():
        row = rows[key]
        row.english_digest, row.english_published_at = row.polish_digest, now
    _read_missing(rows, originals_by_key, english_by_key)
    for key, row in rows.items():
        original, translation = originals_by_key.get(key), english_by_key.get(key)
        if original is None or translation is None:
            row.state = _State.POLISH_ONLY
        else:
            polish = texts.get(key) or texts_of(original)
            row.state = _state_of(polish, texts_of(translation))
        row.outdated = (
            row.state != _State.POLISH_ONLY
            and bool(row.english_digest)
            and row.english_digest != row.polish_digest
        )
    upsert_by_key(rows.values(), keep=_KEPT)


def _read_missing(rows: dict, originals: dict, english: dict) -> None:
    """The other language of a practice of which only one was published now."""
    for found, pages in (
        (originals, PracticePage.objects.originals()),
        (english, PracticePage.objects.filter(locale_id=translation_locale_id())),
    ):
        missing = rows.keys() - found.keys()
        others = list(pages.filter(translation_key__in=missing, live=True)) if missing else []
        attach_rows(others, {})
        found |= {page.translation_key: page for page in others}


def _state_of(polish: Texts, english: Texts) -> str:
    untranslated = fields_with_text(polish) - fields_with_text(english) - ABSTRACT_FIELDS
    return _State.ABSTRACT if untranslated else _State.FULL
