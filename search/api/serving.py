"""What every answer of the API has in common: its language, its limit, and how it may be kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import override

from base.problems import language_of, problem

from . import limits

if TYPE_CHECKING:
    from django.http import HttpRequest

    View = Callable[..., HttpResponse]

METHODS = "GET, HEAD, OPTIONS"
_TOLD = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After"


def served(view: View) -> View:
    """A view of the API, for any program on any site: without cookies, so nothing can be misused.

    HEAD is answered as GET is; the server leaves the body out.
    """

    @wraps(view)
    def serve(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = language_of(request)
        with override(language):
            allowance = limits.count(request)
            response = _answer(view, request, allowance, *args, **kwargs)
        response["Content-Language"] = language
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = _TOLD
        patch_vary_headers(response, ("Accept-Language",))
        if allowance is not None:
            allowance.tell(response)
        return response

    serve.csrf_exempt = True  # type: ignore[attr-defined]
    return serve


def _answer(
    view: View, request: HttpRequest, allowance: limits.Allowance | None, *args: Any, **kwargs: Any
) -> HttpResponse:
    if request.method == "OPTIONS":
        response = HttpResponse(status=204, headers={"Allow": METHODS})
        response["Access-Control-Allow-Methods"] = METHODS
        response["Access-Control-Allow-Headers"] = "If-None-Match, Accept-Language"
        return response
    if request.method not in ("GET", "HEAD"):
        response = problem(request, 405, _("Nothing can be changed by this API."))
        response["Allow"] = METHODS
        return response
    if allowance is not None and allowance.is_spent:
        return problem(
            request,
            429,
            _("Ask again in %(seconds)d s.") % {"seconds": allowance.seconds},
        )
    asked, request.method = request.method, "GET"
    try:
        response = view(request, *args, **kwargs)
    finally:
        request.method = asked
    return _kept(request, response) if response.status_code == 200 else response


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Public for everybody, but asked for each time: what is closed is gone at once.

    What is read by somebody who has signed in may be theirs alone.
    """
    if request.user.is_authenticated:
        response["Cache-Control"] = "private, no-store"
        return response
    response["Cache-Control"] = "public, no-cache"
    response["ETag"] = f'"{_digest(response.content)}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
