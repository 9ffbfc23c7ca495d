"""Feeds of an index page: of everything below it, of one theme, of one network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.contrib.routable_page.models import path

from base.access import ANONYMOUS
from base.feeds import MOST_ENTRIES, FeedEntry, atom
from base.filters import in_readers_language
from base.listing import entries, readable
from registers.models import Theme

from .models import NetworkPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from base.listing import Entry
    from base.models.pages import BasePageQuerySet


class FeedRoutes:
    """Routes for a ``RoutableBasePage`` whose items have tags and networks.

    A feed is the same for everybody: it holds what the public sees, in the page's language.
    """

    title: str
    lead: str
    # The originals, newest first, and what a feed says of each; the page has both.
    feed_items: Callable[[], BasePageQuerySet]
    feed_entries: Callable[[list[Entry]], list[FeedEntry]]

    @path("feed.xml", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        return self._feed(request, self.feed_items(), self.title)

    @path("feed/theme/<slug:code>.xml", name="theme_feed")
    def theme_feed(self, request: HttpRequest, code: str) -> HttpResponse:
        theme = get_object_or_404(Theme, code=code)
        themes = [theme.pk, *theme.children.values_list("pk", flat=True)]
        tagged = self.feed_items().filter(tagged_items__tag__theme__in=themes).distinct()
        return self._feed(request, tagged, f"{self.title}: {theme.label}")

    @path("feed/network/<slug:slug>.xml", name="network_feed")
    def network_feed(self, request: HttpRequest, slug: str) -> HttpResponse:
        network = NetworkPage.objects.originals().visible_to(ANONYMOUS).filter(slug=slug).first()
        if network is None:
            raise Http404
        entry = entries([network], request)[0]
        name = (entry.page or entry.original).short_name or entry.title
        items = self.feed_items().filter(networks=network)
        return self._feed(request, items, f"{self.title}: {name}")

    def _feed(self, request: HttpRequest, items: BasePageQuerySet, title: str) -> HttpResponse:
        newest = in_readers_language(items.visible_to(ANONYMOUS))[:MOST_ENTRIES]
        shown, _polish = readable(entries(newest, request))
        address = self.get_url(request)  # type: ignore[attr-defined]
        return atom(request, self.feed_entries(shown), title=title, about=self.lead,
                    address=address)  # fmt: skip

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request),  # type: ignore[misc]
            "feed_address": self.get_url(request) + self.reverse_subpage("feed"),  # type: ignore[attr-defined]
        }
