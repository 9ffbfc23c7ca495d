"""The documents of an implementation pack, as a list and as one bundle."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from base import access
from base.models.records import Who

if TYPE_CHECKING:
    from .models import PracticePage


def public_pack(practice: PracticePage) -> list[Any]:
    """The rows of the pack whose files are everybody's, in their order."""
    rows = practice.pack.select_related("document__collection")
    audiences: dict[int, str] = {}
    shown = []
    for row in rows:
        collection = row.document.collection
        if collection.pk not in audiences:
            audiences[collection.pk] = access.collection_audience(collection)
        if audiences[collection.pk] == Who.PUBLIC:
            shown.append(row)
    return shown


def document_rows(practice: PracticePage) -> list[dict[str, Any]]:
    """The inputs of ``components/document_row.html`` for each document."""
    return [
        {
            "url": row.document.url,
            "title": row.document.label,
            "lang": row.document.label_language,
            "type": row.get_kind_display(),
            "format": PurePosixPath(row.document.file.name).suffix.lstrip(".").upper(),
            "size": row.document.file_size,
            "language": row.document.get_language_display(),
            "licence": row.document.get_licence_display(),
            "date": row.document.issued_on,
        }
        for row in public_pack(practice)
    ]
