"""Reports of pictures and documents to be mended, of those somebody may change."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import RadioSelect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy

from base.columns import DayColumn
from base.models import CustomDocument, CustomImage

from . import files
from .report import Report


class _ProblemFilterSet(WagtailFilterSet):
    """One kind of problem at a time; none chosen means any of them."""

    problems: dict[str, tuple[Any, Any]] = {}

    def by_problem(self, records: QuerySet, name: str, value: str) -> QuerySet:
        return self.problems[value][1](records) if value in self.problems else records


IMAGE_PROBLEMS = {
    "alt": (_("alternative text missing in one language"), files.without_alternative_text),
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


class _FilesReport(Report):
    """Files to be mended, of those somebody may change; one kind of problem at a time."""

    any_permission_required = ["change"]
    default_ordering = ["title", "pk"]
    is_searchable = False
    problems: dict[str, tuple[Any, Any]] = {}

    @classmethod
    def mendable(cls, user: Any) -> QuerySet:
        """The files of the report's kind that somebody may change."""
        return cls.permission_policy.instances_user_has_permission_for(user, "change")

    def get_base_queryset(self) -> QuerySet:
        """Each file knows its problems: ``has_<code>``."""
        mine = self.mendable(self.request.user)
        known = {
            f"has_{code}": Exists(find(mine.model.objects.filter(pk=OuterRef("pk"))))
            for code, (_label, find) in self.problems.items()
        }
        return _with_any(mine, self.problems).annotate(**known)


def _what(problems: dict[str, tuple[Any, Any]]) -> Column:
    def said(file: Any) -> str:
        found = (label for code, (label, _) in problems.items() if getattr(file, f"has_{code}"))
        return ", ".join(str(label) for label in found)

    return Column("what", label=_("What is wrong"), accessor=said)


_ADDED = DayColumn("created_at", label=_("Added"), sort_key="created_at")


class ImagesView(_FilesReport):
    page_title = _("Images to fix")
    header_icon = "image"
    index_url_name = "workbench_images"
    index_results_url_name = "workbench_images_list"
    permission_policy = image_policy
    filterset_class = ImageProblemFilterSet
    problems = IMAGE_PROBLEMS
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailimages:edit", sort_key="title"),
        _what(IMAGE_PROBLEMS),
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
    page_title = _("Documents to fix")
    header_icon = "doc-full"
    index_url_name = "workbench_documents"
    index_results_url_name = "workbench_documents_list"
    permission_policy = document_policy
    filterset_class = DocumentProblemFilterSet
    problems = DOCUMENT_PROBLEMS
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtaildocs:edit", sort_key="title"),
        _what(DOCUMENT_PROBLEMS),
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
