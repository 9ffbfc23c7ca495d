"""What is searched of an original or a city, and what it is filtered by: see ``Draft``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.encoding import force_str
from django.utils.translation import override
from wagtail.models import get_page_models

from base.models import BasePage
from base.rows import rows
from base.text import plain
from exchange.models import MeetingPage, ProductPage
from networks.models import NetworkPage
from news.models import NewsPage
from practices.models import CollectionPage, PracticePage
from practices.models.vocabularies import CostBand
from registers.models import City, Tag
from registers.models.vocabularies import Voivodeship

from .models import DocumentType

# Text of one language by weight: A title, B names and tags, C lead and summary, D the rest.
Weighted = list[tuple[str, str]]


@dataclass
class Draft:
    """A document before it is stored: facets as a dictionary, texts by language and weight."""

    type: str
    title: dict[str, str]
    texts: dict[str, Weighted]
    facets: dict[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Equal where nothing that is searched has changed; cheap, since no word is analysed."""
        facets = {
            name: sorted(value) if isinstance(value, list) else value
            for name, value in self.facets.items()
        }
        # ``str``: dates, decimals, words not yet translated.
        told = json.dumps([self.type, self.title, self.texts, facets], sort_keys=True, default=str)
        return hashlib.md5(told.encode(), usedforsecurity=False).hexdigest()


def city_words(city: City) -> str:
    """Everything a city is called: the adjective too, since no analyser links łódzki to Łódź."""
    return " ".join(part for part in (city.name_pl, city.name_en, city.adjective) if part)


def tag_words(tags: Iterable[Tag], language: str) -> str:
    """Tags, their synonyms and their themes in one language."""
    words: list[str] = []
    for tag in tags:
        theme = tag.theme
        if language == "pl":
            words += [tag.name, *tag.synonyms_pl, theme.name_pl if theme else ""]
        else:
            words += [tag.name_en, *tag.synonyms_en, theme.name_en if theme else ""]
    return " . ".join(word for word in words if word)


def _theme_codes(tags: Iterable[Tag]) -> list[str]:
    """The codes of the tags' themes and of the themes above them."""
    codes = set()
    for tag in tags:
        if tag.theme is not None:
            codes.add(tag.theme.code)
            if tag.theme.parent is not None:
                codes.add(tag.theme.parent.code)
    return sorted(codes)


def _tags_of(page: Any) -> list[Tag]:
    return [
        item.tag
        for item in page.tagged_items.select_related("tag__theme__parent").order_by("tag__sort_key")
    ]


def _cities_facets(cities: list[City]) -> dict[str, Any]:
    return {
        "cities": [city.slug for city in cities],
        "voivodeships": sorted({city.voivodeship for city in cities}),
        "sizes": sorted({city.size_class for city in cities if city.size_class}),
        "city_kinds": sorted({city.kind for city in cities if city.kind}),
    }


def _in_both(page: BasePage, english: BasePage | None, build: Callable[[Any, str], Weighted]):
    texts = {"pl": build(page, "pl")}
    if english is not None:
        texts["en"] = build(english, "en")
    return texts


def _titles(page: BasePage, english: BasePage | None) -> dict[str, str]:
    titles = {"pl": page.title}
    if english is not None:
        titles["en"] = english.title
    return titles


def practice(page: PracticePage, english: PracticePage | None) -> Draft:
    tags, networks = _tags_of(page), list(page.networks.all())
    cities = [city for city in [page.city, *page.partner_cities.all()] if city is not None]
    state = page.state

    def build(text: PracticePage, language: str) -> Weighted:
        story = [
            text.challenge,
            text.objectives,
            text.solution,
            text.participation,
            text.results,
            text.what_helped,
            text.not_repeated,
            text.transferability,
            text.unit,
        ]
        words = [
            *[f"{row.text.what} {row.text.unit}" for row in rows(text, "steps") if row.text],
            *[row.text.name for row in rows(text, "indicators") if row.text],
        ]
        with override(language):
            labels = [
                *[f"{row.title} {row.number}" for row in page.legal_basis.all()],
                *[row.document.label for row in page.pack.select_related("document")],
                force_str(page.get_kind_display()),
                *[Voivodeship(city.voivodeship).label for city in cities],
            ]
        return [
            (text.title, "A"),
            (" . ".join(city_words(city) for city in cities), "A"),
            (tag_words(tags, language), "B"),
            (f"{text.lead} {text.summary}", "C"),
            (" . ".join([plain(" . ".join(story)), *words, *map(str, labels)]), "D"),
        ]

    return Draft(
        DocumentType.PRACTICE,
        _titles(page, english),
        _in_both(page, english, build),
        {
            **_cities_facets(cities[:1]),
            "cities": [city.slug for city in cities],
            "themes": _theme_codes(tags),
            "tags": [tag.slug for tag in tags],
            "networks": [network.slug for network in networks],
            "kind": page.kind,
            "stage": page.stage,
            "cost_band": CostBand.of(page.total_cost),
            "time_to_launch": page.time_to_launch,
            "difficulty": str(page.difficulty or ""),
            "verification": state.verification,
            "level": state.level,
            "year": page.start_year,
            "funding": sorted({row.source.code for row in page.funding.select_related("source")}),
            "follows_from": page.follows_from,
            "legal_kinds": sorted({row.kind for row in page.legal_basis.all()}),
            "offers": page.offers,
            "features": [
                name
                for name, present in (
                    ("not_repeated", page.says_what_not_to_repeat),
                    ("pack", page.pack.exists()),
                    ("fresh", state.is_fresh),
                )
                if present
            ],
            "total_cost": page.total_cost,
            "due_on": state.due_on,
            "date": page.last_published_at,
        },
    )


