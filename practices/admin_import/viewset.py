"""The addresses of the imports in the admin."""

from __future__ import annotations

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from . import actions, views


class ImportViewSet(ViewSet):
    """Reached from the list of practices; no item of the menu."""

    name = "practice_imports"
    icon = views.ICON
    menu_label = _("Imports of practices")

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(
            index_url_name=self.get_url_name("index"),
            index_results_url_name=self.get_url_name("index_results"),
            add_url_name=self.get_url_name("new"),
            **kwargs,
        )

    def get_urlpatterns(self) -> list[Any]:
        listing, results = (
            self.construct_view(views.RunList, results_only=only) for only in (False, True)
        )
        return [
            path("", listing, name="index"),
            path("results/", results, name="index_results"),
            path("new/", self.construct_view(views.NewRun), name="new"),
            path("<int:pk>/", self.construct_view(views.RunPage), name="run"),
            path("<int:pk>/choices/", actions.choose, name="choose"),
            path("<int:pk>/import/", actions.carry_out, name="carry_out"),
            path("<int:pk>/stop/", actions.stop, name="stop"),
            path("<int:pk>/undo/", self.construct_view(views.UndoPage), name="undo"),
            path("<int:pk>/progress/", actions.progress, name="progress"),
            path("<int:pk>/report.csv", actions.report, name="report"),
        ]
