"""The site search: one address a language, every kind of object."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from base.frame import set_language_addresses

from .results import site_results


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    set_language_addresses(request, "search")
    return render(
        request, "search/search.html", {"results": site_results(request), "noindex": True}
    )
