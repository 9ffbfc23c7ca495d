"""The OpenAPI 3.1 document: django-ninja's, with our problems in it, in either language."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from pydantic.json_schema import models_json_schema

from base.addresses import absolute
from base.languages import active_language
from base.problems import CONTENT_TYPE

from ..facets import BY_NAME
from .application import api
from .limits import WINDOW
from .schemas import Problem, label_msgid

TITLE = _("API of the experience exchange networks of Polish cities")
ABOUT = _(
    "Everything the site publishes, for programs: good practices, networks, "
    "cities, meetings, products, news, themes and tags. Read-only, without "
    "keys or registration. Names and texts come in Polish and English; filters "
    "have the same names as on the site; several values of one filter widen "
    "the results, several filters narrow them. Errors are problem details (RFC "
    "9457)."
)
TAGS = {
    "search": _("Search"),
    "practices": _("Good practices"),
    "networks": _("Networks"),
    "cities": _("Cities"),
    "meetings": _("Meetings"),
    "products": _("Products"),
    "news": _("News"),
    "themes": _("Themes"),
    "tags": _("Tags"),
}
PROBLEMS = {
    "400": _("Invalid parameters."),
    "404": _("Not found, or not public."),
    "429": _("Too many requests; Retry-After says when to ask again."),
    "default": _("Any other problem."),
}
_HEADERS = {
    "ETag": _("Send it back in If-None-Match: 304 says that nothing has changed."),
    "RateLimit": _("What is left of this minute's requests, and how many seconds it lasts."),
}
# What a person reads in the document; everything else is for programs alone.
_WORDS = {"description", "summary"}


@cache
def document(language: str) -> dict[str, Any]:
    """The whole document with its words in one language; made once a process."""
    with override(language):
        plain = api.get_openapi_schema(path_prefix="/api/v1/")
        told = _translated(_complete(dict(plain)))
        told["info"] |= {"title": gettext(TITLE), "description": gettext(ABOUT)}
        told["tags"] = [
            {"name": name, "description": gettext(label)} for name, label in TAGS.items()
        ]
    return told


def _complete(told: dict[str, Any]) -> dict[str, Any]:
    """With what every operation may answer beside its record, and where the API is."""
    _refs, schemas = models_json_schema(
        [(Problem, "serialization")], ref_template="#/components/schemas/{model}"
    )
    told["components"]["schemas"] |= schemas["$defs"]
    told["servers"] = [{"url": absolute("").rstrip("/")}]
    told["info"]["license"] = {
        "name": "CC BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    }
    told["x-rate-limit"] = {"requests": settings.API_REQUESTS_A_MINUTE, "seconds": WINDOW}
    content = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for methods in told["paths"].values():
        for operation in methods.values():
            answers = operation["responses"] = {
                str(status): answer for status, answer in operation["responses"].items()
            }
            answers["200"]["headers"] = {
                name: {"description": words, "schema": {"type": "string"}}
                for name, words in _HEADERS.items()
            }
            answers["200"]["description"] = operation["description"]
            for status, words in PROBLEMS.items():
                answers[status] = {"description": words, "content": content}
    return told


def _translated(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        # Titles are names of Python's; a property that is called so is a schema, not a text.
        return {
            name: _translated(each, name)
            for name, each in value.items()
            if name != "title" or isinstance(each, dict)
        }
    if isinstance(value, list):
        return [_translated(each) for each in value]
    if key in _WORDS and isinstance(value, str) and value:
        return _word(value)
    return value


def _word(msgid: str) -> str:
    """Facets are called as on the site; their labels have contexts that a msgid alone has not."""
    for name, facet in BY_NAME.items():
        if msgid == label_msgid(name):
            return str(facet.label)
    return gettext(msgid)


def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(document(active_language()), json_dumps_params={"ensure_ascii": False})
