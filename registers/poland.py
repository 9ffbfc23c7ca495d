"""The map of Poland: the outlines of the voivodeships and the place of a point among them.

The outlines (``data/voivodeships.json``) are drawn in the transverse Mercator projection of the
sphere with the central meridian 19°E, scaled so that the country is 1000 units wide:

    x = E + S · artanh(cos φ · sin(λ − 19°))        y = N − S · arctan(tan φ / cos(λ − 19°))

S, E and N were fitted to the 3,439 corners of the outlines, whose latitudes and longitudes are
known: none lies further than 0.5 units from its place in x or y, which is their own rounding
(a unit is about 0.69 km). Source of the formula: J. P. Snyder, Map Projections – A Working
Manual, U.S. Geological Survey Professional Paper 1395, 1987, p. 58.
"""

import json
from dataclasses import dataclass
from functools import cache
from math import atan2, atanh, cos, radians, sin, tan
from pathlib import Path

OUTLINES = Path(__file__).parent / "data" / "voivodeships.json"

WIDTH = 1000
HEIGHT = 934
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"

CENTRAL_MERIDIAN = 19.0
SCALE = 9256.92
EASTING = 475.59
NORTHING = 8860.36


@dataclass(frozen=True, slots=True)
class Voivodeship:
    """A voivodeship on the map; coordinates and the path are in the units of ``VIEW_BOX``.

    The label's point is for a text centred on it (``text-anchor="middle"``): wide of the borders
    and clear of the cities with county rights and their names.
    """

    teryt: str
    name_pl: str
    name_en: str
    name_pl_locative: str
    path: str
    label_x: int
    label_y: int


@cache
def voivodeships() -> dict[str, Voivodeship]:
    """The sixteen voivodeships by their two-digit TERYT number, in its order."""
    outlines = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return {teryt: Voivodeship(teryt, **outline) for teryt, outline in outlines.items()}


def project(lat: float, lon: float) -> tuple[float, float]:
    """The point of the map for a latitude and a longitude in degrees (WGS 84).

    Meant for Poland: the difference between the sphere and the ellipsoid is in the fit.
    """
    phi = radians(lat)
    from_meridian = radians(lon - CENTRAL_MERIDIAN)
    x = EASTING + SCALE * atanh(cos(phi) * sin(from_meridian))
    y = NORTHING - SCALE * atan2(tan(phi), cos(from_meridian))
    return round(x, 1), round(y, 1)
