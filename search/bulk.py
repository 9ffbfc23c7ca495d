"""Documents of many practices at once: the same as one by one, in a few statements.

The words are analysed as ever, some 15 µs each; what is saved is the queries, twenty a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection, transaction

from base.languages import translation_locale_id
from base.models import Audience
from practices.models import PracticePage, PracticeState
from practices.transfer.clusters import attach_rows

from .drafts import Draft, builder_of
from .indexing import document_of, store
from .models import SearchDocument

BATCH = 250
# The number of the lock; any would do that nothing else takes.
LOCK = 5_463_401


def index_pages(keys: Iterable[UUID]) -> None:
    """Make the documents of these practices new; remove those of what is not public any more."""
    keys = list(keys)
    for start in range(0, len(keys), BATCH):
        _index_batch(keys[start : start + BATCH])


def one_at_a_time() -> None:
    """Wait until no other transaction indexes: whoever reads last must be the last to write.

    Held until this transaction ends. What is done behind readers' backs may take its time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@transaction.atomic
def _index_batch(keys: Sequence[UUID]) -> None:
    one_at_a_time()
    made = [
        (document_of(f"page:{page.translation_key}", draft, who=who, page_id=page.pk), draft)
        for page, draft, who in drafted_practices(keys)
    ]
    store(made)
    gone = {f"page:{key}" for key in keys} - {document.key for document, _draft in made}
    SearchDocument.objects.filter(key__in=gone).delete()


def drafted_practices(keys: Sequence[UUID]) -> list[tuple[PracticePage, Draft, str]]:
    """What is public of these practices: original, document before it is stored, audience."""
    audiences = dict(
        Audience.objects.filter(translation_key__in=keys).values_list("translation_key", "who")
    )
    pages = PracticePage.objects.filter(translation_key__in=keys, live=True)
    originals = [
        page
        for page in pages.originals().select_related("city")
        if page.translation_key in audiences
    ]
    english = {
        page.translation_key: page for page in pages.filter(locale_id=translation_locale_id())
    }
    attach_rows([*originals, *english.values()], {})
    for page in originals:
        if page.translation_key in english:
            english[page.translation_key].__dict__["_original"] = page
    _attach_states(originals)
    build = builder_of(PracticePage)
    assert build is not None
    return [
        (page, build(page, english.get(page.translation_key)), audiences[page.translation_key])
        for page in originals
    ]


def _attach_states(pages: Sequence[PracticePage]) -> None:
    """Where the page keeps what ``PracticePage.state`` would ask the database for."""
    keys = [page.translation_key for page in pages]
    states = PracticeState.objects.in_bulk(keys, field_name="translation_key")
    for page in pages:
        if page.translation_key in states:
            page.__dict__["_practice_state"] = states[page.translation_key]
