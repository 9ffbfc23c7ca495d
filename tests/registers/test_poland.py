"""The map of Poland: outlines, and the places of cities among them."""

import re
from itertools import pairwise
from math import hypot

import pytest

from registers.city_sources import read_register
from registers.poland import HEIGHT, WIDTH, project, voivodeships

# The outlines are those of a small-scale atlas: a city at the edge may fall beside its own. In
# units of the map, of about 0.69 km; Kępice, the farthest, is 6.1 of them out.
EDGE = 7


def corners(path):
    """The corners of an outline written as ``M`` and relative ``l`` with integers."""
    x = y = 0
    points = []
    numbers = map(int, re.findall(r"-?\d+", path))
    for dx, dy in zip(numbers, numbers, strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return [*points, points[0]]


def contains(outline, point):
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise(outline):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def distance(outline, point):
    """The distance from a point to the nearest side of an outline."""
    x, y = point
    nearest = float("inf")
    for (x1, y1), (x2, y2) in pairwise(outline):
        length = hypot(x2 - x1, y2 - y1)
        along = 0.0
        if length:
            along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2
            along = min(1.0, max(0.0, along))
        nearest = min(nearest, hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
    return nearest


@pytest.fixture(scope="module")
def outlines():
    return {teryt: corners(voivodeship.path) for teryt, voivodeship in voivodeships().items()}


@pytest.fixture(scope="module")
def cities_on_map():
    return [(row, project(row.lat, row.lon)) for row in read_register() if row.lat is not None]


def test_there_are_sixteen_voivodeships_in_the_order_of_teryt():
    assert list(voivodeships()) == [f"{number:02}" for number in range(2, 33, 2)]


def test_the_outlines_fill_the_view_box(outlines):
    xs, ys = zip(*(point for outline in outlines.values() for point in outline), strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == (0, WIDTH, 0, HEIGHT)


def test_every_label_stands_in_its_voivodeship(outlines):
    for teryt, voivodeship in voivodeships().items():
        assert contains(outlines[teryt], (voivodeship.label_x, voivodeship.label_y)), teryt


def test_the_locative_follows_the_name():
    for voivodeship in voivodeships().values():
        assert voivodeship.name_pl_locative == f"w województwie {voivodeship.name_pl[:-1]}m"


@pytest.mark.parametrize(
    ("lat", "lon", "x", "y"),
    [
        # The northernmost, southernmost, westernmost and easternmost corners of the outlines.
        (54.83832, 18.15206, 397, 0),
        (48.99401, 22.85556, 884, 934),
        (52.85048, 14.12392, 0, 305),
        (50.85620, 24.14316, 1000, 626),
        # On the central meridian the projection is as simple as it can be.
        (52.0, 19.0, 475.6, 459.0),
    ],
)
def test_known_points_lie_where_the_outlines_have_them(lat, lon, x, y):
    assert project(lat, lon) == pytest.approx((x, y), abs=0.6)


def test_cities_lie_in_their_voivodeship_or_at_its_very_edge(outlines, cities_on_map):
    outside = {
        row.name: distance(outlines[row.voivodeship], point)
        for row, point in cities_on_map
        if not contains(outlines[row.voivodeship], point)
    }
    assert len(outside) <= 0.03 * len(cities_on_map)
    assert not {name: units for name, units in outside.items() if units > EDGE}


def test_every_city_lies_within_the_view_box(cities_on_map):
    for row, (x, y) in cities_on_map:
        assert 0 <= x <= WIDTH, row.name
        assert 0 <= y <= HEIGHT, row.name
