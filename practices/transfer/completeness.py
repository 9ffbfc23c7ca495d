"""What a page in memory lacks before it may be published, without asking the database.

The same answer as ``missing_for_publication`` gives of the saved page (a test holds them
together); that one asks several questions of the database, too slow for ten thousand records.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from base import access
from base.refusals import Missing
from base.telling import said

from ..models import PracticePage, requirements
from .clusters import rows_of

_TEXTS_WITH_LINKS = [
    field.attname for field in PracticePage._meta.get_fields() if hasattr(field, "features")
]


class Completeness:
    """Answers for one import; what a collection admits is asked once."""

    def __init__(self) -> None:
        self._audiences: dict[int, str] = {}

    def missing(self, page: PracticePage, level: str, who: str) -> list[Missing]:
        """What the page lacks at a record level, for readers of the audience ``who``."""
        required = [] if page.is_original else requirements.required_in_english(level)
        missing = [
            Missing(name, page.label_of(name), _("Required for publication."))
            for name in ["title", *required]
            if page._is_empty(name)
        ]
        limits = (("title", page.max_title_length), ("lead", page.max_lead_length))
        for name, limit in limits:
            if (length := len(getattr(page, name))) > limit:
                message = _("At most %(limit)d characters; there are %(length)d.")
                missing.append(
                    Missing(name, page.label_of(name), said(message, limit=limit, length=length))
                )
        if page.is_original:
            missing += self._media(page, who) + requirements.missing(page, level)
        return missing

    def _media(self, page: PracticePage, who: str) -> list[Missing]:
        """The full question is asked only of pages whose media could be refused."""
        files = [
            page.cover,
            *[row.image for row in rows_of(page)["gallery"]],
            *[row.document for row in rows_of(page)["pack"]],
            *[row.document for row in rows_of(page)["legal_basis"]],
        ]
        collections = [file.collection for file in files if file is not None]
        linked = any("<a " in getattr(page, name) for name in _TEXTS_WITH_LINKS)
        if linked or any(self._audience(collection) != who for collection in collections):
            return access.media_out_of_audience(page)
        return []

    def _audience(self, collection: Collection) -> str:
        if collection.pk not in self._audiences:
            self._audiences[collection.pk] = access.collection_audience(collection)
        return self._audiences[collection.pk]
