"""A batch of plans written to the database: pages, revisions, states, and what is kept of them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search.backends import get_search_backends
from wagtail_localize.models import TranslationSource

from base.models import Audience
from registers.models import Person, Tag

from .. import deciding
from ..models import PracticePage
from . import language
from .bulk import insert, next_ids, note_drafts, upsert_by_key, write_pages, write_rows
from .clusters import content_of
from .lookups import Lookups
from .planning import Outcome, Plan
from .references import index_references
from .registering import make_people, make_tags
from .tree import Place, stem_of

# Column of the state: its action in the log, and what the log keeps of it.
_DECISIONS = {
    "level": (deciding.LEVEL_CHANGED, "level"),
    "verification": (deciding.VERIFICATION_CHANGED, "verification"),
    "confirmed_on": (deciding.CONFIRMED, "on"),
}


@dataclass
class Writing:
    """One page of a batch: whether it is new, needs a revision, goes live."""

    plan: Plan
    page: PracticePage
    is_new: bool
    revise: bool
    publish: bool

    @property
    def writes_row(self) -> bool:
        """Not while a live page only gets a newer draft."""
        return self.is_new or self.publish or not self.page.live


class Places:
    """Where new originals and new English pages go."""

    def __init__(self, polish: Place, english: Place):
        self.polish, self.english = polish, english

    def of(self, page: PracticePage) -> Place:
        return self.polish if page.is_original else self.english

    def close(self) -> None:
        self.polish.close()
        self.english.close()


def save(
    plans: Sequence[Plan], lookups: Lookups, places: Places, who: str, by: int | None = None
) -> tuple[list[uuid.UUID], list[Tag | Person]]:
    """Write everything; ``by`` is the user the history names. Returns the translation keys of what
    readers may see differently, and what the registers gained.

    Runs in the caller's transaction, which holds the places.
    """
    now = timezone.now()
    made = [*make_tags(plans, lookups), *make_people(plans)]
    writings = _writings(plans)
    _place(writings, places)
    _number(writings)
    for writing in writings:
        _prepare(writing, now)
    whole = [writing for writing in writings if writing.writes_row]
    new = {writing.page.pk for writing in whole if writing.is_new}
    pages = [writing.page for writing in whole]
    write_pages(pages, new)
    note_drafts([writing.page for writing in writings if not writing.writes_row])
    write_rows(pages, new)
    _write_revisions(writings, now)
    _write_audiences(whole, who)
    states = [plan.state for plan in plans if plan.save_state]
    upsert_by_key(states)
    language.note_publications(
        [writing.page for writing in writings if writing.publish and writing.page.is_original],
        [writing.page for writing in writings if writing.publish and not writing.page.is_original],
        now,
    )
    index_references([page for page in pages if page.pk in new], anew=False)
    index_references([page for page in pages if page.pk not in new], anew=True)
    _log(writings, now, by)
    _log_decisions(plans, now, by)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(PracticePage, pages)
    _renew_aliases(writings)
    _forget_translator_texts(writings)
    return [plan.page.translation_key for plan in plans], made


def _writings(plans: Sequence[Plan]) -> list[Writing]:
    """Originals before their English pages."""
    originals = [
        Writing(plan, plan.page, plan.is_new, plan.revise, plan.publish)
        for plan in plans
        if plan.revise or plan.publish
    ]
    english = [
        Writing(
            plan,
            plan.english,
            plan.english.pk is None,
            plan.revise_english,
            plan.publish_english,
        )
        for plan in plans
        if plan.english is not None and (plan.revise_english or plan.publish_english)
    ]
    return [*originals, *english]


# --- Pages ---


def _place(writings: list[Writing], places: Places) -> None:
    new = [writing for writing in writings if writing.is_new]
    stems = {
        id(page): page.slug or stem_of(page.title, original.title, original.external_id)
        for page, original in ((writing.page, writing.plan.page) for writing in new)
    }
    for place, is_polish in ((places.polish, True), (places.english, False)):
        pages = [writing.page for writing in new if writing.page.is_original == is_polish]
        place.read_slugs([stems[id(page)] for page in pages])
        for page in pages:
            place.put(page, stems[id(page)])


def _number(writings: list[Writing]) -> None:
    new = [writing.page for writing in writings if writing.is_new]
    for page, pk in zip(new, next_ids(Page, len(new)), strict=True):
        page.pk = page.id = pk
    for writing in writings:
        writing.revise |= writing.page.latest_revision_id is None
    revised = [writing.page for writing in writings if writing.revise]
    for page, pk in zip(revised, next_ids(Revision, len(revised)), strict=True):
        page.latest_revision_id = pk


def _prepare(writing: Writing, now: datetime) -> None:
    """The columns Wagtail keeps of a page's revisions and publication."""
    page = writing.page
    if writing.revise:
        page.latest_revision_created_at = now
        page.draft_title = page.title
        page.has_unpublished_changes = True
    if writing.publish:
        page.live, page.expired, page.has_unpublished_changes = True, False, False
        page.live_revision_id = page.latest_revision_id
        page.last_published_at = now
        page.first_published_at = page.first_published_at or now


