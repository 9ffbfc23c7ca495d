"""Addresses of the API, each served the same way; what is not there is a problem too."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path

from base.problems import problem

from .application import api
from .document import openapi
from .serving import served


@served
def nothing(request: HttpRequest) -> HttpResponse:
    return problem(request, 404)


def _served(pattern: URLPattern) -> URLPattern:
    return URLPattern(pattern.pattern, served(pattern.callback), pattern.default_args, pattern.name)


app_name = "api"
urlpatterns = [
    path("openapi.json", served(openapi), name="openapi"),
    *[_served(pattern) for pattern in api.urls[0] if pattern.name != "api-root"],
    # With a slash at the end: an address that lacks it is led to the one that has it.
    re_path(r"^(?:[\s\S]*/)?$", nothing),
]
