"""Codes with their names in both languages, as every answer of the API writes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Choices
from django.utils.translation import override

from base.labels import in_language
from networks.models import NetworkPage
from registers.models import City, FundingSource, Tag, Theme

from ..facets import BY_NAME
from ..models import SearchDocument

LANGUAGES = ("pl", "en")
Both = dict[str, str]


def both(label: Any) -> Both:
    """A translated label in each language."""
    words = {}
    for language in LANGUAGES:
        with override(language):
            words[language] = str(label)
    return words


def named(record: Any) -> Both:
    """The name of a bilingual record; where nobody has given an English one, it is the Polish."""
    polish = record.name if isinstance(record, Tag) else record.name_pl
    return {"pl": polish, "en": in_language(polish, record.name_en, language="en")}


def choice(vocabulary: type[Choices], value: Any) -> dict[str, Any] | None:
    """A value of a closed vocabulary: ``{"code", "label"}``; nothing where there is none."""
    if value in (None, ""):
        return None
    return {"code": str(value), "label": _labels(vocabulary)[value]}


@cache
def _labels(vocabulary: type[Choices]) -> dict[Any, Both]:
    """Read once a process: vocabularies are code, and change with it."""
    return {value: both(label) for value, label in vocabulary.choices}


@cache
def facet_labels(name: str) -> dict[str, Both]:
    """The values of a facet with a closed vocabulary; empty for the others."""
    return {str(value): both(label) for value, label in BY_NAME[name].vocabulary or ()}


class Names:
    """What the facets of some documents are called in both languages, in a query each.

    A network that the reader may not see is not named: its code is left out.
    """

    def __init__(self, documents: Iterable[SearchDocument], user: Any) -> None:
        documents = list(documents)
        self.networks = networks(_codes(documents, "networks"), user)
        self._labels: dict[str, dict[str, Both]] = {
            "city": _named(City, "slug", documents, "cities"),
            "theme": _named(Theme, "code", documents, "themes"),
            "tag": _named(Tag, "slug", documents, "tags"),
            "funding": _named(FundingSource, "code", documents, "funding"),
            "network": {slug: each["label"] for slug, each in self.networks.items()},
        }

    def facets(self, document: SearchDocument, names: Iterable[str]) -> dict[str, list[Any]]:
        """The values of these facets: ``{"theme": [{"code", "label"}]}``."""
        return {name: self._values(name, document) for name in names}

    def _values(self, name: str, document: SearchDocument) -> list[dict[str, Any]]:
        facet = BY_NAME[name]
        value = getattr(document, facet.column)
        codes = [str(each) for each in (value if isinstance(value, list) else [value]) if each]
        if name == "year":
            return [{"code": code, "label": {"pl": code, "en": code}} for code in codes]
        known = self._labels.get(name) or facet_labels(name)
        return [{"code": code, "label": known[code]} for code in codes if code in known]


def networks(slugs: Iterable[str], user: Any) -> dict[str, dict[str, Any]]:
    """The visible networks by slug: ``{"id", "code", "label"}``."""
    originals = list(
        NetworkPage.objects.originals()
        .visible_to(user)
        .filter(slug__in=set(slugs))
        .order_by("path")
    )
    keys = [page.translation_key for page in originals]
    english = {
        page.translation_key: page.title
        for page in NetworkPage.objects.filter(
            translation_key__in=keys, locale__language_code="en"
        ).visible_to(user)
    }
    return {
        page.slug: {
            "id": str(page.translation_key),
            "code": page.slug,
            "label": {"pl": page.title, "en": english.get(page.translation_key, page.title)},
        }
        for page in originals
    }


def _codes(documents: Iterable[SearchDocument], column: str) -> set[str]:
    return {code for document in documents for code in getattr(document, column)}


def _named(model: Any, key: str, documents: list[SearchDocument], column: str) -> dict[str, Both]:
    """The names of the records whose codes stand in this column."""
    codes = _codes(documents, column)
    if not codes:
        return {}
    found = model.objects.filter(**{f"{key}__in": codes})
    return {getattr(record, key): named(record) for record in found}
