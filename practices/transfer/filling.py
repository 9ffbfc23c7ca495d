"""Puts values into a practice's pages in memory; nothing here writes to the database."""

from __future__ import annotations

import uuid
from typing import Any

from base.languages import original_locale_id, translation_locale_id
from registers.models import Person, Tag
from registers.models.vocabularies import PersonKind

from ..models import GalleryImage, PracticePage, PracticeState, PracticeTag, RelatedPractice
from .clusters import begin_empty, rows_of
from .columns import COLUMNS, PEOPLE, RELATIONS, Home, Relation
from .lookups import NewTag
from .merging import Changes
from .stored import StoredRow

PERSON_KINDS = {"contact": PersonKind.REPRESENTATIVE, "expert": PersonKind.EXPERT}


def new_original(name: str) -> PracticePage:
    page = PracticePage(
        locale_id=original_locale_id(),
        translation_key=uuid.uuid4(),
        live=False,
        external_id=name,
    )
    return begin_empty(page)


def new_english(original: PracticePage) -> PracticePage:
    """An English page holds its texts only; its facts are the original's."""
    page = PracticePage(
        locale_id=translation_locale_id(),
        translation_key=original.translation_key,
        live=False,
    )
    return begin_empty(page)


def fill_original(page: PracticePage, changes: Changes, people: dict[str, tuple[str, str]]) -> None:
    """``people`` are name and e-mail address by role, as they shall be after the import."""
    for name, value in changes.values.items():
        column = COLUMNS[name]
        if column.english or column.home in (Home.STATE, Home.LIVE, Home.PERSON):
            continue
        if name == "tags":
            _fill_tags(page, value)
        elif name == "gallery":
            _fill_list(page, name, GalleryImage, "image_id", [image.pk for image in value])
        elif name == "related":
            known = [practice.pk for practice in value if practice.pk]
            _fill_list(page, name, RelatedPractice, "practice_id", known)
        elif name in rows_of(page):
            rows_of(page)[name] = list(value)
        else:
            setattr(page, name, value)
    for role, columns in PEOPLE.items():
        if any(column in changes.values for column in columns):
            setattr(page, role, _person(page, role, *people[role]))
    for name in changes.polish_rows:
        _fill_rows(page, RELATIONS[name], changes.rows[name])


def _fill_tags(page: PracticePage, tags: list[Tag | NewTag]) -> None:
    kept = {item.tag_id: item for item in rows_of(page)["tagged_items"]}
    rows_of(page)["tagged_items"] = [
        (not isinstance(tag, NewTag) and kept.get(tag.pk))
        or PracticeTag(
            tag=Tag(name=tag.name) if isinstance(tag, NewTag) else tag, content_object=page
        )
        for tag in tags
    ]


def _fill_list(page: PracticePage, name: str, model: Any, attribute: str, ids: list[int]) -> None:
    kept = {getattr(row, attribute): row for row in rows_of(page)[name]}
    rows = [kept.get(pk) or model(page=page, **{attribute: pk}) for pk in dict.fromkeys(ids)]
    _in_order(page, name, rows)


def _in_order(page: PracticePage, name: str, rows: list[Any]) -> None:
    for order, row in enumerate(rows):
        row.sort_order = order
    rows_of(page)[name] = rows


def _person(page: PracticePage, role: str, name: str, email: str) -> Person | None:
    """Not saved yet: it is found or made when the record is written."""
    if not name:
        return None
    return Person(
        name=name,
        email=email,
        kind=PERSON_KINDS[role],
        city=page.city if role == "contact" else None,
        municipal_unit=page.unit if role == "contact" else "",
    )


def _fill_rows(page: PracticePage, relation: Relation, rows: list[StoredRow]) -> None:
    for merged in rows:
        if merged.row is None:
            merged.row = relation.model(page=page)
            if relation.is_text:
                merged.row.locale_id = page.locale_id
                merged.row.translation_key = uuid.uuid4()
        for column in relation.columns.values():
            if not column.english:
                setattr(merged.row, column.attribute, merged.values[column.name])
    _in_order(page, relation.name, [merged.row for merged in rows])


def fill_english(page: PracticePage, original: PracticePage, changes: Changes) -> None:
    """The English texts of the page and of its rows, which are as many as the original's."""
    for name, value in changes.values.items():
        column = COLUMNS[name]
        if column.english and column.home is Home.TEXT:
            setattr(page, column.attribute, value)
    for relation in RELATIONS.values():
        if relation.is_text:
            _fill_english_rows(page, original, relation, changes.rows.get(relation.name, []))


def _fill_english_rows(
    page: PracticePage, original: PracticePage, relation: Relation, merged: list[StoredRow]
) -> None:
    known = {row.translation_key: row for row in rows_of(page)[relation.name]}
    texts = {row.row.translation_key: row.values for row in merged if row.row is not None}
    rows = []
    for fact in rows_of(original)[relation.name]:
        row = known.get(fact.translation_key) or relation.model(
            page=page, locale_id=page.locale_id, translation_key=fact.translation_key
        )
        for column in relation.columns.values():
            if column.english and fact.translation_key in texts:
                setattr(row, column.attribute, texts[fact.translation_key][column.name])
        rows.append(row)
    _in_order(page, relation.name, rows)


def fill_state(state: PracticeState, changes: Changes) -> None:
    for name, value in changes.values.items():
        if COLUMNS[name].home is Home.STATE and name != "confirmed_on":
            setattr(state, name, value)
    if "confirmed_on" in changes.values:
        if changes.values["confirmed_on"]:
            state.confirm(changes.values["confirmed_on"])
        else:
            state.confirmed_on = state.due_on = None
