"""How one page is read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import GenericPageBreadcrumbsMixin
from wagtail.permissions import page_permission_policy

from . import figures
from .chart import Chart
from .periods import Period, Span


class PageReadershipView(GenericPageBreadcrumbsMixin, WagtailAdminTemplateMixin, TemplateView):
    """A month day by day and a year month by month, for those who may edit the page."""

    page_title = gettext_lazy("Readership")
    header_icon = "view"
    template_name = "readership/admin/page.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        editable = page_permission_policy.instances_user_has_permission_for(request.user, "change")
        self.object = get_object_or_404(editable.exclude(depth=1), pk=kwargs["page_id"]).specific
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, {"url": "", **here}]

    def get_page_subtitle(self) -> str:
        return self.object.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        month, year = (
            figures.views_of(self.object, Period.back(span)) for span in (Span.MONTH, Span.YEAR)
        )
        return {
            **super().get_context_data(**kwargs),
            "page": self.object,
            "charts": [
                Chart("month", _("The last 30 days"), month),
                Chart("year", _("The last 12 months"), year),
            ],
        }
