"""Themes in two levels, and the tags that public records bear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from base.addresses import absolute
from base.finding import containing
from base.languages import active_language
from registers.models import Tag as TagRecord
from registers.models import Theme as ThemeRecord

from ..finding import find
from ..retired_tags import living
from . import listing
from .addresses import href
from .parameters import Code, Language, Paging, Words
from .references import theme_name
from .schemas import Label, Named, Page, Record, Text
from .vocabularies import LANGUAGES, named

themes = Router(tags=["themes"])
tags = Router(tags=["tags"])


class Theme(Record):
    code: str = Field(description=_("Its code in the filter “theme” of other records."))
    name: Label = Field(description=_("Its name in both languages."))
    urls: Text = Field(description=_("The page for people in both languages."))
    description: Text = Field(description=_("What it is about."))
    parent: Named | None = Field(description=_("The broader theme; null for the broadest."))
    records: int = Field(description=_("How many public records are about it."))


class Themes(Page[Theme]):
    pass


class Tag(Record):
    code: str = Field(description=_("Its code in the filter “tag” of other records."))
    name: Label = Field(description=_("Its name in both languages."))
    synonyms_pl: list[str] = Field(description=_("Other Polish words for it."))
    synonyms_en: list[str] = Field(description=_("Other English words for it."))
    theme: Named | None = Field(description=_("The theme it belongs to."))
    records: int = Field(description=_("How many public records use it."))


class Tags(Page[Tag]):
    pass


class TagListing(Paging):
    q: Words = Field("", description=_("A part of the name, in Polish or English."))
    theme: Code = Field("", description=_("Only the tags of the theme with this code."))


def _counts(request: HttpRequest, name: str) -> dict[str, int]:
    """How many records the asker may see bear each code."""
    return find("", request.user).hits.counted([name])[name]


def theme_record(theme: ThemeRecord, counts: dict[str, int]) -> dict[str, Any]:
    language = active_language()
    urls: dict[str, str | None] = {}
    for code in LANGUAGES:
        with override(code):
            address = theme.get_absolute_url()
        urls[code] = absolute(address) if address else None
    return {
        "id": theme.code,
        "type": "theme",
        "lang": language,
        "title": named(theme)[language],
        "url": urls[language],
        "href": href("themes", theme.code),
        "code": theme.code,
        "name": named(theme),
        "urls": urls,
        "description": {"pl": theme.description_pl, "en": theme.description_en or None},
        "parent": theme_name(theme.parent),
        "records": counts.get(theme.code, 0),
    }


def tag_record(tag: TagRecord, counts: dict[str, int]) -> dict[str, Any]:
    language = active_language()
    return {
        "id": tag.slug,
        "type": "tag",
        "lang": language,
        "title": named(tag)[language],
        "url": None,
        "href": href("tags", tag.slug),
        "code": tag.slug,
        "name": named(tag),
        "synonyms_pl": tag.synonyms_pl,
        "synonyms_en": tag.synonyms_en,
        "theme": theme_name(tag.theme),
        "records": counts.get(tag.slug, 0),
    }


@themes.get(
    "/",
    response=Themes,
    url_name="themes_list",
    operation_id="list_themes",
    summary=_("List themes"),
    description=_("All themes, the broader before the narrower."),
)
def list_themes(request: HttpRequest, response: HttpResponse, asked: Query[Paging]) -> Any:
    counts = _counts(request, "themes")

    def records(found: Sequence[ThemeRecord]) -> list[dict[str, Any]]:
        return [theme_record(theme, counts) for theme in found]

    everything = ThemeRecord.objects.select_related("parent").order_by("order", "code")
    return listing.cut(everything, asked, request, response, records)


@themes.get(
    "/{id}/",
    response=Theme,
    url_name="themes",
    operation_id="get_theme",
    summary=_("Read a theme"),
    description=_("A theme by its code."),
)
def get_theme(request: HttpRequest, id: Code, asked: Query[Language]) -> Any:
    theme = ThemeRecord.objects.select_related("parent").filter(code=id).first()
    if theme is None:
        raise listing.NotThere(gettext("There is no theme with this code."))
    return theme_record(theme, _counts(request, "themes"))


@tags.get(
    "/",
    response=Tags,
    url_name="tags_list",
    operation_id="list_tags",
    summary=_("List tags"),
    description=_("The tags used by at least one public record."),
)
def list_tags(request: HttpRequest, response: HttpResponse, asked: Query[TagListing]) -> Any:
    counts = _counts(request, "tags")
    found = TagRecord.objects.filter(slug__in=counts).select_related("theme")
    if asked.theme:
        found = found.filter(theme__code=asked.theme)
    found = containing(found, asked.q, "name", "name_en", ordering=("sort_key", "slug"))

    def records(page: Sequence[TagRecord]) -> list[dict[str, Any]]:
        return [tag_record(tag, counts) for tag in page]

    return listing.cut(found, asked, request, response, records)


@tags.get(
    "/{id}/",
    response=Tag,
    url_name="tags",
    operation_id="get_tag",
    summary=_("Read a tag"),
    description=_("A tag by its code, if a public record uses it."),
)
def get_tag(request: HttpRequest, id: Code, asked: Query[Language]) -> Any:
    counts = _counts(request, "tags")
    (slug,) = living([id], request.user)
    tag = TagRecord.objects.select_related("theme").filter(slug=slug, slug__in=counts).first()
    if tag is None:
        raise listing.NotThere(gettext("There is no public record with this tag."))
    return tag_record(tag, counts)
