"""The search's places in the admin: the glossary, and what readers do not find."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .curation.views import TidyView, tag_proposals
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


@hooks.register("register_admin_urls")
def curation_addresses() -> list:
    return [
        path("tags/tidy/", TidyView.as_view(), name="tidy_tags"),
        path("practices/<int:page_id>/tags/", tag_proposals, name="tag_proposals"),
    ]


class TidyItem(MenuItem):
    """Shown to those who may change tags."""

    def is_shown(self, request) -> bool:
        return request.user.has_perm("registers.change_tag")


@hooks.register("register_registers_menu_item")
def tidy_item() -> MenuItem:
    return TidyItem(
        _("Tidy up tags"), reverse("tidy_tags"), name="tidy-tags", icon_name="tasks", order=900
    )