def _tagged(page: Any, english: Any, type_: str, fields: list[str], **facets: Any) -> Draft:
    """A document of a page with tags: title, tags, lead, then the named fields."""
    tags = _tags_of(page) if hasattr(page, "tagged_items") else []

    def build(text: Any, language: str) -> Weighted:
        rest = " . ".join(_words_of(getattr(text, name)) for name in fields)
        return [
            (text.title, "A"),
            (tag_words(tags, language), "B"),
            (f"{text.lead} {getattr(text, 'summary', '') if 'summary' not in fields else ''}", "C"),
            (rest, "D"),
        ]

    return Draft(
        type_,
        _titles(page, english),
        _in_both(page, english, build),
        {"themes": _theme_codes(tags), "tags": [tag.slug for tag in tags], **facets},
    )


def _words_of(value: Any) -> str:
    """The words of a text, rich text or stream field."""
    if hasattr(value, "stream_block"):
        return " . ".join(map(str, value.stream_block.get_searchable_content(value)))
    return plain(str(value or ""))


def meeting(page: MeetingPage, english: MeetingPage | None) -> Draft:
    cities = [page.host_city] if page.host_city else []
    draft = _tagged(
        page,
        english,
        DocumentType.MEETING,
        ["summary", "venue"],
        **_cities_facets(cities),
        networks=[page.get_parent().slug],
        date=page.start,
        year=page.start.year if page.start else None,
    )
    for weighted in draft.texts.values():
        weighted.append((" . ".join(map(city_words, cities)), "A"))
    return draft


def product(page: ProductPage, english: ProductPage | None) -> Draft:
    return _tagged(
        page,
        english,
        DocumentType.PRODUCT,
        ["body"],
        networks=[page.get_parent().slug],
        date=page.last_published_at,
    )


def news(page: NewsPage, english: NewsPage | None) -> Draft:
    cities = list(page.cities.all())
    draft = _tagged(
        page,
        english,
        DocumentType.NEWS,
        ["body"],
        **_cities_facets(cities),
        networks=[network.slug for network in page.networks.all()],
        date=page.date,
        year=page.date.year,
    )
    for weighted in draft.texts.values():
        weighted.append((" . ".join(map(city_words, cities)), "B"))
    return draft


def network(page: NetworkPage, english: NetworkPage | None) -> Draft:
    themes = list(page.themes.select_related("parent"))
    draft = _tagged(
        page,
        english,
        DocumentType.NETWORK,
        ["purpose", "goals", "who_may_join"],
        networks=[page.slug],
    )
    draft.facets["themes"] = sorted(
        {theme.code for theme in themes} | {theme.parent.code for theme in themes if theme.parent}
    )
    return draft


def collection(page: CollectionPage, english: CollectionPage | None) -> Draft:
    return _tagged(page, english, DocumentType.COLLECTION, ["introduction"])


def plain_page(page: Any, english: Any) -> Draft:
    return _tagged(page, english, DocumentType.PAGE, ["body"])


def city(record: City) -> Draft:
    def build(language: str) -> Weighted:
        with override(language):
            place = f"{record.get_voivodeship_display()} {record.county}"
        description = record.description_pl if language == "pl" else record.description_en
        return [(city_words(record), "A"), (place, "C"), (plain(description), "D")]

    return Draft(
        DocumentType.CITY,
        {"pl": record.name_pl, "en": record.name_en or record.name_pl},
        {language: build(language) for language in ("pl", "en")},
        _cities_facets([record]),
    )


BUILDERS: dict[type[BasePage], Callable[[Any, Any], Draft]] = {
    PracticePage: practice,
    MeetingPage: meeting,
    ProductPage: product,
    NewsPage: news,
    NetworkPage: network,
    CollectionPage: collection,
}


def builder_of(model: type) -> Callable[[Any, Any], Draft] | None:
    """How a page type is searched; higher rooms' types say so with ``searched_as_text``."""
    if model in BUILDERS:
        return BUILDERS[model]
    return plain_page if getattr(model, "searched_as_text", False) else None


def searched_models() -> list[type[BasePage]]:
    return [model for model in get_page_models() if builder_of(model) is not None]
