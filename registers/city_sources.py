"""The files that the register of cities is made from, read without a database.

Three sources are read here: the project's own ``data/cities.csv`` and the two registers that
Statistics Poland (GUS) publishes, TERC (units of the country's division) and SIMC (localities).
``complete`` says what the official registers know for certain of every city, so that a command
can complete and correct the register without touching what editors wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Protocol

from .source_files import SourceError, read_rows

REGISTER = Path(__file__).parent / "data" / "cities.csv"

KINDS = ("county_rights", "urban", "urban_rural")
FUNCTIONS = (
    "voivodeship_capital",
    "county_seat",
    "losing_functions",
    "spa",
    "metropolitan",
    "border",
    "tourist",
)

# Kinds of a unit in TERC (RODZ). 2 is a rural gmina, 3 an urban-rural one whose city and rural
# part are 4 and 5, 8 a district of Warsaw, 9 a branch office in other large cities.
URBAN_GMINA = "1"
CITY_IN_URBAN_RURAL_GMINA = "4"
# Kind of a locality in SIMC (RM): a city. 95 is a district of Warsaw, 99 a part of a city.
CITY = "96"
# The law of 1998 numbers land counties from 01 and cities with county rights from 61.
FIRST_CITY_COUNTY = 61


@dataclass(frozen=True, slots=True)
class CityRow:
    """A row of ``data/cities.csv``; an empty text or None is a fact nobody knows for certain."""

    teryt: str
    name: str
    name_en: str
    adjective: str
    slug: str
    voivodeship: str
    county: str
    kind: str
    population: int | None
    population_year: int | None
    population_source: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    functions: tuple[str, ...]
    zmp_member: bool | None


COLUMNS = tuple(field.name for field in fields(CityRow))


@dataclass(frozen=True, slots=True)
class TercUnit:
    """A unit of TERC: a voivodeship, a county, a gmina or a part of one."""

    voivodeship: str
    county: str
    gmina: str
    kind: str
    name: str
    addition: str
    as_of: date

    @property
    def teryt(self) -> str:
        return self.voivodeship + self.county + self.gmina

    @property
    def is_county(self) -> bool:
        return bool(self.county) and not self.gmina

    @property
    def is_city(self) -> bool:
        return self.kind in (URBAN_GMINA, CITY_IN_URBAN_RURAL_GMINA)


@dataclass(frozen=True, slots=True)
class SimcLocality:
    """A locality of SIMC; ``symbol`` is its own number, ``parent`` that of what it is part of."""

    voivodeship: str
    county: str
    gmina: str
    gmina_kind: str
    kind: str
    name: str
    symbol: str
    parent: str
    as_of: date

    @property
    def teryt(self) -> str:
        return self.voivodeship + self.county + self.gmina

    @property
    def is_city(self) -> bool:
        return self.kind == CITY


class KnownCity(Protocol):
    """What ``complete`` needs of a city already known: a ``CityRow`` or anything alike."""

    @property
    def teryt(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def voivodeship(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OfficialCity:
    """What the official registers say of a city, beside the city already known, if any.

    ``known.teryt`` differs from ``teryt`` where the city changed its county or its gmina was
    renumbered. ``symbol`` is its number in SIMC, empty where SIMC was not given or, being of
    another date, does not list it as a city.
    """

    teryt: str
    name: str
    voivodeship: str
    county: str
    kind: str
    symbol: str
    as_of: date
    known: KnownCity | None


def read_register(path: Path = REGISTER) -> Iterator[CityRow]:
    """The rows of the project's own register, in the order of the file."""
    path = Path(path)
    seen: dict[str, int] = {}
    for line, cells in read_rows(path, COLUMNS, ","):
        try:
            row = CityRow(
                **{
                    **cells,
                    "population": _number(cells, "population", int),
                    "population_year": _number(cells, "population_year", int),
                    "lat": _number(cells, "lat", float),
                    "lon": _number(cells, "lon", float),
                    "geonameid": _number(cells, "geonameid", int),
                    "functions": tuple(filter(None, cells["functions"].split("|"))),
                    "zmp_member": {"": None, "yes": True, "no": False}[cells["zmp_member"]],
                }
            )
        except KeyError:
            raise SourceError(path, line, "zmp_member must be yes, no or empty") from None
        except ValueError as error:
            raise SourceError(path, line, str(error)) from None
        for reason in _faults(row):
            raise SourceError(path, line, reason)
        for unique in (row.teryt, row.slug):
            if unique in seen:
                raise SourceError(path, line, f"“{unique}” is on line {seen[unique]} already")
            seen[unique] = line
        yield row


