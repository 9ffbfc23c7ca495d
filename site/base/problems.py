"""What went wrong, told to programs: RFC 9457, in the language the program asks for."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.core.exceptions import SuspiciousOperation
from django.http import JsonResponse
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE

if TYPE_CHECKING:
    from django.http import HttpRequest

CONTENT_TYPE = "application/problem+json"
# Addresses that programs ask; everything else answers people.
PREFIX = "/api/"


def is_program(request: HttpRequest) -> bool:
    return request.path_info.startswith(PREFIX)


def language_of(request: HttpRequest) -> str:
    """``?lang=`` where it is one of ours, else what ``Accept-Language`` prefers, else Polish."""
    try:
        wanted = request.GET.get("lang", "")
    except SuspiciousOperation:
        wanted = ""
    if wanted not in (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE):
        wanted = get_language_from_request(request)
    return TRANSLATION_LANGUAGE if wanted.startswith(TRANSLATION_LANGUAGE) else ORIGINAL_LANGUAGE


def problem(
    request: HttpRequest,
    status: int,
    detail: str = "",
    *,
    errors: list[dict[str, Any]] | None = None,
) -> JsonResponse:
    """The answer ``status`` with what a person may read of it.

    ``type`` is left out: it would be ``about:blank``, since ``status`` says all a program needs.
    """
    body: dict[str, Any] = {"title": _title(status), "status": status, "instance": request.path}
    if detail:
        body["detail"] = detail
    if errors:
        body["errors"] = errors
    response = JsonResponse(
        body, status=status, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False}
    )
    response["Cache-Control"] = "no-store"
    return response


def standalone_problem(request: HttpRequest, status: int, detail: str = "") -> JsonResponse:
    """The same where no view has chosen a language, or where nothing else works any more."""
    language = language_of(request)
    with override(language):
        response = problem(request, status, detail)
    response["Content-Language"] = language
    return response


def _title(status: int) -> str:
    titles = {
        400: _("The request could not be understood"),
        404: _("There is nothing at this address"),
        405: _("This address is read-only"),
        429: _("Too many requests"),
        500: _("Something went wrong on our side"),
    }
    return titles.get(status) or HTTPStatus(status).phrase
