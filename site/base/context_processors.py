"""What the frame of every page shows: navigation, languages, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .frame import Frame
from .middleware import ADMIN_PREFIX

if TYPE_CHECKING:
    from django.http import HttpRequest


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """The frame as callables: templates that show a part compute it, others do not."""
    frame = Frame(request)
    request.frame = frame  # type: ignore[attr-defined]
    shown = {
        "nav": frame.nav,
        "languages": frame.languages,
        "footer_links": frame.footer_links,
        "home_url": frame.home_url,
        "search_url": frame.search_url,
        "suggestions_url": frame.suggestions_url,
        "query": request.GET.get("q", "")[:200],
        "metadata": frame.metadata,
    }
    if request.path_info.startswith(ADMIN_PREFIX):
        # In Wagtail's own templates this name is that of a route, and asks for a search field.
        del shown["search_url"]
    return shown
