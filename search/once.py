"""The words of a request, looked for once for all that its page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .finding import Found, find

if TYPE_CHECKING:
    from django.http import HttpRequest


def asked_for(request: HttpRequest) -> Found:
    """What the words in the address find, of every kind."""
    found = getattr(request, "_found", None)
    if found is None:
        found = find(request.GET.get("q", ""), request.user)
        request._found = found  # type: ignore[attr-defined]
    return found
