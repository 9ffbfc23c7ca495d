"""Error pages that stand on their own: no reader, no database, no static manifest behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.template.loader import get_template

from .languages import TRANSLATION_LANGUAGE
from .problems import is_program, standalone_problem

if TYPE_CHECKING:
    from django.http import HttpRequest


def standalone(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """An error page in both languages, the one of the address first; a problem for a program.

    Rendered without the request, so no context processor runs and nothing is asked.
    """
    if is_program(request):
        return standalone_problem(request, status)
    english = request.path_info.startswith(f"/{TRANSLATION_LANGUAGE}/")
    page = get_template(template).render({"english": english})
    return HttpResponse(page.strip(), status=status)


def bad_request(request: HttpRequest) -> HttpResponse:
    """The page for input that was refused."""
    return standalone(request, "400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for what broke."""
    return standalone(request, "500.html", 500)
