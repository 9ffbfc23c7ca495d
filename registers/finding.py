"""How the records of each register are found by a part of a name, and told from namesakes."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Func, TextField, Value

from base.finding import containing
from base.picking import Pickable

from .models import City, FundingSource, Person, Tag, Theme


def _find_cities(query: str) -> Any:
    if query.strip().isdigit():
        return City.objects.filter(teryt__startswith=query.strip())
    return containing(City.objects.all(), query, "name_pl", "name_en", "adjective")


def _find_tags(query: str) -> Any:
    def joined(name: str) -> Func:
        return Func(F(name), Value(" "), function="ARRAY_TO_STRING", output_field=TextField())

    tags = Tag.objects.select_related("theme").annotate(
        other_pl=joined("synonyms_pl"), other_en=joined("synonyms_en")
    )
    return containing(tags, query, "name", "name_en", "other_pl", "other_en")


def _note_of_person(person: Person) -> str:
    return ", ".join(part for part in (person.function, person.organisation) if part)


CITIES = Pickable(City, _find_cities, note=City.get_voivodeship_display)
THEMES = Pickable(
    Theme,
    lambda query: containing(Theme.objects.select_related("parent"), query, "name_pl", "name_en"),
    note=lambda theme: theme.parent.label if theme.parent else "",
)
TAGS = Pickable(
    Tag,
    _find_tags,
    label=lambda tag: tag.name,
    note=lambda tag: " · ".join(
        part for part in (tag.name_en, tag.theme.label if tag.theme else "") if part
    ),
    value=lambda tag: tag.name,
)
PEOPLE = Pickable(
    Person,
    lambda query: containing(
        Person.objects.select_related("city"),
        query,
        "name",
        "function_pl",
        "organisation_pl",
        "city__name_pl",
    ),
    note=_note_of_person,
)
SOURCES = Pickable(
    FundingSource,
    lambda query: containing(FundingSource.objects.all(), query, "name_pl", "name_en"),
)
