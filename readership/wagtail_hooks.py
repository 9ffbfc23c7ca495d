"""The readership's places in the admin: the report, each page's own, and the editor's side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from .reports import ReadershipView
from .status_panel import show_readership
from .views import PageReadershipView

show_readership()


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-readership.css"))


@hooks.register("register_admin_urls")
def readership_addresses() -> list[Any]:
    return [
        path("reports/readership/", ReadershipView.as_view(), name="readership"),
        path(
            "reports/readership/results/",
            ReadershipView.as_view(results_only=True),
            name="readership_results",
        ),
        path(
            "pages/<int:page_id>/readership/",
            PageReadershipView.as_view(),
            name="page_readership",
        ),
    ]


class ReadershipItem(MenuItem):
    """Shown to those who have pages of their own."""

    def is_shown(self, request: HttpRequest) -> bool:
        required = ReadershipView.any_permission_required
        return page_permission_policy.user_has_any_permission(request.user, required)


@hooks.register("register_reports_menu_item")
def readership_item() -> MenuItem:
    return ReadershipItem(
        _("Readership"), reverse("readership"), name="readership", icon_name="view", order=850
    )
