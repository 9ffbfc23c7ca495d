"""The way from a Polish page to its English, in lists of pages and above a page's form.

It stands in for wagtail-localize 1.14.5's *Translate this page* and *Sync translated pages*, which
lead to its own editor and ask the database twice for every row of a list: a list of fifty pages
took 124 queries. Delete :func:`take_over` when they ask once a list, or have a setting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from base.languages import original_locale_id
from base.models import BasePage

from .views import may_translate

PLACES = ("register_page_header_buttons", "register_page_listing_more_buttons")


def take_over() -> None:
    """Put our way where wagtail-localize's buttons stood.

    Wagtail takes a hook off only where it ends what it put on for a time. Fails where there is
    none to take off, so that nobody keeps this longer than it is needed.
    """
    theirs = [(place, page_listing_more_buttons) for place in PLACES]
    hooks.register_temporarily(theirs).__exit__(None, None, None)
    for place in PLACES:
        hooks.register(place, way_to_english)


def way_to_english(
    page: Page, user: Any, view_name: str = "", next_url: str | None = None
) -> Iterator[Button]:
    """To what has no English yet, and from there to the desk; known without asking the database.

    The desk translates what is published. Whether there is an English page is not looked up here:
    the address answers for a page that has none as well.
    """
    is_original = page.locale_id == original_locale_id() and not page.alias_of_id
    if is_original and page.live and _has_desk(page) and may_translate(user):
        yield Button(
            _("English version"),
            reverse("workbench_changes", args=[page.pk]),
            icon_name="wagtail-localize-language",
            priority=60,
        )


def _has_desk(page: Page) -> bool:
    model = page.specific_class
    return model is not None and issubclass(model, BasePage)
