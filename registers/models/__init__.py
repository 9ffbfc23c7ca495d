"""Registers: bilingual records that everything points at, and the pages that list them."""

from .city import City, CityImage, CityProgrammeStatus
from .funding import FundingSource
from .pages import CityIndexPage, PeoplePage, ThemeIndexPage
from .person import Person
from .theme import Tag, Theme

__all__ = [
    "City",
    "CityImage",
    "CityIndexPage",
    "CityProgrammeStatus",
    "FundingSource",
    "PeoplePage",
    "Person",
    "Tag",
    "Theme",
    "ThemeIndexPage",
]