def read_terc(path: Path) -> Iterator[TercUnit]:
    """The units of a TERC file of GUS (``TERC_Urzedowy_….csv`` or the ZIP that holds it)."""
    path = Path(path)
    columns = ("WOJ", "POW", "GMI", "RODZ", "NAZWA", "NAZWA_DOD", "STAN_NA")
    for line, cells in read_rows(path, columns, ";"):
        yield TercUnit(
            _code(path, line, cells, "WOJ"),
            _code(path, line, cells, "POW", r"(\d\d)?"),
            _code(path, line, cells, "GMI", r"(\d\d)?"),
            _code(path, line, cells, "RODZ", r"\d?"),
            _code(path, line, cells, "NAZWA", r".+"),
            cells["NAZWA_DOD"],
            _date(path, line, cells),
        )


def read_simc(path: Path) -> Iterator[SimcLocality]:
    """The localities of a SIMC file of GUS, some 95 thousand of them."""
    path = Path(path)
    columns = (
        *("WOJ", "POW", "GMI", "RODZ_GMI", "RM", "MZ"),
        *("NAZWA", "SYM", "SYMPOD", "STAN_NA"),
    )
    for line, cells in read_rows(path, columns, ";"):
        yield SimcLocality(
            _code(path, line, cells, "WOJ"),
            _code(path, line, cells, "POW"),
            _code(path, line, cells, "GMI"),
            _code(path, line, cells, "RODZ_GMI", r"\d"),
            _code(path, line, cells, "RM"),
            _code(path, line, cells, "NAZWA", r".+"),
            _code(path, line, cells, "SYM", r"\d{7}"),
            _code(path, line, cells, "SYMPOD", r"(\d{7})?"),
            _date(path, line, cells),
        )


def complete(
    rows: Iterable[KnownCity], terc: Iterable[TercUnit], simc: Iterable[SimcLocality] = ()
) -> Iterator[OfficialCity]:
    """Every city of TERC with the facts that are certain, in the order of TERC.

    Which places are cities, their kind and county are TERC's to say; the name is SIMC's where it
    lists the city, since a gmina may be named otherwise than its seat. A known city is recognised
    by its TERYT number or, where that is gone from TERC, as the only one of its name in the
    voivodeship.
    """
    units = list(terc)
    counties = {unit.teryt: unit.name for unit in units if unit.is_county}
    cities = [unit for unit in units if unit.is_city]
    localities = {place.teryt: place for place in simc if place.is_city}
    known = {row.teryt: row for row in rows}
    homeless = _by_name(known[teryt] for teryt in known.keys() - {city.teryt for city in cities})
    newcomers = _by_name(city for city in cities if city.teryt not in known)
    for city in cities:
        namesakes = (city.voivodeship, city.name)
        moved = homeless.get(namesakes, [])
        only_one = len(moved) == 1 and len(newcomers.get(namesakes, [])) == 1
        locality = localities.get(city.teryt)
        if int(city.county) >= FIRST_CITY_COUNTY:
            kind = "county_rights"
        else:
            kind = "urban" if city.kind == URBAN_GMINA else "urban_rural"
        yield OfficialCity(
            teryt=city.teryt,
            name=locality.name if locality else city.name,
            voivodeship=city.voivodeship,
            county=counties.get(city.voivodeship + city.county, ""),
            kind=kind,
            symbol=locality.symbol if locality else "",
            as_of=city.as_of,
            known=known.get(city.teryt) or (moved[0] if only_one else None),
        )


def _by_name(cities: Iterable) -> dict[tuple[str, str], list]:
    found: dict[tuple[str, str], list] = {}
    for city in cities:
        found.setdefault((city.voivodeship, city.name), []).append(city)
    return found


def _code(path: Path, line: int, cells: dict[str, str], column: str, form: str = r"\d\d") -> str:
    if not re.fullmatch(form, cells[column]):
        raise SourceError(path, line, f"{column} cannot be “{cells[column]}”")
    return cells[column]


def _date(path: Path, line: int, cells: dict[str, str]) -> date:
    try:
        return date.fromisoformat(cells["STAN_NA"])
    except ValueError:
        raise SourceError(path, line, f"STAN_NA cannot be “{cells['STAN_NA']}”") from None


def _number(cells: dict[str, str], column: str, kind: type):
    try:
        return kind(cells[column]) if cells[column] else None
    except ValueError:
        raise ValueError(f"{column} is not a number: “{cells[column]}”") from None


def _faults(row: CityRow) -> Iterator[str]:
    if not re.fullmatch(r"\d{6}", row.teryt):
        yield f"teryt must be six digits, not “{row.teryt}”"
    if not row.teryt.startswith(row.voivodeship) or len(row.voivodeship) != 2:
        yield f"voivodeship {row.voivodeship} is not that of {row.teryt}"
    if not row.name:
        yield "name is empty"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.slug):
        yield f"slug cannot be “{row.slug}”"
    if row.kind not in ("", *KINDS):
        yield f"kind cannot be “{row.kind}”"
    if unknown := set(row.functions) - set(FUNCTIONS):
        yield f"unknown functions: {', '.join(sorted(unknown))}"
    if (row.lat is None) != (row.lon is None):
        yield "lat and lon belong together"
