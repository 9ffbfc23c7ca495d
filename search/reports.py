"""What readers look for and do not find, for the editors who keep the glossary."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from base.columns import DayColumn

from .asked import DAYS_TO_SUGGEST
from .models import AskedWords, GlossaryEntry


def _to_the_glossary(asked: AskedWords) -> str:
    address = reverse(GlossaryEntry.snippet_viewset.get_url_name("add"))
    return f"{address}?{urlencode({'words': asked.text})}"


class NotFoundView(ReportView):
    """Searches without results on several days, the most frequent first: never one person's."""

    page_title = _("Searches without results")
    header_icon = "search"
    index_url_name = "searches_without_results"
    index_results_url_name = "searches_without_results_list"
    results_template_name = "search/admin/not_found_results.html"
    permission_policy = ModelPermissionPolicy(GlossaryEntry)
    any_permission_required = ["add", "change"]
    default_ordering = ["-times", "folded"]
    is_searchable = False
    columns = [
        TitleColumn("text", label=_("Words"), get_url=_to_the_glossary),
        Column("language", label=_("Language"), sort_key="language"),
        Column("times", label=_("Times"), sort_key="times"),
        Column("days", label=_("Days"), sort_key="days"),
        DayColumn("last_day", label=_("Last searched for"), sort_key="last_day"),
    ]
    list_export = ["text", "language", "times", "days", "last_day"]
    export_headings: dict[str, Any] = {
        "text": _("Words"), "language": _("Language"), "times": _("Times"), "days": _("Days"),
        "last_day": _("Last searched for"),
    }  # fmt: skip

    def get_base_queryset(self) -> QuerySet[AskedWords]:
        return AskedWords.objects.filter(found=0, days__gte=DAYS_TO_SUGGEST)

    def get_queryset(self) -> QuerySet[AskedWords]:
        return self.order_queryset(self.get_base_queryset())
