"""Splitting a tag, and what was done to tags with the way to undo it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from base import access
from base.columns import MomentColumn
from base.languages import original_locale_id

from ..models import Tag, TagOperation, Theme
from . import describing, operations, undoing
from .forms import BOTH, MOVES, SplitForm

# Django reads no form with a thousand fields; who has more pages narrows them.
MOST_ROWS = 300
MAY_REORDER = ("registers.change_tag", "registers.delete_tag")


def edit_address(tag: Tag) -> str:
    return reverse(Tag.snippet_viewset.get_url_name("edit"), args=[tag.pk])


class TagView(WagtailAdminTemplateMixin):
    """A page of the admin about tags, for those who may do everything to them."""

    request: HttpRequest
    permissions = MAY_REORDER
    header_icon = "tag"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not all(request.user.has_perm(name) for name in self.permissions):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(Tag.snippet_viewset.get_url_name("list")), "label": _("Tags")},
            *self.trail,
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    @property
    def trail(self) -> list[dict[str, Any]]:
        return []


class SplitView(TagView, FormView):
    form_class = SplitForm
    template_name = "registers/admin/split_tag.html"
    page_title = gettext_lazy("Split a tag")
    permissions = ("registers.add_tag", *MAY_REORDER)

    @cached_property
    def tag(self) -> Tag:
        return get_object_or_404(Tag, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.tag.name

    @cached_property
    def words(self) -> str:
        return self.request.GET.get("q", "").strip()[:100]

    @cached_property
    def pages(self) -> list[tuple[str, Page]]:
        return describing.bearers(self.tag, self.request.user, self.words)

    def get_form(self, form_class: Any = None) -> SplitForm:
        return SplitForm(
            tag=self.tag,
            pages=self.pages[:MOST_ROWS],
            instance=Tag(theme=self.tag.theme),
            **self.get_form_kwargs(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        touched = describing.effects([self.tag], self.request.user)
        hidden = 0 if self.words else touched.total - len(self.pages)
        return {
            **context,
            "tag": self.tag,
            "effects": touched,
            "hidden": hidden,
            "words": self.words,
            "more": len(self.pages) - len(context["form"].pages),
            "cancel_url": edit_address(self.tag),
        }

    def form_valid(self, form: SplitForm) -> HttpResponse:
        operation = operations.split(
            self.tag,
            form.instance,
            moved=form.chosen(MOVES),
            both=form.chosen(BOTH),
            user=self.request.user,
        )
        address = describing.undo_address(operation, edit_address(self.tag))
        messages.success(
            self.request, describing.described(operation), [messages.button(address, _("Undo"))]
        )
        return HttpResponseRedirect(edit_address(form.instance))


def _address_of(operation: TagOperation) -> str:
    return reverse("tag_operation", args=[operation.pk])


def _shown(field: str, value: Any) -> str:
    """What stood in a field, as a reader of the history wants it."""
    if field == "theme_id":
        return str(Theme.objects.filter(pk=value).first() or "–")
    return ", ".join(value) if isinstance(value, list) else str(value or "–")


def _state(operation: TagOperation) -> str:
    if operation.undone_at:
        return pgettext("operation", "undone")
    return pgettext("operation", "in effect")


class UndoColumn(Column):
    """The way to taking an operation back, which is confirmed there, and back to this list."""

    cell_template_name = "registers/admin/undo_cell.html"

    def get_value(self, operation: TagOperation) -> str:
        return describing.described(operation)

    def get_cell_context_data(self, operation: TagOperation, parent_context: Any) -> Any:
        request = parent_context["request"]
        asked = request.GET.copy()
        asked.pop("_w_filter_fragment", None)
        listed = reverse("tag_operations") + (f"?{asked.urlencode()}" if asked else "")
        may_undo = operation.undone_at is None and request.user.has_perms(MAY_REORDER)
        return {
            **super().get_cell_context_data(operation, parent_context),
            "address": describing.undo_address(operation, listed) if may_undo else "",
        }


class OperationsView(ReportView):
    """Everything done to tags, the last first; of one tag with ``?tag=``."""

    page_title = gettext_lazy("Tag history")
    header_icon = "history"
    index_url_name = "tag_operations"
    index_results_url_name = "tag_operations_list"
    results_template_name = "registers/admin/operations_results.html"
    permission_policy = ModelPermissionPolicy(Tag)
    any_permission_required = ["change"]
    default_ordering = ["-done_at", "-pk"]
    is_searchable = False
    columns = [
        TitleColumn(
            "what",
            label=gettext_lazy("What was done"),
            accessor=describing.described,
            get_url=_address_of,
        ),
        MomentColumn("done_at", label=gettext_lazy("When"), sort_key="done_at"),
        Column("done_by", label=gettext_lazy("Who")),
        Column("state", label=gettext_lazy("State"), accessor=_state),
        UndoColumn("undo", label=""),
    ]
    list_export: list[str] = []

    @property
    def tag_id(self) -> int | None:
        asked = self.request.GET.get("tag", "")
        return int(asked) if asked.isdecimal() and len(asked) < 19 else None

    def get_page_subtitle(self) -> str:
        tag = Tag.objects.filter(pk=self.tag_id).first() if self.tag_id else None
        return tag.name if tag is not None else ""

    def get_base_queryset(self) -> QuerySet[TagOperation]:
        done = TagOperation.objects.select_related("done_by")
        return done.filter(tags__contains=[self.tag_id]) if self.tag_id else done

    def get_queryset(self) -> QuerySet[TagOperation]:
        return self.order_queryset(self.get_base_queryset())


class OperationView(TagView, TemplateView):
    """One operation: what it did, and the button that takes it back."""

    template_name = "registers/admin/tag_operation.html"
    page_title = gettext_lazy("What was done")
    header_icon = "history"

    @cached_property
    def operation(self) -> TagOperation:
        known = TagOperation.objects.select_related("done_by", "undone_by")
        return get_object_or_404(known, pk=self.kwargs["pk"])

    @property
    def back_to(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse("tag_operations")

    @property
    def trail(self) -> list[dict[str, Any]]:
        return [{"url": reverse("tag_operations"), "label": _("Tag history")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ids = [each["page"] for each in self.operation.data.get("pages", ())]
        pages = access.listed(
            Page.objects.filter(pk__in=ids, locale_id=original_locale_id()), self.request.user
        )
        after = self.operation.data.get("after", {})
        changed = [
            (describing.label_of(name), _shown(name, before), _shown(name, after[name]))
            for name, before in self.operation.data.get("before", {}).items()
            if self.operation.kind == TagOperation.Kind.CHANGE
        ]
        return {
            **super().get_context_data(**kwargs),
            "operation": self.operation,
            "back_to": self.back_to,
            "what": describing.described(self.operation),
            "number": pages.count(),
            "fields": changed,
            "obstacles": undoing.obstacles(self.operation),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        left = undoing.undo(self.operation, request.user)
        messages.success(
            request,
            _("Undone: %(what)s") % {"what": describing.described(self.operation)},
        )
        if left:
            messages.warning(
                request,
                ngettext(
                    "%(number)d page no longer had the tag and was left as it is.",
                    "%(number)d pages no longer had the tag and were left as they are.",
                    left,
                )
                % {"number": left},
            )
        return HttpResponseRedirect(self.back_to)
