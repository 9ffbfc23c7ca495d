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
    rows = list(practice.pack.select_related("document"))
    audiences = access.collection_audiences({row.document.collection_id for row in rows})
    return [row for row in rows if audiences[row.document.collection_id] == Who.PUBLIC]


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
            "version": row.document.version,
            "untagged": row.document.is_untagged_pdf,
        }
        for row in public_pack(practice)
    ]
