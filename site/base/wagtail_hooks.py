"""The admin: who sees a page, where English is refused, and no second login."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from . import admin_views
from .languages import original_locale_id
from .models import Audience, BasePage
from .rich_text import VisiblePageLinkHandler


@hooks.register("register_admin_urls")
def audience_urls() -> list[Any]:
    return [
        path("pages/<int:page_id>/audience/", admin_views.edit_audience, name="page_audience"),
    ]


@hooks.register("before_create_page")
def originals_are_polish(
    request: HttpRequest, parent_page: Page, page_class: type
) -> HttpResponse | None:
    """Creating below the English home is refused with a message that says what to do instead."""
    if parent_page.locale_id == original_locale_id():
        return None
    messages.error(
        request,
        _("Pages are written in Polish first. Create the page below the Polish one and translate."),
    )
    return HttpResponseRedirect(reverse("wagtailadmin_explore", args=[parent_page.pk]))


@hooks.register("register_page_header_buttons")
def audience_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Any:
    specific = page.specific_class
    if specific is None or not issubclass(specific, BasePage):
        return
    if page.locale_id == original_locale_id() and page.permissions_for_user(user).can_publish():
        row = Audience.objects.filter(translation_key=page.translation_key).first()
        yield Button(
            _("Who sees it: %(who)s") % {"who": row.get_who_display() if row else _("nobody")},
            reverse("page_audience", args=[page.pk]),
            icon_name="view",
            priority=45,
        )


@hooks.register("register_rich_text_features", order=100)
def links_to_what_is_visible(features: Any) -> None:
    features.register_link_type(VisiblePageLinkHandler)
