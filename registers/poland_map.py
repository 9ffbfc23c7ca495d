"""Cities and voivodeships as ``components/poland_map.html`` draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil, hypot
from typing import Any

from .models import City
from .models.vocabularies import Voivodeship
from .poland import VIEW_BOX, project, voivodeships

# Cities that are links stand apart: nearer ones could not be told from each other with a finger
# (75 units are 24 pixels where the map is as wide as a small phone), and more than these many
# would be a long way through with the Tab key. The list beside the map has them all.
LEAST_DISTANCE = 75
MOST_LINKS = 20
SHADES = 4

Point = dict[str, Any]


def points(
    cities: Iterable[City],
    *,
    addresses: Mapping[int, str] | None = None,
    nets: Mapping[int, str] | None = None,
) -> list[Point]:
    """The cities whose place is known, as dots; linked where there is room for links."""
    dots = [
        {"pk": city.pk, "x": x, "y": y, "name": city.label, "net": (nets or {}).get(city.pk, "")}
        for city in cities
        if city.latitude is not None and city.longitude is not None
        for x, y in [project(city.latitude, city.longitude)]
    ]
    if addresses and len(dots) <= MOST_LINKS:
        for dot in dots:
            if _stands_apart(dot, dots):
                dot["url"] = addresses[dot["pk"]]
    return dots


def _stands_apart(dot: Point, dots: list[Point]) -> bool:
    return all(
        other is dot or hypot(dot["x"] - other["x"], dot["y"] - other["y"]) >= LEAST_DISTANCE
        for other in dots
    )


def shaded_voivodeships(
    counts: Mapping[str, int], *, chosen: str = "", address: Callable[[str], str]
) -> list[dict[str, Any]]:
    """The voivodeships, darker where there are more cities; each links to its list."""
    most = max(counts.values(), default=0)
    return [
        {
            "path": shape.path,
            "name": Voivodeship(teryt).label,
            "url": address(teryt),
            "count": counts.get(teryt, 0),
            "level": ceil(SHADES * counts.get(teryt, 0) / most) if most else 0,
            "active": teryt == chosen,
        }
        for teryt, shape in voivodeships().items()
    ]


def locator(city: City) -> dict[str, Any] | None:
    """Where one city lies: nothing to follow, its voivodeship shaded; none without a place."""
    dots = points([city])
    if not dots:
        return None
    return {
        "view_box": VIEW_BOX,
        "cities": [{**dots[0], "r": 20}],
        "voivodeships": [
            {"path": shape.path, "name": "", "level": 2 if teryt == city.voivodeship else 0}
            for teryt, shape in voivodeships().items()
        ],
    }
