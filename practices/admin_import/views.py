"""The pages of the imports: the list, a new one, one run with its problems, its undoing."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page as PageOfList
from django.db.models import Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import HeaderButton
from wagtail.log_actions import log

from base.columns import DayColumn
from base.telling import Words, told

from ..models import ImportRun, PracticePage
from . import actions, tasks, undoing
from .forms import EMPTY, NewImportForm, may_import

State = ImportRun.State
PER_PAGE = 50
# Lines named for one value; the report has them all.
LINES_NAMED = 6
ICON = "upload"


class ImportersOnly(PermissionCheckedMixin):
    """Deny by default: whoever may import sees the imports of all."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def _crumbs(*more: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("practice_pages:index"), "label": _("Practices")},
        *more,
    ]


def _runs_crumb() -> dict[str, Any]:
    return {"url": reverse("practice_imports:index"), "label": _("Imports of practices")}


def _primary(run: ImportRun) -> bool:
    return run.state in (State.IMPORTED, State.CHECKED)


class RunList(ImportersOnly, IndexView):
    model = ImportRun
    header_icon = ICON
    page_title = gettext_lazy("Imports of practices")
    add_item_label = gettext_lazy("New import")
    default_ordering = "-created_at"
    paginate_by = PER_PAGE
    is_searchable = False
    columns = [
        TitleColumn(
            "file_name",
            label=gettext_lazy("File"),
            get_url=lambda run: reverse("practice_imports:run", args=[run.pk]),
        ),
        DayColumn("created_at", label=gettext_lazy("Uploaded"), sort_key="created_at"),
        UserColumn("created_by", label=gettext_lazy("By")),
        StatusTagColumn(
            "state", label=gettext_lazy("State"), accessor="get_state_display", primary=_primary
        ),
        Column("new", label=gettext_lazy("New"), accessor=lambda run: run.summary.get("new", "")),
        Column(
            "changed",
            label=gettext_lazy("Changed"),
            accessor=lambda run: run.summary.get("changed", ""),
        ),
        Column(
            "error",
            label=gettext_lazy("With errors"),
            accessor=lambda run: run.summary.get("error", ""),
        ),
    ]

    def get_base_queryset(self) -> QuerySet[ImportRun]:
        return ImportRun.objects.select_related("created_by__wagtail_userprofile")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return _crumbs({"url": "", "label": self.get_page_title()})


class NewRun(ImportersOnly, CreateView):
    model = ImportRun
    form_class = NewImportForm
    header_icon = ICON
    page_title = gettext_lazy("New import")
    page_subtitle = gettext_lazy("New import")
    submit_button_label = gettext_lazy("Upload and check")
    submit_button_active_label = gettext_lazy("Uploading…")
    success_message = gettext_lazy("“%(object)s” is being checked. Nothing has been saved yet.")
    error_message = gettext_lazy("The file could not be accepted.")

    def get_header_title(self) -> str:
        return str(self.page_title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return _crumbs(_runs_crumb(), {"url": "", "label": self.page_title})

    def save_instance(self) -> ImportRun:
        run = self.form.save(commit=False)
        run.file_name = self.form.cleaned_data["file"].name[-255:]
        run.created_by = self.request.user
        run.save()
        log(run, "wagtail.create", user=self.request.user, content_changed=True)
        tasks.start(run, State.CHECKING, self.request.user)
        return run

    def get_success_url(self) -> str:
        return reverse("practice_imports:run", args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        return []


class RunPage(ImportersOnly, BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView):
    """One run: what it found, what may be chosen, what may be done with it."""

    model = ImportRun
    header_icon = ICON
    template_name = "practices/admin/import_run.html"

    def get_base_object_queryset(self) -> QuerySet[ImportRun]:
        return ImportRun.objects.select_related("created_by", "started_by")

    def get_page_title(self) -> str:
        return _("Import: %(file)s") % {"file": self.object.file_name}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return _crumbs(_runs_crumb(), {"url": "", "label": self.object.file_name})

    @property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("practice_imports:new")
        return [HeaderButton(_("New import"), url, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run = self.object
        context = super().get_context_data(**kwargs)
        context |= {"run": run, "summary": run.summary, "empty": EMPTY, "figures": figures(run)}
        if not run.is_busy:
            problems = self._page_of("p", _grouped(run))
            for group in problems:
                group["candidates"] = [(value, told(kept)) for value, kept in group["candidates"]]
                group["more"] = len(group["lines"]) - LINES_NAMED
                group["lines"] = group["lines"][:LINES_NAMED]
            context |= {
                "problems": problems,
                "problem_pages": problems.paginator.get_elided_page_range(problems.number),
                "choices": _choices_made(run),
                "changes": self._changes(),
                "incomplete": _listed(run, "incomplete"),
                "notes": _listed(run, "notes"),
            }
        return context

    def _page_of(self, name: str, records: Any) -> PageOfList:
        return WagtailPaginator(records, PER_PAGE).get_page(self.request.GET.get(name))

    def _changes(self) -> PageOfList:
        """With the titles of pages that are there still, to be linked to."""
        changes = self._page_of("c", self.object.changes.all())
        there = set(
            PracticePage.objects.filter(pk__in=[change.page_id for change in changes]).values_list(
                "pk", flat=True
            )
        )
        for change in changes:
            change.is_there = change.page_id in there
        return changes


def _grouped(run: ImportRun) -> QuerySet[Any, dict[str, Any]]:
    """Problems of one value together: one choice answers them all."""
    return (
        run.problems.values("is_error", "place", "value", "message", "candidates")
        .annotate(
            first=Min("pk"),
            column_name=Min("column"),
            lines=ArrayAgg("line", distinct=True, default=[]),
        )
        .order_by("-is_error", "first")
    )


def _listed(run: ImportRun, name: str) -> list[tuple[int, str, Words]]:
    """Line, title and what is said of it."""
    kept = run.summary.get(name, [])
    return [(number, title, told(said)) for number, _name, title, said in kept]


def _choices_made(run: ImportRun) -> list[tuple[str, str, str]]:
    return [
        (place, value, instead)
        for place, chosen in sorted(run.corrections.items())
        for value, instead in chosen.items()
    ]


def figures(run: ImportRun) -> list[tuple[str, int]]:
    labels = {
        "new": _("New practices"),
        "changed": _("Changed practices"),
        "unchanged": _("Unchanged"),
        "error": _("With errors: left out"),
    }
    return [(label, run.summary[name]) for name, label in labels.items() if name in run.summary]


class UndoPage(RunPage):
    """What undoing would do, in numbers, before it is done."""

    template_name = "practices/admin/import_undo.html"

    def get_page_title(self) -> str:
        return _("Undo the import: %(file)s") % {"file": self.object.file_name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = WagtailAdminTemplateMixin.get_context_data(self, **kwargs)
        run = self.object
        return {
            **context,
            "run": run,
            "prospect": undoing.prospect(run),
            "registers": run.made.count(),
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.object.may_be_undone:
            return actions.not_now(request, self.object)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        run = actions.run_to_change(request, self.object.pk)
        if not run.may_be_undone:
            return actions.not_now(request, run)
        tasks.start(run, State.UNDOING, request.user)
        return actions.back(run)