def _write_revisions(writings: list[Writing], now: datetime) -> None:
    """Every imported version can be gone back to, as what an editor saves can."""
    own = ContentType.objects.get_for_model(PracticePage)
    base = ContentType.objects.get_for_model(Page)
    published = [str(w.page.pk) for w in writings if w.publish and not w.is_new]
    if published:
        Revision.objects.filter(
            base_content_type=base, object_id__in=published, approved_go_live_at__isnull=False
        ).update(approved_go_live_at=None)
    insert(
        Revision,
        (
            Revision(
                pk=writing.page.latest_revision_id,
                content_type=own,
                base_content_type=base,
                object_id=str(writing.page.pk),
                created_at=now,
                object_str=str(writing.page),
                content=content_of(writing.page),
            )
            for writing in writings
            if writing.revise
        ),
    )


def _write_audiences(writings: list[Writing], who: str) -> None:
    insert(
        Audience,
        (
            Audience(translation_key=writing.page.translation_key, page_id=writing.page.pk, who=who)
            for writing in writings
            if writing.is_new and writing.page.is_original
        ),
    )


# --- What follows ---


def _log(writings: list[Writing], now: datetime, by: int | None) -> None:
    own = ContentType.objects.get_for_model(PracticePage)

    def entry(writing: Writing, action: str) -> PageLogEntry:
        return PageLogEntry(
            content_type=own,
            label=writing.page.title,
            action=f"wagtail.{action}",
            timestamp=now,
            user_id=by,
            uuid=uuid.uuid4(),
            revision_id=writing.page.latest_revision_id,
            content_changed=writing.revise,
            page_id=writing.page.pk,
        )

    actions = [
        *[(writing, "create") for writing in writings if writing.is_new],
        *[(w, "edit") for w in writings if w.revise and not w.is_new and not w.publish],
        *[(writing, "publish") for writing in writings if writing.publish],
    ]
    insert(PageLogEntry, (entry(writing, action) for writing, action in actions))


def _log_decisions(plans: Sequence[Plan], now: datetime, by: int | None) -> None:
    """What is decided of a record that was there before, as the admin's buttons log it."""
    own = ContentType.objects.get_for_model(PracticePage)
    insert(
        PageLogEntry,
        (
            PageLogEntry(
                content_type=own,
                label=plan.page.title,
                action=action,
                timestamp=now,
                user_id=by,
                data={name: str(plan.changes.values[column])},
                page_id=plan.page.pk,
            )
            for plan in plans
            if plan.outcome is Outcome.CHANGED
            for column, (action, name) in _DECISIONS.items()
            if plan.changes.values.get(column)
        ),
    )


def _renew_aliases(writings: list[Writing]) -> None:
    published = {w.page.pk: w.page for w in writings if w.publish and not w.is_new}
    aliased = Page.objects.filter(alias_of__in=published).values_list("alias_of", flat=True)
    for pk in set(aliased):
        published[pk].update_aliases(revision=published[pk].latest_revision)


def _forget_translator_texts(writings: list[Writing]) -> None:
    """The side-by-side editor's own copy of a text would undo what was imported.

    It is made anew from the page when a translator opens it (see :mod:`.adoption`).
    """
    keys = [w.page.translation_key for w in writings if w.revise and not w.page.is_original]
    known = TranslationSource.objects.filter(object_id__in=keys)
    if known.exists():
        known.delete()
