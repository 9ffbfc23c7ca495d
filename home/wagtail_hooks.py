"""The first page of the admin says what waits for the editors; a digest is put together."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from .dashboard import Dashboard
from .digest.views import DigestView


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(Dashboard())


@hooks.register("register_admin_urls")
def digest_address() -> list[Any]:
    return [path("digest/", DigestView.as_view(), name="digest")]


class DigestItem(MenuItem):
    """Shown to those who edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        required = DigestView.any_permission_required
        return page_permission_policy.user_has_any_permission(request.user, required)


@hooks.register("register_reports_menu_item")
def digest_item() -> MenuItem:
    return DigestItem(_("Digest"), reverse("digest"), name="digest", icon_name="mail", order=860)
