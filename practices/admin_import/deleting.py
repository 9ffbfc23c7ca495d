"""Practices deleted many at a time, by Wagtail's own deletion of pages.

Deleted one by one, a complete practice takes 555 statements: wagtail-localize asks eleven times
about each row with texts, and unpublishing works out again how the English stands that is about to
go. What those who are told of a deletion would look for is taken away here for all pages at once,
so that they find nothing to do; then the tree is asked twice, for the English pages and for the
originals. Who is told of deleted pages is told of these as well.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from wagtail.models import COMMENTS_RELATION_NAME, PageLogEntry
from wagtail_localize.models import TranslationSource

from base.languages import original_locale_id
from base.models import Audience, LanguageState

from ..models import PracticePage, PracticeState
from ..transfer.clusters import CHILD_RELATIONS


def delete_practices(keys: Sequence[uuid.UUID], user: Any) -> None:
    """Delete originals with everything that is theirs; called in a transaction."""
    pages = PracticePage.objects.filter(translation_key__in=keys)
    rows = list(pages.values_list("pk", "locale_id", "title"))
    if not rows:
        return
    _log([(pk, title) for pk, _locale, title in rows], user)
    # Nobody works out the language, or the search document, of what is about to go.
    pages.update(live=False)
    _forget_rows([pk for pk, _locale, _title in rows])
    for model in (PracticeState, LanguageState, Audience):
        _forget(model.objects.filter(translation_key__in=keys))
    TranslationSource.objects.filter(object_id__in=keys).delete()
    for is_original in (False, True):
        wanted = [pk for pk, locale, _ in rows if (locale == original_locale_id()) == is_original]
        PracticePage.objects.filter(pk__in=wanted).delete()


def _forget_rows(pages: list[int]) -> None:
    """The rows of pages; comments, which have replies, go with their page."""
    for name, relation in CHILD_RELATIONS.items():
        if name != COMMENTS_RELATION_NAME:
            field = relation.field.name
            _forget(relation.related_model.objects.filter(**{f"{field}__in": pages}))


def _forget(rows: models.QuerySet) -> None:
    """Delete rows without a word to anybody; what still refers to them is an error."""
    rows.order_by()._raw_delete(rows.db)


def _log(pages: list[tuple[int, str]], user: Any) -> None:
    own, now = ContentType.objects.get_for_model(PracticePage), timezone.now()
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            content_type=own,
            label=title,
            action="wagtail.delete",
            timestamp=now,
            user=user,
            uuid=uuid.uuid4(),
            deleted=True,
            page_id=pk,
        )
        for pk, title in pages
    )
