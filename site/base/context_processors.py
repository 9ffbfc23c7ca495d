"""What the frame of every page shows: navigation, languages, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.functional import SimpleLazyObject

from .frame import Frame

if TYPE_CHECKING:
    from django.http import HttpRequest


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """``frame``: computed once a request and only by templates that show it."""
    return {"frame": SimpleLazyObject(lambda: Frame(request))}
