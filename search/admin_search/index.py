"""Entries of the admin's index: what Wagtail's models say is searched, read by our analysis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db import connection
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    ObjectIndexer,
    PostgresIndex,
)
from modelsearch.index import AutocompleteField, SearchField
from modelsearch.utils import get_content_type_pk

from base.languages import original_locale_id, translation_locale_id

from ..analysis import LANGUAGES, Language
from .literals import vector

# Counted up when entries are made differently, or of more kinds of records, so that those of
# before are made anew.
VERSION = 2
# Stands in every entry; no word has it.
MADE_BY = f"^^{VERSION}"
# A title of so many words counts as it is, a longer one less.
USUAL_TITLE = 8

_TABLE = IndexEntry._meta.db_table
_COLUMNS = (
    "content_type_id", "object_id", "title", "autocomplete", "body", "title_norm", "title_text",
    "body_text",
)  # fmt: skip
_ROW = "(%s, %s, %s::tsvector, %s::tsvector, %s::tsvector, %s, %s, %s)"


def languages_of(record: Any) -> Sequence[Language]:
    """The language a page is written in; both for what has none."""
    locale = getattr(record, "locale_id", None)
    if locale == original_locale_id():
        return ("pl",)
    return ("en",) if locale == translation_locale_id() else LANGUAGES


class Entry(ObjectIndexer):
    """One record as the index keeps it."""

    @cached_property
    def _values(self) -> list[tuple[Any, str, str]]:
        """Field, weight and text of everything searched; related records are read once."""
        prepared = (
            each for field in self.search_fields for each in self.prepare_field(self.obj, field)
        )
        return [(field, weight, text) for field, weight, text in prepared if text.strip()]

    def row(self, content_type: int) -> list[Any]:
        languages = languages_of(self.obj)
        searched = [value for value in self._values if isinstance(value[0], SearchField)]
        title = [(text, weight) for field, weight, text in searched if field.field_name == "title"]
        body = [(text, weight) for field, weight, text in searched if field.field_name != "title"]
        typed = [
            (text, weight)
            for field, weight, text in self._values
            if isinstance(field, AutocompleteField)
        ]
        words = sum(len(text.split()) for text, _weight in title)
        return [
            content_type,
            self.id,
            vector(title, languages),
            f"{vector(typed, languages, as_written=True)} '{MADE_BY}'",
            vector(body, languages),
            min(1.0, USUAL_TITLE / max(words, 1)),
            " ".join(text for text, _weight in title),
            " ".join(text for text, _weight in body),
        ]


class Index(PostgresIndex):
    """modelsearch names what reads a record within ``add_items``; so that is what is replaced."""

    def add_items(self, model: Any, objs: Sequence[Any]) -> None:
        if not objs or not model.get_search_fields():
            return
        content_type = get_content_type_pk(model)
        # Twice in one statement, a record would be changed twice by it, which is refused.
        rows = {str(obj.pk): Entry(obj, self.backend).row(content_type) for obj in objs}
        changes = ", ".join(f"{name} = EXCLUDED.{name}" for name in _COLUMNS[2:])
        with self.write_connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {_TABLE} ({', '.join(_COLUMNS)})"
                f" VALUES {', '.join([_ROW] * len(rows))}"
                f" ON CONFLICT (content_type_id, object_id) DO UPDATE SET {changes}",
                [value for row in rows.values() for value in row],
            )

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing is left to do: a title is weighed by its own length when it is read, not by
        the average of all titles, for which the library reads the whole table at every save.
        """


def has_outdated_entries() -> bool:
    """Whether another way of indexing made some of the entries."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT EXISTS (SELECT FROM {_TABLE} WHERE NOT autocomplete @@ %s::tsquery)",
            [f"'{MADE_BY}'"],
        )
        return cursor.fetchone()[0]
