"""From search documents to records: facts, names and addresses in both languages at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.fields import RichTextField
from wagtail.models import Page

from base import access
from base.addresses import absolute
from base.languages import active_language, translation_locale_id
from base.text import paragraphs

from ..models import DocumentType, SearchDocument
from .addresses import href
from .vocabularies import LANGUAGES

# The kinds of records with an address of their own here, by the last part of it.
ADDRESSES = {
    DocumentType.PRACTICE: "practices",
    DocumentType.NETWORK: "networks",
    DocumentType.MEETING: "meetings",
    DocumentType.PRODUCT: "products",
    DocumentType.NEWS: "news",
    DocumentType.CITY: "cities",
}


@dataclass(frozen=True)
class Found:
    """A document with its pages: the original, and its English where it has one."""

    document: SearchDocument
    original: Any
    english: Any | None

    @property
    def id(self) -> str:
        return str(self.original.translation_key)

    @property
    def versions(self) -> dict[str, Any]:
        return {"pl": self.original, **({"en": self.english} if self.english is not None else {})}

    @property
    def shown(self) -> tuple[str, Any]:
        """The language asked for and its page, where there is one, else the Polish."""
        language = active_language()
        return (language, self.versions[language]) if language in self.versions else (
            "pl", self.original)  # fmt: skip


def pages_of(
    documents: Sequence[SearchDocument], request: HttpRequest, pages: QuerySet | None = None
) -> dict[int, Found]:
    """The pages of these documents that the reader may see now, by the original's primary key.

    ``pages`` is a query of one type that brings along what its records tell; without it pages
    are of any type.
    """
    ids = [document.page_id for document in documents if document.page_id]
    if pages is not None:
        originals = list(access.visible(pages.filter(pk__in=ids), request.user))
        model = pages.model
    else:
        originals = list(access.visible(Page.objects.filter(pk__in=ids), request.user).specific())
        model = Page
    english = access.visible(
        model.objects.filter(
            translation_key__in=[page.translation_key for page in originals],
            locale_id=translation_locale_id(),
            alias_of__isnull=True,
        ),
        request.user,
    )
    found = english if pages is not None else english.specific()
    by_key = {page.translation_key: page for page in found}
    by_id = {page.pk: page for page in originals}
    result = {}
    for document in documents:
        original = by_id.get(document.page_id)
        if original is None:
            continue
        translation = by_key.get(original.translation_key)
        if translation is not None:
            translation.__dict__["_original"] = original
        result[original.pk] = Found(document, original, translation)
    return result


def page_record(found: Found, request: HttpRequest) -> dict[str, Any]:
    """What every page tells of itself; see :class:`schemas.PageRecord`."""
    language, shown = found.shown
    versions = found.versions
    urls = {code: absolute(page.get_url(request) or "") for code, page in versions.items()}
    kind = ADDRESSES.get(DocumentType(found.document.type))
    return {
        "id": found.id,
        "external_id": getattr(found.original, "external_id", ""),
        "type": found.document.type,
        "lang": language,
        "title": shown.title,
        "lead": shown.lead,
        "url": urls[language],
        "href": href(kind, found.id) if kind else None,
        "languages": list(versions),
        "titles": in_both(found, "title"),
        "leads": in_both(found, "lead"),
        "urls": {code: urls.get(code) for code in LANGUAGES},
        "date": found.document.date,
        "updated_at": shown.last_published_at,
    }


def in_both(found: Found, name: str) -> dict[str, str | None]:
    """A text of the page in each language; what the English lacks is null, never Polish."""
    english = words_of(found.english, name) if found.english is not None else ""
    return {"pl": words_of(found.original, name), "en": english or None}


def words_of(page: Any, name: str) -> str:
    """The words of a field, the paragraphs of rich text divided by empty lines.

    Without links: where one leads may be closed tomorrow, and the answer kept by then.
    """
    value = getattr(page, name)
    if hasattr(value, "stream_block"):
        return "\n\n".join(map(str, value.stream_block.get_searchable_content(value)))
    is_rich = isinstance(page._meta.get_field(name), RichTextField)
    return paragraphs(value) if is_rich else value


def rows_in_both(
    found: Found, relation: str, texts: Iterable[str], facts: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """The original's rows in order: each fact once, each text in both languages."""
    originals = list(getattr(found.original, relation).all())
    english: dict[Any, Any] = defaultdict(lambda: None)
    if found.english is not None:
        for row in getattr(found.english, relation).all():
            english[row.translation_key] = row
    return [
        {
            **{name: getattr(row, name) for name in facts},
            **{
                name: {
                    "pl": getattr(row, name),
                    "en": getattr(english[row.translation_key], name, "") or None,
                }
                for name in texts
            },
        }
        for row in originals
    ]
