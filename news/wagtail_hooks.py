"""The place of news in the admin."""

from wagtail import hooks

from .viewsets import NewsListing


@hooks.register("register_admin_viewset")
def news_listing() -> NewsListing:
    return NewsListing()
