"""The places of GeoNames in the register of cities: coordinates and populations renewed from them.

``python -m registers.city_places PLACES.json`` rewrites ``data/cities.csv`` from a newer file of
places. Which row is which place is decided once, by a person, and kept in ``geonameid``: names
repeat (a city and a village Jarocin, two cities Józefów), GeoNames' kinds do not tell a city from
a village, and its gmina is now and then that of the villages around the city. So nothing is
matched by name here.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .city_sources import COLUMNS, REGISTER, CityRow, read_register
from .source_files import SourceError

# GeoNames does not say of which year its populations are. Figures from elsewhere are kept.
GEONAMES_POPULATION = "GeoNames (rok nieznany)"


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place of GeoNames; coordinates in degrees (WGS 84)."""

    geonameid: int
    name: str
    lat: float
    lon: float
    population: int | None


def read_places(path: Path) -> dict[int, Place]:
    """The places of a file, by their GeoNames number: a JSON list of objects."""
    path = Path(path)
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(path, None, error.strerror or str(error)) from None
    except json.JSONDecodeError as error:
        raise SourceError(path, error.lineno, error.msg) from None
    places = {}
    for position, entry in enumerate(entries, start=1):
        try:
            place = Place(
                int(entry["geonameid"]),
                str(entry["name"]),
                float(entry["lat"]),
                float(entry["lon"]),
                int(entry["population"]) or None,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise SourceError(path, None, f"place {position}: {error!r}") from None
        places[place.geonameid] = place
    return places


def renewed(rows: Iterable[CityRow], places: dict[int, Place]) -> Iterator[CityRow]:
    """The rows with the coordinates, and the populations that are GeoNames', of ``places``."""
    for row in rows:
        place = places.get(row.geonameid) if row.geonameid else None
        if place:
            row = replace(row, lat=place.lat, lon=place.lon)
            if row.population_source == GEONAMES_POPULATION:
                row = replace(row, population=place.population)
        yield row


def write_register(rows: Iterable[CityRow], path: Path = REGISTER) -> None:
    """Writes the register in the order of TERYT numbers, so that changes read well."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in sorted(rows, key=lambda row: row.teryt):
            writer.writerow([_cell(getattr(row, column)) for column in COLUMNS])


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "|".join(value)
    return str(value)


def main(arguments: list[str]) -> None:
    """Rewrites the register from the file of places that ``arguments`` names."""
    if len(arguments) != 1:
        sys.exit("usage: python -m registers.city_places PLACES.json")
    try:
        rows = list(renewed(read_register(), read_places(Path(arguments[0]))))
    except SourceError as error:
        sys.exit(str(error))
    write_register(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
