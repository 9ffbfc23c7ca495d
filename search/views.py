"""The site search, what is suggested as one types, results as files and feeds."""

from __future__ import annotations

import re

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from base import sections
from base.addresses import absolute
from base.frame import set_language_addresses
from base.languages import active_language
from base.visitors import HOUR, allows, visitor_of
from practices.models import PracticeIndexPage

from . import exporting
from .feeds import feed_of
from .finding import in_language, ordered
from .models import DocumentType
from .once import asked_for
from .own_city import own_city
from .results import chosen_practices
from .site_results import site_results
from .suggestions import suggest

_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,40}")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Making a file takes seconds, and anyone may ask.
EXPORTS_AN_HOUR = 30


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


@require_safe
@cache_control(no_store=True)
def export(request: HttpRequest, format: str) -> HttpResponseBase:
    """The practices of the address's words, facets and order, those the reader may see."""
    if not allows("export", visitor_of(request), EXPORTS_AN_HOUR, HOUR):
        return render(request, "search/too_many_exports.html", {"noindex": True}, status=429)
    found = asked_for(request)
    chosen, _choices = chosen_practices(found, request.GET, request.user)
    shown = ordered(in_language(chosen), request.GET.get("sort", ""), own_city(request.GET).city)
    ids = shown.page_ids[: exporting.MOST_ROWS]
    made = exporting.rows(ids, request, active_language())
    name = _("good-practices") + f".{format}"
    response: HttpResponseBase
    if format == "csv":
        response = StreamingHttpResponse(
            exporting.comma_separated(made), content_type="text/csv; charset=utf-8"
        )
    else:
        response = FileResponse(exporting.workbook(made), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Robots-Tag"] = "noindex"
    return response
