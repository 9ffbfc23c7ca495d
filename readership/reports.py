"""What is read, as a report: pages by views, all of them day by day, searches and downloads."""

from __future__ import annotations

from functools import cached_property
from typing import IO, Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.forms import RadioSelect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from wagtail.admin.filters import ContentTypeFilter, DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import PageReportView
from wagtail.documents.permissions import permission_policy as documents_policy
from wagtail.models import Page, get_page_content_types
from wagtail.permissions import page_permission_policy

from base.finding import containing
from base.formulas import made_safe
from base.languages import original_locale_id

from . import figures
from .chart import Chart
from .condensing import first_day_by_day
from .periods import Period, Span

# In the report; the workbook has all of them.
DOCUMENTS_SHOWN = 10


class ReadershipForm(forms.Form):
    def clean_dates(self) -> slice | None:
        dates = self.cleaned_data.get("dates")
        if dates and dates.start and dates.stop and dates.start > dates.stop:
            raise forms.ValidationError(_("The period ends before it starts."))
        return dates


class ReadershipFilterSet(WagtailFilterSet):
    span = django_filters.ChoiceFilter(
        label=gettext_lazy("Period"),
        choices=[choice for choice in Span.choices if choice[0] != Span.MONTH],
        empty_label=Span.MONTH.label,
        method="not_of_pages",
        widget=RadioSelect,
    )
    dates = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Custom dates"),
        method="not_of_pages",
        widget=DateRangePickerWidget,
    )
    content_type = ContentTypeFilter(
        label=gettext_lazy("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields: list[str] = []
        form = ReadershipForm

    def _add_locale_filter(self) -> None:
        """The report has originals only, with both languages beside each other."""

    def not_of_pages(self, pages: QuerySet, name: str, value: Any) -> QuerySet:
        """A period says what is counted, not which pages are listed."""
        return pages


def _of_page(page: Page) -> str:
    return reverse("page_readership", args=[page.pk])


class ReadershipView(PageReportView):
    """The pages the person may edit, with how often each was opened."""

    page_title = gettext_lazy("Readership")
    header_icon = "view"
    index_url_name = "readership"
    index_results_url_name = "readership_results"
    results_template_name = "readership/admin/report_results.html"
    filterset_class = ReadershipFilterSet
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    is_searchable = True
    default_ordering = ["-views", "path"]
    export_filename = "readership"
    columns = [
        TitleColumn(
            "title",
            label=gettext_lazy("Title"),
            accessor="get_admin_display_title",
            get_url=_of_page,
            sort_key="title",
        ),
        Column("type", label=gettext_lazy("Type"), accessor="page_type_display_name"),
        Column("polish", label=gettext_lazy("In Polish"), sort_key="polish"),
        Column("english", label=gettext_lazy("In English"), sort_key="english"),
        Column("views", label=gettext_lazy("Total"), sort_key="views"),
    ]
    list_export = ["title", "page_type_display_name", "full_url", "polish", "english", "views"]
    export_headings = {
        "title": gettext_lazy("Title"),
        "page_type_display_name": gettext_lazy("Type"),
        "full_url": gettext_lazy("Address"),
        "polish": gettext_lazy("Views in Polish"),
        "english": gettext_lazy("Views in English"),
        "views": gettext_lazy("Views"),
    }
    custom_value_preprocess = {
        **PageReportView.custom_value_preprocess,
        str: dict.fromkeys(PageReportView.FORMATS, made_safe),
    }

    @cached_property
    def period(self) -> Period:
        asked = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        if dates := asked.get("dates"):
            start, end = (
                moment and timezone.localdate(moment) for moment in (dates.start, dates.stop)
            )
            earliest = figures.first_day() or timezone.localdate()
            return Period.between(start, end, earliest=earliest)
        return Period.back(asked.get("span") or Span.MONTH)

    def get_base_queryset(self) -> QuerySet[Page]:
        pages = page_permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        ).filter(locale_id=original_locale_id(), alias_of__isnull=True, depth__gt=1)
        return figures.with_views(pages.select_related("locale", "content_type"), self.period)

    def search_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        if not self.is_searching:
            return queryset
        return containing(queryset, self.search_query, "title")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.is_export:
            return context
        searches = figures.searches(self.period)
        return {
            **context,
            "period": self.period,
            "errors": self.filters.form.errors,
            "charts": [
                Chart("views", _("Views of these pages"), self.read),
                Chart("searches", _("Searches"), searches),
            ],
            "downloads": figures.downloads(self.period),
            "documents": self.documents[:DOCUMENTS_SHOWN],
            "views_gone": figures.views_of_pages_gone(self.period),
            "months_before": self.period.start < first_day_by_day() and first_day_by_day(),
        }

    @cached_property
    def read(self) -> figures.Course:
        return figures.views_of_pages(self.object_list, self.period)

    @cached_property
    def documents(self) -> QuerySet[Any]:
        """The documents the person may change that were downloaded."""
        may_change = documents_policy.instances_user_has_permission_for(self.request.user, "change")
        return figures.with_downloads(may_change, self.period)

    def write_xlsx(self, queryset: QuerySet[Page], output: IO[bytes]) -> None:
        """A sheet of pages, one of days or months with the searches, and one of documents."""
        book = Workbook(write_only=True)
        sheet = book.create_sheet(_("Pages"))
        sheet.append([self.get_heading(queryset, field) for field in self.list_export])
        for page in queryset:
            sheet.append(self.generate_xlsx_row(sheet, self.to_row_dict(page)))
        by = _("By month") if self.period.is_by_month else _("By day")
        sheet = book.create_sheet(by)
        sheet.append(
            [_("Day"), _("Views in Polish"), _("Views in English"), _("Views"), _("Searches")]
        )
        searches = figures.searches(self.period)
        for step, searched in zip(self.read.steps, searches.steps, strict=True):
            sheet.append([step.day, step.polish, step.english, step.number, searched.number])
        sheet = book.create_sheet(_("Documents"))
        sheet.append([_("Document"), _("Downloads")])
        for document in self.documents:
            sheet.append([made_safe(document.title), document.times])
        book.save(output)
