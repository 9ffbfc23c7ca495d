"""The site search: one address a language, every kind of object."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from base.frame import set_language_addresses
from base.languages import active_language

from .results import site_results
from .suggestions import suggest

_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,40}")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
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
