"""The practices found on the map of Poland, with the same in a list of cities beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from registers.models import City
from registers.poland import VIEW_BOX
from registers.poland_map import points, shaded_voivodeships

from . import facets

if TYPE_CHECKING:
    from .hits import Hits


def on_the_map(shown: Hits, choices: facets.Choices) -> dict[str, Any]:
    """Voivodeships narrow the map, cities lead to their part of the list."""
    counts = shown.counted(["cities", "voivodeships"])
    numbers = counts["cities"]
    cities = list(City.objects.filter(slug__in=numbers).defer("description_pl", "description_en"))
    # Alone, whatever cities were chosen before.
    alone = facets.Choices(_without_cities(choices))
    addresses = {city.pk: alone.address(city=city.slug, view=None) for city in cities}
    chosen = choices.chosen.get("voivodeship", [])
    return {
        "view_box": VIEW_BOX,
        "voivodeships": shaded_voivodeships(
            counts["voivodeships"],
            chosen=chosen[0] if len(chosen) == 1 else "",
            address=lambda teryt: choices.address(voivodeship=teryt),
        ),
        "points": points(cities, addresses=addresses),
        "cities": [
            {"label": city.label, "url": addresses[city.pk], "count": numbers[city.slug]}
            for city in cities
        ],
    }


def _without_cities(choices: facets.Choices) -> QueryDict:
    parameters = choices.parameters.copy()
    parameters.pop("city", None)
    return parameters
