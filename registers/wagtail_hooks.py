"""The registers' place in the admin, and what is done to tags there."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from . import widgets
from .curation import operations, undoing, views
from .curation.bulk_actions import AssignTheme, DeleteTags, MergeTags
from .curation.describing import quoted
from .viewsets import RegistersGroup

register_snippet(RegistersGroup)
widgets.register()
hooks.register("register_bulk_action", MergeTags)
hooks.register("register_bulk_action", AssignTheme)
# After Wagtail's own deletion of snippets, whose place it takes.
hooks.register("register_bulk_action", DeleteTags, order=1)


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-curation.css"))


@hooks.register("register_admin_urls")
def tag_urls() -> list[Any]:
    return [
        path("tags/<int:pk>/split/", views.SplitView.as_view(), name="split_tag"),
        path("tags/operations/", views.OperationsView.as_view(), name="tag_operations"),
        path(
            "tags/operations/results/",
            views.OperationsView.as_view(results_only=True),
            name="tag_operations_list",
        ),
        path("tags/operations/<int:pk>/", views.OperationView.as_view(), name="tag_operation"),
    ]


@hooks.register("register_log_actions")
def tag_log_actions(actions: Any) -> None:
    @actions.register_action(operations.MERGED)
    class Merged(LogFormatter):
        label = gettext_lazy("Merge tags")

        def format_message(self, log_entry: Any) -> str:
            return _("Merged with: %(names)s") % {"names": quoted(log_entry.data["names"])}

    @actions.register_action(operations.SPLIT)
    class Split(LogFormatter):
        label = gettext_lazy("Split a tag")

        def format_message(self, log_entry: Any) -> str:
            return _("Split; the new tag is %(names)s") % {"names": quoted(log_entry.data["names"])}

    @actions.register_action(operations.THEME_GIVEN)
    class ThemeGiven(LogFormatter):
        label = gettext_lazy("Assign a theme to a tag")

        def format_message(self, log_entry: Any) -> str:
            theme = log_entry.data["theme"]
            return _("Theme: %(theme)s") % {"theme": theme} if theme else _("Theme removed")

    actions.register_action(
        undoing.UNDONE,
        gettext_lazy("Undo a change to tags"),
        gettext_lazy("A change was undone"),
    )
