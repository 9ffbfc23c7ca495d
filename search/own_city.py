"""The reader's own city: practices of cities like it go first, where somebody asks for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from django.db.models import Case, FloatField, Value, When

from registers.models import City
from registers.models.city import AmbiguousCity, UnknownCity

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

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


def likeness_to(city: City) -> Combinable:
    """Of a document, between 0 and 1, how alike its city is."""
    facts = [
        (SIZE, {"sizes__contains": [city.size_class]}, city.size_class),
        (KIND, {"city_kinds__contains": [city.kind]}, city.kind),
        (VOIVODESHIP, {"voivodeships__contains": [city.voivodeship]}, city.voivodeship),
    ]
    shares = [
        Case(When(**same, then=Value(share)), default=Value(0.0), output_field=FloatField())
        for share, same, known in facts
        if known
    ]
    return reduce(add, shares, Value(0.0, output_field=FloatField()))
