"""The site search: one address a language, every kind of object; its feeds, and its description."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from base.addresses import absolute
from base.frame import set_language_addresses

from .feeds import feed_of
from .results import site_results


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    set_language_addresses(request, "search")
    return render(
        request, "search/search.html", {"results": site_results(request), "noindex": True}
    )


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """RSS of whatever is searched for in the address: words, kind of record, facets."""
    return feed_of(request)


@require_safe
@cache_control(public=True, max_age=86_400)
def opensearch(request: HttpRequest) -> HttpResponse:
    """Tells browsers how to search here (OpenSearch 1.1)."""
    return render(
        request,
        "search/opensearch.xml",
        {
            "search": absolute(reverse("search")),
            "suggest": absolute(reverse("api:suggest_browser")),
            "feed": absolute(reverse("search_feed")),
            "icon": absolute(static("img/apple-touch-icon.png")),
        },
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
