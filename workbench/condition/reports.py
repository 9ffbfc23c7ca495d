"""Reports of the state of the content: every line leads to where it is mended."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from base.columns import DayColumn

from ..models import Barrier, Finding, Link, LinkUse
from .file_reports import DocumentsView, ImagesView
from .mending import EDITING, editable_pages, form_of_page, form_to_mend, mendable_by
from .orphans import orphans
from .report import Report


class _PagesReport(Report):
    """A report for whoever edits pages, of the pages they may edit."""

    permission_policy = page_permission_policy
    any_permission_required = EDITING
    header_icon = "doc-full-inverse"


# --- Barriers -------------------------------------------------------------------------------


class FindingFilterSet(WagtailFilterSet):
    barrier = MultipleChoiceFilter(
        label=_("What"), choices=Barrier.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = Finding
        fields: list[str] = []


class BarriersView(_PagesReport):
    page_title = _("Accessibility barriers in text")
    header_icon = "crosshairs"
    index_url_name = "workbench_barriers"
    index_results_url_name = "workbench_barriers_list"
    filterset_class = FindingFilterSet
    default_ordering = ["page__title", "record_type", "record_id", "pk"]
    is_searchable = False
    columns = [
        TitleColumn(
            "page", label=_("Page or record"), accessor="title", get_url=form_to_mend,
            sort_key="page__title",
        ),
        Column("language", label=_("Language"), accessor="language_name"),
        Column("barrier", label=_("What"), accessor="get_barrier_display", sort_key="barrier"),
        Column("place", label=_("Where")),
        Column("words", label=_("Words")),
    ]  # fmt: skip
    list_export = ["title", "language_name", "get_barrier_display", "place", "words"]
    export_headings: dict[str, Any] = {
        "title": _("Page or record"), "language_name": _("Language"),
        "get_barrier_display": _("What"), "place": _("Where"), "words": _("Words"),
    }  # fmt: skip

    def get_base_queryset(self) -> QuerySet[Finding]:
        found = Finding.objects.filter(mendable_by(self.request.user))
        return found.select_related("page", "page__locale").prefetch_related("record")

    def get_filename(self) -> str:
        return "bariery"


# --- Links ----------------------------------------------------------------------------------

BAD = [Link.State.BROKEN, Link.State.FAILS, Link.State.MOVED]


class LinkFilterSet(WagtailFilterSet):
    state = MultipleChoiceFilter(
        label=_("State"), choices=Link.State.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = Link
        fields: list[str] = []


class UsesColumn(Column):
    """The pages and records that lead to an address, each to where it is mended."""

    cell_template_name = "workbench/condition/uses_cell.html"

    def get_value(self, instance: Any) -> list[tuple[LinkUse, str | None]]:
        return [(use, form_to_mend(use)) for use in instance.uses.all()]


def _said(link: Link) -> str:
    return gettext(link.answer) if link.answer else ""


class LinksView(_PagesReport):
    """Addresses outside the site, the broken ones first; those that work are a filter away."""

    page_title = _("Links to other sites")
    header_icon = "link-external"
    index_url_name = "workbench_links"
    index_results_url_name = "workbench_links_list"
    filterset_class = LinkFilterSet
    default_ordering = ["-failures", "address"]
    is_searchable = True
    search_fields = ["address"]
    search_backend_name = None
    columns = [
        TitleColumn("address", label=_("Address"), get_url=lambda each: each.address),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("answer", label=_("Answer"), accessor=_said),
        DayColumn("failing_since", label=_("Failing since"), sort_key="failing_since"),
        DayColumn("checked_at", label=_("Checked"), sort_key="checked_at"),
        UsesColumn("uses", label=_("Where it appears")),
    ]
    list_export = ["address", "get_state_display", "answer", "leads_to", "failing_since",
                   "checked_at"]  # fmt: skip
    export_headings: dict[str, Any] = {
        "address": _("Address"), "get_state_display": _("State"), "answer": _("Answer"),
        "leads_to": _("Leads to"), "failing_since": _("Failing since"),
        "checked_at": _("Checked"),
    }  # fmt: skip

    def get_base_queryset(self) -> QuerySet[Link]:
        uses = LinkUse.objects.filter(mendable_by(self.request.user))
        links = Link.objects.filter(pk__in=uses.values("link"))
        if not self.request.GET.getlist("state") and not self.is_searching:
            links = links.filter(state__in=BAD)
        shown = uses.select_related("page", "page__locale").prefetch_related("record")
        return links.prefetch_related(Prefetch("uses", shown))

    def get_filename(self) -> str:
        return "odnosniki"


# --- Orphans --------------------------------------------------------------------------------


class OrphansView(_PagesReport):
    """Published pages that a reader gets to from nowhere."""

    page_title = _("Pages nothing links to")
    header_icon = "link"
    index_url_name = "workbench_orphans"
    index_results_url_name = "workbench_orphans_list"
    default_ordering = ["title", "pk"]
    is_searchable = False
    columns = [
        TitleColumn("title", label=_("Title"), get_url=form_of_page, sort_key="title"),
        DayColumn("last_published_at", label=_("Published"), sort_key="last_published_at"),
    ]
    list_export = ["title", "full_url", "last_published_at"]
    export_headings: dict[str, Any] = {
        "title": _("Title"), "full_url": _("Address"), "last_published_at": _("Published"),
    }  # fmt: skip

    def get_base_queryset(self) -> QuerySet[Page]:
        return orphans().filter(pk__in=editable_pages(self.request.user).values("pk"))

    def get_filename(self) -> str:
        return "sieroty"


VIEWS = {
    "barriers": BarriersView,
    "links": LinksView,
    "images": ImagesView,
    "documents": DocumentsView,
    "orphans": OrphansView,
}
