"""A migration's step from a column of text to one of messages: see :mod:`base.telling`."""

from __future__ import annotations

from typing import Any

from django.db import migrations


class TextToMessages(migrations.AlterField):
    """What a column of text says is quoted as JSON: plain, the same for every reader."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._alter(app_label, schema_editor, to_state, "to_jsonb({column})")

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._alter(app_label, schema_editor, to_state, "({column} #>> '{{}}')::{type}")

    def _alter(self, app_label: str, schema_editor: Any, state: Any, using: str) -> None:
        model = state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        table = schema_editor.quote_name(model._meta.db_table)
        column = schema_editor.quote_name(field.column)
        kind = field.db_type(schema_editor.connection)
        how = f"TYPE {kind} USING {using.format(column=column, type=kind)}"
        schema_editor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} {how}")
