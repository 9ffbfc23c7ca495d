"""The place of news in the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from base.languages import original_locale_id
from exchange.models import MeetingPage

from .bringing_over.forms import may_bring_over
from .bringing_over.views import ICON, URLS
from .viewsets import NewsListing


@hooks.register("register_admin_viewset")
def news_listing() -> NewsListing:
    return NewsListing()


@hooks.register("register_admin_urls")
def bringing_over_urls() -> list[Any]:
    return URLS


@hooks.register("register_page_header_buttons")
def report_of_a_meeting(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Who writes a meeting brings its report over from the meeting's own menu."""
    if page.specific_class is not MeetingPage or page.locale_id != original_locale_id():
        return
    if page.permissions_for_user(user).can_edit() and may_bring_over(user):
        address = f"{reverse('bring_over')}?meeting={page.pk}"
        yield Button(_("Report from a Word document"), address, icon_name=ICON, priority=46)
