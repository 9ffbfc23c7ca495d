"""Cities and people as cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from base.labels import in_language
from base.pictures import PORTRAIT, credit_line, picture

from .models import City, CityIndexPage, Person


def city_cards(cities: Iterable[City]) -> list[dict[str, Any]]:
    """The inputs of ``components/city_card.html``, without counts: those are higher rooms'."""
    index = CityIndexPage.address_of("x").removesuffix("x/")
    return [
        {
            "url": f"{index}{city.slug}/",
            "name": city.label,
            "voivodeship": city.get_voivodeship_display(),
            "size": city.get_size_class_display(),
            "population": city.population,
            "year": city.population_year,
            "city": city,
        }
        for city in cities
    ]


def person_card(person: Person, *, role: str = "", net: str = "") -> dict[str, Any]:
    """The inputs of ``components/person_card.html``; never an address or phone."""
    return {
        "name": person.name,
        "role": role,
        "function": person.function,
        "organisation": in_language(person.organisation_pl, person.organisation_en)
        or (person.city.label if person.city else ""),
        "bio": person.bio,
        "photo": picture(person.photo, PORTRAIT),
        "credit": credit_line(person.photo),
        "net": net,
    }
