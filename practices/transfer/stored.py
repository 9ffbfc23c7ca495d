"""Practices as the database has them, as the values of a file's columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page, Revision, WorkflowState

from base.languages import translation_locale_id
from base.models.pages import UNTRANSLATED_TITLE
from networks.models import NetworkPage
from registers.models import City, Person

from ..models import PracticePage, PracticeState
from .clusters import attach_rows, content_of, rows_of
from .columns import COLUMNS, RELATIONS, Column, Home, Relation
from .lookups import Lookups, PracticeName, external_name, key_in

# Columns of a page that tell of its place, its revisions and its publication.
_NOT_CONTENT = {field.name for field in Page._meta.get_fields()} - {
    "title", "slug", "seo_title", "search_description", "show_in_menus", "go_live_at", "expire_at",
}  # fmt: skip


@dataclass
class StoredRow:
    """A row of the original with the text of its English row."""

    values: dict[str, Any]
    row: Any = None
    english: Any = None


@dataclass
class Stored:
    """A practice with its English page and its state, and their values by column.

    What an editor would find in the form: the latest draft where there is one.
    """

    page: PracticePage
    english: PracticePage | None
    state: PracticeState
    is_under_review: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[StoredRow]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = {name: self._value(column) for name, column in COLUMNS.items()}
        self.rows = {name: self._rows(relation) for name, relation in RELATIONS.items()}

    @property
    def is_locked(self) -> bool:
        return self.page.locked or (self.english is not None and self.english.locked)

    def _value(self, column: Column) -> Any:
        if column.home is Home.STATE:
            return getattr(self.state, column.name)
        if column.home is Home.LIVE:
            page = self.english if column.english else self.page
            return page is not None and page.live
        if column.home is Home.PERSON:
            return self._person(column.name)
        if column.english:
            return _text(self.english, column.attribute)
        if column.name == "gallery":
            return [row.image for row in rows_of(self.page)["gallery"]]
        if column.name == "related":
            return [_named(row.practice) for row in rows_of(self.page)["related"]]
        if column.name == "tags":
            return [item.tag for item in rows_of(self.page)["tagged_items"]]
        if column.name in rows_of(self.page):
            return list(rows_of(self.page)[column.name])
        if column.name == "external_id":
            return external_name(self.page.external_id, self.page.translation_key)
        return getattr(self.page, column.name)

    def _person(self, name: str) -> str:
        role, _, part = name.rpartition("_")
        person: Person | None = getattr(self.page, role)
        return getattr(person, part) if person is not None else ""

    def _rows(self, relation: Relation) -> list[StoredRow]:
        english = (
            {row.translation_key: row for row in rows_of(self.english)[relation.name]}
            if self.english is not None and relation.is_text
            else {}
        )
        return [
            StoredRow(
                {
                    column.name: (
                        _text(english.get(row.translation_key), column.attribute)
                        if column.english
                        else getattr(row, column.name)
                    )
                    for column in relation.columns.values()
                },
                row,
                english.get(row.translation_key) if relation.is_text else None,
            )
            for row in rows_of(self.page)[relation.name]
        ]


def _text(row: Any, attribute: str) -> str:
    text = getattr(row, attribute) if row is not None else ""
    return "" if text == UNTRANSLATED_TITLE else text


def _named(page: Any) -> PracticeName:
    practice = getattr(page, "practicepage", None)
    external_id = practice.external_id if practice is not None else ""
    return PracticeName(external_name(external_id, page.translation_key), page.pk)


def load(names: Iterable[str], lookups: Lookups) -> dict[str, list[Stored]]:
    """The practices with these names; two originals with one identifier are both given."""
    names = list(names)
    keys = {key: name for name in names if (key := key_in(name))}
    originals = PracticePage.objects.originals()
    found: dict[str, list[Stored]] = {}
    pages = list(_with_facts(originals.filter(external_id__in=names)))
    pages += list(_with_facts(originals.filter(translation_key__in=keys, external_id="")))
    for stored in as_stored(pages, lookups):
        found.setdefault(stored.values["external_id"], []).append(stored)
    return found


def _with_facts(pages: Any) -> Any:
    return pages.select_related("city", "contact", "expert", "cover__collection").order_by("path")


def as_stored(pages: list[PracticePage], lookups: Lookups) -> list[Stored]:
    """The originals with everything that belongs to them, in a constant number of queries.

    A page with a draft costs some more: its rows are checked against what still exists.
    """
    keys = [page.translation_key for page in pages]
    english = list(
        PracticePage.objects.filter(
            translation_key__in=keys, locale_id=translation_locale_id(), alias_of__isnull=True
        )
    )
    known = {City: lookups.cities, NetworkPage: lookups.networks}
    attach_rows([*pages, *english], known)
    drafts = _drafts([*pages, *english])
    english_by_key = {page.translation_key: drafts.get(page.pk, page) for page in english}
    states = PracticeState.objects.in_bulk(keys, field_name="translation_key")
    reviewed = _under_review([*pages, *english])
    return [
        Stored(
            drafts.get(page.pk, page),
            english_by_key.get(page.translation_key),
            states.get(page.translation_key) or PracticeState(translation_key=page.translation_key),
            page.translation_key in reviewed,
        )
        for page in pages
    ]


def _under_review(pages: list[PracticePage]) -> set[UUID]:
    """The keys of the pages that are in a workflow now."""
    keys = {str(page.pk): page.translation_key for page in pages}
    base = ContentType.objects.get_for_model(Page)
    states = WorkflowState.objects.active().filter(base_content_type=base, object_id__in=keys)
    return {keys[pk] for pk in states.values_list("object_id", flat=True)}


def _drafts(pages: list[PracticePage]) -> dict[int, PracticePage]:
    """The latest drafts of pages whose published row is not what the editor sees."""
    waiting = [
        page
        for page in pages
        if page.latest_revision_id and (page.has_unpublished_changes or not page.live)
    ]
    revisions = Revision.objects.select_related("user").in_bulk(
        [page.latest_revision_id for page in waiting]
    )
    found = {}
    for page in waiting:
        revision = revisions[page.latest_revision_id]
        if _is_row(page, revision.content):
            page.latest_revision = revision
            continue
        draft = page.with_content_json(revision.content)
        draft.latest_revision = revision
        for name in (*RELATIONS, "gallery", "related", "tagged_items"):
            rows_of(draft).setdefault(name, [])
        found[page.pk] = draft
    return found


def _is_row(page: PracticePage, content: dict[str, Any]) -> bool:
    """Whether the draft says what the row says, as one left by an import does.

    Making a page of a draft asks for every record it points to, one by one.
    """
    row = json.loads(json.dumps(content_of(page), cls=DjangoJSONEncoder))
    return all(row[name] == content.get(name) for name in row if name not in _NOT_CONTENT)
