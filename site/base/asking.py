"""Who asks: the person whose request the admin is answering.

Wagtail makes a widget, a block and a converter of rich text once, for everybody, and hands none
of them the request; what they show and take must still depend on who asks. A request is answered
in one context, and the context remembers it. Commands and readers' pages have no asker.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from .access import Reader

ADMIN_PREFIX = "/admin/"
_asker: ContextVar[Reader | None] = ContextVar("asker", default=None)


def asker() -> Reader | None:
    """The person at the admin, while a request of theirs is answered."""
    return _asker.get()


class AskerMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ADMIN_PREFIX):
            return self.get_response(request)
        token = _asker.set(request.user)
        try:
            return self.get_response(request)
        finally:
            _asker.reset(token)
