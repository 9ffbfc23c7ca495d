"""Closing a page, and where it may be looked for afterwards."""

from __future__ import annotations

import re

from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from base import access
from base.models.records import Who

# Titles that nothing else of the site says.
TITLE, ENGLISH_TITLE = "Tajemnica ratusza", "The town hall's secret"
PLAIN_TITLE, ENGLISH_PLAIN_TITLE = "Tajemnica wieży", "The tower's secret"


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def close(page: Page, commit, who: str = Who.MEMBERS) -> None:
    with commit():
        access.set_audience(page, who)


def addresses_of(page: Page) -> list[str]:
    """Where a page stands in both languages, its language-state page included."""
    english = page.english
    polish_slug = f"{english.get_parent().url}{page.slug}/"
    return [page.url, english.url, polish_slug]


LISTS = [
    "/pl/",
    "/en/",
    "/pl/dobre-praktyki/",
    "/en/good-practices/",
    "/pl/dobre-praktyki/?q=tajemnica",
    "/pl/aktualnosci/",
    "/en/news/",
    "/pl/aktualnosci/feed.xml",
    "/en/news/feed.xml",
    "/pl/dobre-praktyki/feed.xml",
    "/en/good-practices/feed.xml",
    "/sitemap.xml",
]


def search_addresses() -> list[str]:
    found = []
    for language, words in (("pl", "tajemnica"), ("en", "secret")):
        with translation.override(language):
            found.append(f"{reverse('search')}?q={words}")
    return found


def traces(client: Client, page: Page) -> list[str]:
    """The lists that say a page's title or lead to it, in either language."""
    cache.clear()
    told = []
    # An address ends where it is quoted or closed; below it may stand a public page.
    signs = [re.compile(rf"{re.escape(address)}[\"<?]") for address in addresses_of(page)]
    for address in [*LISTS, *search_addresses()]:
        said = client.get(address).content.decode()
        if any(sign.search(said) for sign in signs):
            told.append(address)
    return told
