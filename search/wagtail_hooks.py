"""The search's places in the admin: the glossary, and what readers do not find."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .reports import NotFoundView
from .viewsets import GlossaryViewSet

register_snippet(GlossaryViewSet)


@hooks.register("register_admin_urls")
def report_addresses() -> list:
    return [
        path("reports/searches/", NotFoundView.as_view(), name="searches_without_results"),
        path(
            "reports/searches/results/",
            NotFoundView.as_view(results_only=True),
            name="searches_without_results_list",
        ),
    ]


class NotFoundItem(MenuItem):
    """Shown to those who may add to the glossary."""

    def is_shown(self, request) -> bool:
        return request.user.has_perm("search.add_glossaryentry")


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    return NotFoundItem(
        _("Searches without results"),
        reverse("searches_without_results"),
        name="searches-without-results",
        icon_name="search",
        order=900,
    )
