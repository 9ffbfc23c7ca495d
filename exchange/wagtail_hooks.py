"""The place of meetings and products in the admin: their lists, and a product's stage."""

from __future__ import annotations

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from base import picking
from base.languages import original_locale_id
from base.models.records import Who

from . import admin_views, deciding
from .finding import MEETINGS
from .models import ProductPage, ProductState
from .models.product_state import ProductStage
from .viewsets import MeetingListing, ProductListing

picking.register(MEETINGS)


@hooks.register("register_admin_viewset")
def exchange_listings() -> list[Any]:
    return [MeetingListing(), ProductListing()]


@hooks.register("register_admin_urls")
def exchange_urls() -> list[Any]:
    return [path("products/<int:page_id>/stage/", admin_views.product_stage, name="product_stage")]


@hooks.register("register_page_header_buttons")
def stage_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Any:
    if page.specific_class is not ProductPage or page.locale_id != original_locale_id():
        return
    if page.permissions_for_user(user).can_publish():
        label = _("Stage: %(stage)s") % {"stage": ProductState.of(page).get_stage_display()}
        url = reverse("product_stage", args=[page.pk])
        yield Button(label, url, icon_name="tasks", priority=44)


@hooks.register("register_log_actions")
def exchange_log_actions(actions: Any) -> None:
    @actions.register_action(deciding.STAGE_CHANGED)
    class StageChanged(LogFormatter):
        label = gettext_lazy("Change the stage of the product")

        def format_message(self, log_entry: Any) -> str:
            return _("Stage: %(stage)s; visible to: %(who)s") % {
                "stage": ProductStage(log_entry.data["stage"]).label,
                "who": Who(log_entry.data["who"]).label,
            }
