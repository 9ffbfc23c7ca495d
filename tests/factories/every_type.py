"""A page of each type there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from base.models import BasePage
from exchange.models import MeetingIndexPage, MeetingPage, ProductIndexPage, ProductPage
from home.models import AccessibilityPage, HomePage, PlainPage
from networks.models import NetworkIndexPage, NetworkPage, ProgrammePage
from news.models import MultimediaIndexPage, MultimediaPage, NewsIndexPage, NewsPage
from practices.models import (
    CollectionIndexPage,
    CollectionPage,
    PracticeIndexPage,
    PracticePage,
)
from registers.models import CityIndexPage, PeoplePage, ThemeIndexPage

from .exchange import meeting, product
from .home import declaration, plain_page
from .networks import network, programme
from .news import article, gallery
from .pages import index
from .practices import collection, practice

# How a page of each type comes to be; the frame of the site has one of every index.
PAGE_FACTORIES: dict[type[BasePage], Callable[..., Any]] = {
    AccessibilityPage: declaration,
    CollectionPage: collection,
    MeetingPage: meeting,
    MultimediaPage: gallery,
    NetworkPage: network,
    NewsPage: article,
    PlainPage: plain_page,
    PracticePage: practice,
    ProductPage: product,
    ProgrammePage: programme,
}
INDEX_TYPES: list[type[BasePage]] = [
    HomePage,
    CityIndexPage,
    CollectionIndexPage,
    MeetingIndexPage,
    MultimediaIndexPage,
    NetworkIndexPage,
    NewsIndexPage,
    PeoplePage,
    PracticeIndexPage,
    ProductIndexPage,
    ThemeIndexPage,
]
PAGE_TYPES: list[type[BasePage]] = [*INDEX_TYPES, *PAGE_FACTORIES]


def page_of(model: type[BasePage]) -> Any:
    """A complete, published Polish page of a type."""
    return PAGE_FACTORIES[model]() if model in PAGE_FACTORIES else index(model)
