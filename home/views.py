"""Views outside the tree of pages: language choice, errors, what search engines read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from base import errors
from base.addresses import absolute
from base.languages import ORIGINAL_LANGUAGE


@require_safe
@vary_on_headers("Accept-Language")
def choose_language(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the language the browser asks for, Polish otherwise."""
    language = get_language_from_request(request)
    return HttpResponseRedirect("/en/" if language == "en" else f"/{ORIGINAL_LANGUAGE}/")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return errors.bad_request(request)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return errors.server_error(request)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /documents/",
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    from .sitemap import sitemap_xml

    return HttpResponse(sitemap_xml(request), content_type="application/xml; charset=utf-8")
