"""What is done to several tags chosen in their list."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..models import Tag, TagOperation
from ..tag_uses import with_uses
from .describing import described, effects, effects_of_each, undo_address
from .forms import MergeForm, ThemeAssignForm
from .operations import assign_theme, delete, merge


class TagBulkAction(SnippetBulkAction):
    """Shows what it would touch, asks, does it, and offers to take it back."""

    models: ClassVar[list[type]] = [Tag]
    permissions: ClassVar[tuple[str, ...]] = ()
    operation: TagOperation | None = None

    def __init__(self, request: HttpRequest, model: Any):
        super().__init__(request, model)
        if not request.GET.get("next"):
            self.next_url = reverse(Tag.snippet_viewset.get_url_name("list"))

    @classmethod
    def get_queryset(cls, model: Any, object_ids: Any) -> list[Tag]:
        tags = with_uses(Tag.objects.select_related("theme").prefetch_related("retired"))
        wanted = [key for key in map(str, object_ids) if key.isdecimal()]
        # The one that is used most comes first: it is the one to keep.
        found = list(tags.filter(pk__in=wanted).order_by("-uses", "sort_key"))
        if not found:
            raise Http404
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not all(request.user.has_perm(name) for name in self.permissions):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def tags(self) -> list[Tag]:
        return self.get_actionable_objects()[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        each = effects_of_each(self.tags)
        return {
            **super().get_context_data(**kwargs),
            "tags": [(tag, each[tag.pk]) for tag in self.tags],
            "effects": effects(self.tags, self.request.user),
        }

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> None:
        """Said here, with the way back; Wagtail's own would have no button."""
        if self.operation is not None:
            undo = messages.button(undo_address(self.operation, self.next_url), _("Undo"))
            messages.success(self.request, described(self.operation), [undo])


class MergeTags(TagBulkAction):
    display_name = gettext_lazy("Merge…")
    action_type = "merge"
    aria_label = gettext_lazy("Merge the chosen tags into one")
    template_name = "registers/admin/merge_tags.html"
    action_priority = 10
    form_class = MergeForm
    permissions = ("registers.change_tag", "registers.delete_tag")

    def get_form(self, form_class: Any = None) -> forms.Form:
        kwargs = self.get_form_kwargs()
        kwargs["initial"] = {"kept": str(self.tags[0].pk)}
        return MergeForm(tags=self.tags, **kwargs)

    @classmethod
    def execute_action(cls, objects: list[Tag], **kwargs: Any) -> tuple[int, int]:
        view = kwargs["self"]
        stays = view.cleaned_form.cleaned_data["stays"]
        others = [tag for tag in objects if tag != stays]
        view.operation = merge(stays, others, view.request.user)
        return len(objects), 0


class AssignTheme(TagBulkAction):
    display_name = gettext_lazy("Assign a theme…")
    action_type = "theme"
    aria_label = gettext_lazy("Assign the chosen tags to a theme")
    template_name = "registers/admin/assign_theme.html"
    action_priority = 20
    form_class = ThemeAssignForm
    permissions = ("registers.change_tag",)

    def get_initial(self) -> dict[str, Any]:
        """A link may propose a theme."""
        return {"theme": self.request.GET.get("theme", "")}

    @classmethod
    def execute_action(cls, objects: list[Tag], **kwargs: Any) -> tuple[int, int]:
        view = kwargs["self"]
        theme = view.cleaned_form.cleaned_data["theme"]
        view.operation = assign_theme(objects, theme, view.request.user)
        if view.operation is None:
            messages.info(
                view.request,
                ngettext(
                    "The tag already has this theme.",
                    "All these tags already have this theme.",
                    len(objects),
                ),
            )
        return len(objects), 0


class DeleteTags(TagBulkAction):
    """In place of Wagtail's own, which deletes for good."""

    display_name = gettext_lazy("Delete")
    action_type = "delete"
    aria_label = gettext_lazy("Delete the chosen tags")
    template_name = "registers/admin/delete_tags.html"
    action_priority = 30
    classes: ClassVar[set[str]] = {"serious"}
    permissions = ("registers.delete_tag",)

    @classmethod
    def execute_action(cls, objects: list[Tag], **kwargs: Any) -> tuple[int, int]:
        view = kwargs["self"]
        view.operation = delete(objects, view.request.user)
        return len(objects), 0
