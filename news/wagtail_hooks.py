"""The place of news in the admin."""

from typing import Any

from wagtail import hooks

from .bringing_over.views import URLS
from .viewsets import NewsListing


@hooks.register("register_admin_viewset")
def news_listing() -> NewsListing:
    return NewsListing()


@hooks.register("register_admin_urls")
def bringing_over_urls() -> list[Any]:
    return URLS
