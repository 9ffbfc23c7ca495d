"""Reports of the state of the content: every line leads to where it is mended."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from base.columns import DayColumn
from base.models import CustomDocument, CustomImage

from ..models import Barrier, Finding, Link, LinkUse
from . import files
from .mending import EDITING, editable_pages, form_of_page, form_to_mend, mendable_by
from .orphans import orphans


class _PagesReport(ReportView):
    """A report for whoever edits pages, of the pages they may edit."""

    permission_policy = page_permission_policy
    any_permission_required = EDITING
    header_icon = "doc-full-inverse"
    paginate_by = 100


# --- Barriers -------------------------------------------------------------------------------


class FindingFilterSet(WagtailFilterSet):
    barrier = MultipleChoiceFilter(
        label=_("What"), choices=Barrier.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = Finding
        fields: list[str] = []


class BarriersView(_PagesReport):
    page_title = _("Barriers in texts")
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
        UsesColumn("uses", label=_("Where it stands")),
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


# --- Pictures and documents -----------------------------------------------------------------


class _ProblemFilterSet(WagtailFilterSet):
    """One kind of problem at a time; none chosen means any of them."""

    problems: dict[str, tuple[Any, Any]] = {}

    def by_problem(self, records: QuerySet, name: str, value: str) -> QuerySet:
        return self.problems[value][1](records) if value in self.problems else records


IMAGE_PROBLEMS = {
    "alt": (_("no alternative text in one of the languages"), files.without_alternative_text),
    "credit": (_("no author"), files.without_credit),
    "unused": (_("not used anywhere"), files.unused),
}
DOCUMENT_PROBLEMS = {
    "pdf": (_("PDF without tags or without a title"), files.with_barriers),
    "unused": (_("not used anywhere"), files.unused),
}


def _choices(problems: dict[str, tuple[Any, Any]]) -> list[tuple[str, Any]]:
    return [(code, label) for code, (label, _find) in problems.items()]


class ImageProblemFilterSet(_ProblemFilterSet):
    problems = IMAGE_PROBLEMS
    problem = ChoiceFilter(
        label=_("What"), choices=_choices(IMAGE_PROBLEMS), method="by_problem",
        empty_label=_("All"), widget=RadioSelect,
    )  # fmt: skip

    class Meta:
        model = CustomImage
        fields: list[str] = []


class DocumentProblemFilterSet(_ProblemFilterSet):
    problems = DOCUMENT_PROBLEMS
    problem = ChoiceFilter(
        label=_("What"), choices=_choices(DOCUMENT_PROBLEMS), method="by_problem",
        empty_label=_("All"), widget=RadioSelect,
    )  # fmt: skip

    class Meta:
        model = CustomDocument
        fields: list[str] = []


def _with_any(records: QuerySet, problems: dict[str, tuple[Any, Any]]) -> QuerySet:
    any_of_them = Q()
    for _label, find in problems.values():
        any_of_them |= Q(pk__in=find(records).values("pk"))
    return records.filter(any_of_them)


def _yes_or_no(name: str) -> Any:
    def said(record: Any) -> str:
        value = getattr(record, name)
        return "" if value is None else gettext("yes") if value else gettext("no")

    return said


class _FilesReport(ReportView):
    """Files to be mended, of those somebody may change; one kind of problem at a time."""

    any_permission_required = ["change"]
    default_ordering = ["title", "pk"]
    is_searchable = False
    paginate_by = 100
    problems: dict[str, tuple[Any, Any]] = {}

    def get_base_queryset(self) -> QuerySet:
        user = self.request.user
        mine = self.permission_policy.instances_user_has_permission_for(user, "change")
        return _with_any(mine, self.problems)


_ADDED = DayColumn("created_at", label=_("Added"), sort_key="created_at")


class ImagesView(_FilesReport):
    page_title = _("Pictures to be mended")
    header_icon = "image"
    index_url_name = "workbench_images"
    index_results_url_name = "workbench_images_list"
    permission_policy = image_policy
    filterset_class = ImageProblemFilterSet
    problems = IMAGE_PROBLEMS
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailimages:edit", sort_key="title"),
        Column("alt_pl", label=_("Alternative text in Polish")),
        Column("alt_en", label=_("Alternative text in English")),
        Column("author", label=_("Author")),
        _ADDED,
    ]
    list_export = ["title", "alt_pl", "alt_en", "author", "created_at"]
    export_headings: dict[str, Any] = {
        "title": _("Title"), "alt_pl": _("Alternative text in Polish"),
        "alt_en": _("Alternative text in English"), "author": _("Author"),
        "created_at": _("Added"),
    }  # fmt: skip

    def get_filename(self) -> str:
        return "obrazy"


class DocumentsView(_FilesReport):
    page_title = _("Documents to be mended")
    header_icon = "doc-full"
    index_url_name = "workbench_documents"
    index_results_url_name = "workbench_documents_list"
    permission_policy = document_policy
    filterset_class = DocumentProblemFilterSet
    problems = DOCUMENT_PROBLEMS
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtaildocs:edit", sort_key="title"),
        Column("tags", label=_("Tags"), accessor=_yes_or_no("pdf_has_tags")),
        Column("titled", label=_("Title in the file"), accessor=_yes_or_no("pdf_has_title")),
        _ADDED,
    ]
    list_export = ["title", "pdf_has_tags", "pdf_has_title", "created_at"]
    export_headings: dict[str, Any] = {
        "title": _("Title"), "pdf_has_tags": _("Tags"), "pdf_has_title": _("Title in the file"),
        "created_at": _("Added"),
    }  # fmt: skip

    def get_filename(self) -> str:
        return "dokumenty"


# --- Orphans --------------------------------------------------------------------------------


class OrphansView(_PagesReport):
    """Published pages that a reader gets to from nowhere."""

    page_title = _("Pages nothing leads to")
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


def admits(view: type[ReportView], user: Any) -> bool:
    """Whether a report has anything to say to somebody."""
    return view.permission_policy.user_has_any_permission(user, view.any_permission_required)
