"""Loads the register of cities, and completes it from the official registers when given them.

Repeatable: what an editor wrote (``City.edited_fields``) is never touched, and a second run with
the same files changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from base.addresses import slug_of

from .city_sources import REGISTER, CityRow, complete, read_register, read_simc, read_terc
from .models import City
from .models.vocabularies import Voivodeship

# Columns of the data file whose field has another name.
_FIELD_OF = {"name": "name_pl", "lat": "latitude", "lon": "longitude"}


@dataclass
class Loaded:
    """What a load did: cities made, changed, left as they were."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def note(self, changed: bool) -> None:
        if changed:
            self.changed += 1
        else:
            self.unchanged += 1


def _values(row: CityRow) -> dict[str, Any]:
    values = {
        _FIELD_OF.get(name, name): getattr(row, name)
        for name in (
            "name", "name_en", "adjective", "voivodeship", "county", "kind", "population",
            "population_year", "population_source", "lat", "lon", "zmp_member",
        )
    }  # fmt: skip
    values["functions"] = list(row.functions)
    return values


@transaction.atomic
def load_cities(
    register: Path = REGISTER, *, terc: Path | None = None, simc: Path | None = None
) -> Loaded:
    """Make and update the cities; returns counts. Raises ``SourceError`` for a bad file."""
    known = {city.teryt: city for city in City.objects.all()}
    loaded = Loaded()
    for row in read_register(register):
        city = known.get(row.teryt)
        if city is None:
            known[row.teryt] = City.objects.create(teryt=row.teryt, slug=row.slug, **_values(row))
            loaded.created += 1
        else:
            loaded.note(_update(city, _values(row)))
    if terc is not None and simc is not None:
        _correct(known, terc, simc, loaded)
    return loaded


def _correct(known: dict[str, City], terc: Path, simc: Path, loaded: Loaded) -> None:
    """Bring the cities into agreement with the official registers; unknown ones are made."""
    rows = [_Known(city) for city in known.values()]
    for official in complete(rows, read_terc(terc), read_simc(simc)):
        values = {
            "name_pl": official.name,
            "voivodeship": official.voivodeship,
            "county": official.county,
            "kind": official.kind,
        }
        if official.known is None:
            City.objects.create(
                teryt=official.teryt, slug=_free_slug(official.name, official.voivodeship), **values
            )
            loaded.created += 1
        else:
            loaded.note(_update(official.known.city, {**values, "teryt": official.teryt}))


@dataclass(frozen=True)
class _Known:
    """A city of the register as the readers of official files know one."""

    city: City

    @property
    def teryt(self) -> str:
        return self.city.teryt

    @property
    def name(self) -> str:
        return self.city.name_pl

    @property
    def voivodeship(self) -> str:
        return self.city.voivodeship


def _free_slug(name: str, voivodeship: str) -> str:
    slug = slug_of(name)
    if City.objects.filter(slug=slug).exists():
        return slug_of(f"{name}-{Voivodeship(voivodeship).label}")
    return slug


def _update(city: City, values: dict[str, Any]) -> bool:
    """Change what the register knows better; an unknown value never erases a known one."""
    changed = [
        name
        for name, value in values.items()
        if name not in city.edited_fields
        and value not in (None, "", [])
        and getattr(city, name) != value
    ]
    for name in changed:
        setattr(city, name, values[name])
    if changed:
        city.save()
    return bool(changed)
