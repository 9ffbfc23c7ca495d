"""The API: its parts, and what it answers when something is wrong."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from base.problems import problem

from . import (
    cities,
    index,
    meetings,
    networks,
    news,
    practices,
    products,
    searching,
    suggesting,
    themes,
)
from .listing import NotThere


class Readable(JSONRenderer):
    """JSON with Polish letters as letters: shorter, and legible as it is."""

    json_dumps_params = {"ensure_ascii": False}


# No pages of django-ninja's own: they need scripts of another host, or inline ones.
api = NinjaAPI(
    version="1", urls_namespace="api", docs_url=None, openapi_url=None, renderer=Readable()
)
api.add_router("", index.router)
api.add_router("", searching.router)
api.add_router("", suggesting.router)
api.add_router("practices", practices.router)
api.add_router("networks", networks.router)
api.add_router("cities", cities.router)
api.add_router("meetings", meetings.router)
api.add_router("products", products.router)
api.add_router("news", news.router)
api.add_router("themes", themes.themes)
api.add_router("tags", themes.tags)


@api.exception_handler(NotThere)
def not_there(request: HttpRequest, error: NotThere) -> HttpResponse:
    return problem(request, 404, str(error))


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(request, 404)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Each parameter that is wrong, in the reader's language; what was given is not repeated."""
    errors = [
        {"parameter": _parameter(each["loc"]), "detail": _detail(each)} for each in error.errors
    ]
    return problem(request, 400, _("Some parameters are not valid."), errors=errors)


def _parameter(place: tuple[Any, ...]) -> str:
    """The name in the address: the place is ("query", "asked", "page_size") or the like."""
    names = [str(part) for part in place if isinstance(part, str)]
    return names[-1] if names else ""


def _detail(error: dict[str, Any]) -> str:
    context = {
        name: value.replace(" or ", ", ") if isinstance(value, str) else value
        for name, value in error.get("ctx", {}).items()
    }
    details = {
        "int_parsing": _("This is not a whole number."),
        "int_type": _("This is not a whole number."),
        "int_parsing_size": _("This number is too large."),
        "uuid_parsing": _("This is not an identifier."),
        "greater_than_equal": _("It must be at least %(ge)s."),
        "less_than_equal": _("It must be at most %(le)s."),
        "string_too_long": _("It must have at most %(max_length)s characters."),
        "string_pattern_mismatch": _("It has characters that cannot be typed."),
        "too_long": _("At most %(max_length)s values can be given."),
        "literal_error": _("It must be one of: %(expected)s."),
        "unknown_city": _("There is no such city in the register."),
        "ambiguous_city": _("Several cities have this name; give a TERYT number."),
    }
    return details.get(error["type"], _("This value is not allowed.")) % context
