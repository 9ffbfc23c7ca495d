"""The reader's own city: practices of cities like it go first, where somebody asks for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from registers.models import City
from registers.models.city import AmbiguousCity, UnknownCity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .hits import Hits

LONGEST_NAME = 100
# How much of the likeness each fact makes that two cities share.
SIZE, KIND, VOIVODESHIP = 0.5, 0.25, 0.25


@dataclass(frozen=True)
class OwnCity:
    """What was typed and which city that is; ``candidates`` are the cities of an ambiguous name."""

    typed: str = ""
    city: City | None = None
    candidates: tuple[City, ...] = ()


def own_city(parameters: Mapping[str, str]) -> OwnCity:
    """The city of ``?like=…``: its TERYT number, as our addresses have it, or its name, as typed.

    Its slug will do as well, where no other city has that for a name.
    """
    typed = parameters.get("like", "").strip()[:LONGEST_NAME]
    if not typed:
        return OwnCity()
    try:
        return OwnCity(typed, City.resolve(typed))
    except AmbiguousCity as error:
        return OwnCity(typed, candidates=tuple(error.candidates))
    except UnknownCity:
        return OwnCity(typed, City.objects.filter(slug=typed).first())


def likeness_to(city: City, hits: Hits) -> NDArray[np.float64]:
    """Of each document, between 0 and 1, how alike its city is."""
    facts = [
        (SIZE, "sizes", city.size_class),
        (KIND, "city_kinds", city.kind),
        (VOIVODESHIP, "voivodeships", city.voivodeship),
    ]
    likeness = np.zeros(len(hits))
    for share, field, known in facts:
        if known:
            likeness += share * hits.have(field, [known])
    return likeness
