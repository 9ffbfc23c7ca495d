"""Registers: bilingual records that everything points at, and the pages that list them."""

from .city import City, CityImage, CityProgrammeStatus
from .curation import DistinctTags, RetiredTag, TagOperation
from .funding import FundingSource
from .pages import CityIndexPage, PeoplePage, ThemeIndexPage
from .person import Person
from .tagged import BearsTags
from .theme import Tag, Theme

__all__ = [
    "BearsTags",
    "City",
    "CityImage",
    "CityIndexPage",
    "CityProgrammeStatus",
    "DistinctTags",
    "FundingSource",
    "PeoplePage",
    "Person",
    "RetiredTag",
    "Tag",
    "TagOperation",
    "Theme",
    "ThemeIndexPage",
]
