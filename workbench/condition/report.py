"""What all reports of the state of the content have in common."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.reports import ReportView


class Report(ReportView):
    """A list of what is to be mended; where it is empty it says so."""

    results_template_name = "workbench/condition/results.html"
    paginate_by = 100

    @classmethod
    def admits(cls, user: Any) -> bool:
        """Whether the report has anything to say to somebody."""
        return cls.permission_policy.user_has_any_permission(user, cls.any_permission_required)
