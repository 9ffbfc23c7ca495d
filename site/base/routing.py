"""Where an address leads, found at once.

Wagtail walks a path down from the home with two queries a step. Here one query finds the live
page furthest along it, and a second reads that page with its original and the access decision;
only what is left of the path (drafts, items without English, pages of their own below a page) is
walked the page's own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from wagtail import views
from wagtail.models import Page, Site

from . import access
from .languages import active_language, original_locale_id
from .models import BasePage

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


# Reading a page changes nothing: a transaction around it would cost two journeys to the database.
@transaction.non_atomic_requests
def read_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of pages, told where the path leads where that is found at once."""
    components = [component for component in path.split("/") if component]
    nearest = _nearest(request, components)
    if nearest is not None:
        page, rest = nearest
        # Where Wagtail keeps the answer for the request itself; see Page.route_for_request.
        request._wagtail_route_for_request = page.route(request, rest)  # type: ignore[attr-defined]
    return views.serve(request, path)


def _nearest(request: HttpRequest, components: list[str]) -> tuple[BasePage, list[str]] | None:
    """The live page furthest along a path in the reader's language, and what is left of the path.

    The page knows its original, and whether the reader may see it where nothing of the path is
    left.
    """
    home = _home_path(request)
    if home is None:
        return None
    addresses, address = {home: 0}, home
    for number, component in enumerate(components, start=1):
        address = f"{address}{component}/"
        addresses[address] = number
    # Slugs are indexed and paths are not; the home's own is the last part of its path.
    slugs = {path.rstrip("/").rpartition("/")[2] for path in addresses}
    along = list(
        Page.objects.filter(slug__in=slugs, url_path__in=addresses, live=True).order_by("depth")
    )
    # While a language has no home, nothing stands below it.
    if not along or along[0].url_path != home:
        return None
    page, rest = along[-1], components[addresses[along[-1].url_path] :]
    model = page.specific_class
    if model is None or not issubclass(model, BasePage):
        return None
    versions = model._default_manager.select_related(*model.read_with).filter(
        Q(pk=page.pk) | Q(translation_key=page.translation_key, locale_id=original_locale_id())
    )
    if not rest:
        # An address that leads nowhere is not asked who is reading, and may be kept by caches.
        versions = access.with_sight(versions, request.user)
    found = {version.pk: version for version in versions}
    for version in found.values():
        if version.is_original and not version.alias_of_id:
            found[page.pk].__dict__["_original"] = version
    return found[page.pk], rest


def _home_path(request: HttpRequest) -> str | None:
    """The home's path in the tree in the reader's language, if there is one."""
    site = Site.find_for_request(request)
    paths = (
        root.root_path
        for root in Site.get_site_root_paths()
        if site is not None and root.site_id == site.pk and root.language_code == active_language()
    )
    return next(paths, None)
