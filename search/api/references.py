"""How one record names another: by identifier, code, name in both languages, and address here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from base import access
from base.addresses import absolute
from base.languages import translation_locale_id
from practices.models import PracticePage
from registers.models import City, Tag, Theme

from .addresses import href
from .vocabularies import Names, named


def city_name(city: City | None) -> dict[str, Any] | None:
    if city is None:
        return None
    return {
        "id": city.teryt,
        "code": city.slug,
        "label": named(city),
        "href": href("cities", city.teryt),
    }


def city_names(cities: QuerySet[City]) -> list[dict[str, Any]]:
    return [name for city in cities.order_by("sort_key") if (name := city_name(city))]


def theme_name(theme: Theme | None) -> dict[str, Any] | None:
    if theme is None:
        return None
    return {
        "id": theme.code,
        "code": theme.code,
        "label": named(theme),
        "href": href("themes", theme.code),
    }


def tag_name(tag: Tag) -> dict[str, Any]:
    return {"id": tag.slug, "code": tag.slug, "label": named(tag), "href": href("tags", tag.slug)}


def network_names(names: Names) -> list[dict[str, Any]]:
    """The networks that some documents name, those alone that the asker may see."""
    return [{**each, "href": href("networks", each["id"])} for each in names.networks.values()]


def page_names(pages: Iterable[Any], model: Any, kind: str, user: Any) -> list[dict[str, Any]]:
    """Originals that another one points at, those alone that the asker may see."""
    ids = [page.pk for page in pages]
    originals = list(
        access.visible(model.objects.originals().filter(pk__in=ids), user).order_by("path")
    )
    keys = [page.translation_key for page in originals]
    translations = model.objects.filter(translation_key__in=keys, locale_id=translation_locale_id())
    english = dict(access.visible(translations, user).values_list("translation_key", "title"))
    return [
        {
            "id": str(page.translation_key),
            "code": page.slug,
            "label": {"pl": page.title, "en": english.get(page.translation_key, page.title)},
            "href": href(kind, str(page.translation_key)),
        }
        for page in originals
    ]


def practice_names(pages: Iterable[Any], user: Any) -> list[dict[str, Any]]:
    return page_names(pages, PracticePage, "practices", user)


def document_name(document: Any, kind: dict[str, Any] | None = None) -> dict[str, Any]:
    """A file to download; only public ones are given here."""
    return {
        "title": {"pl": document.title, "en": document.title_en or document.title},
        "kind": kind,
        "url": absolute(document.url),
        "language": document.language,
        "licence": document.licence,
        "size": document.file_size,
    }
