"""Cities, people and themes as cards; galleries with their credits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from base import sections
from base.labels import in_language
from base.pictures import PORTRAIT, Picture, credit_line, picture

from .models import City, CityIndexPage, Person, Theme, ThemeIndexPage
from .models.vocabularies import CityKind

if TYPE_CHECKING:
    pass


def city_addresses(cities: Iterable[City]) -> dict[int, str]:
    """The pages of cities by their primary keys; asks nothing of a city but its slug."""
    index = sections.address_of(CityIndexPage)
    return {city.pk: f"{index}{city.slug}/" for city in cities}


def city_cards(cities: Iterable[City]) -> list[dict[str, Any]]:
    """The inputs of ``components/city_card.html``, without counts: those are higher rooms'."""
    cities = list(cities)
    addresses = city_addresses(cities)
    return [
        {
            "url": addresses[city.pk],
            "name": city.label,
            "voivodeship": city.get_voivodeship_display(),
            "size": city.get_size_class_display(),
            "population": city.population,
            "year": city.population_year,
            "city": city,
        }
        for city in cities
    ]


def county_label(city: City) -> str:
    """ "powiat jarociński"; empty where it is unknown or the city is a county of its own."""
    if not city.county or city.kind == CityKind.COUNTY_RIGHTS:
        return ""
    return _("%(county)s county") % {"county": city.county}


def person_card(
    person: Person, *, role: str = "", net: str = "", photo: Picture | None = None
) -> dict[str, Any]:
    """The inputs of ``components/person_card.html``; never an address or phone.

    ``photo`` is given where many people are shown and their pictures were read together.
    """
    return {
        "name": person.name,
        "role": role,
        "function": person.function,
        "organisation": in_language(person.organisation_pl, person.organisation_en)
        or (person.city.label if person.city else ""),
        "bio": person.bio,
        "photo": photo or picture(person.photo, PORTRAIT),
        "credit": credit_line(person.photo),
        "net": net,
    }


def theme_tiles(
    themes: Iterable[Theme], counts: Mapping[int, int], *, below: Theme | None = None
) -> list[dict[str, Any]]:
    """The inputs of ``components/theme_tile.html`` for the themes below one, or the broadest.

    ``counts`` are the practices of each theme shown.
    """
    index = sections.address_of(ThemeIndexPage)
    themes = list(themes)
    level = below.pk if below is not None else None
    return [
        {
            "url": f"{index}{theme.slug}/",
            "title": theme.label,
            "icon": theme.icon,
            "net": theme.colour,
            "description": theme.description,
            "count": counts.get(theme.pk, 0),
            "children": [
                {"title": child.label, "url": f"{index}{child.slug}/"}
                for child in themes
                if child.parent_id == theme.pk
            ],
        }
        for theme in themes
        if theme.parent_id == level
    ]
