"""The site search, and what is suggested as one types."""

from __future__ import annotations

import re

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from base import sections
from base.frame import set_language_addresses
from base.languages import active_language
from practices.models import PracticeIndexPage

from .models import DocumentType
from .site_results import site_results
from .suggestions import suggest

_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,40}")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Every kind of object; practices alone are shown by their own list, which has the facets."""
    practices = sections.address_of(PracticeIndexPage)
    if request.GET.get("type") == DocumentType.PRACTICE and practices:
        parameters = request.GET.copy()
        del parameters["type"]
        return HttpResponseRedirect(f"{practices}?{parameters.urlencode()}")
    set_language_addresses(request, "search")
    return render(
        request, "search/search.html", {"results": site_results(request), "noindex": True}
    )


@require_safe
@cache_control(no_store=True)
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the combobox opens, as HTML: no word, icon or address is made in a script.

    Kept nowhere: what was closed a moment ago is not suggested from a memory.
    """
    identifier = request.GET.get("id", "")
    context = {
        "suggestions": suggest(request.GET.get("q", ""), request.user, active_language()),
        "id": identifier if _IDENTIFIER.fullmatch(identifier) else "suggestions",
    }
    return render(request, "search/suggestions.html", context)
