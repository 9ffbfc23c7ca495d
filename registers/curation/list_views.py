"""The lists of tags and themes, and the form of a tag: with what can be done to them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import DeleteView, ReorderView

from base.snippets import RegisterEditView, RegisterIndexView

from ..models import Tag, Theme
from .describing import described, effects, undo_address
from .operations import delete


def curation_buttons(tag: Tag, user: Any) -> list[Button]:
    """What can be done to a tag beside writing in its form, for those who may."""
    buttons = []
    if user.has_perms(["registers.change_tag", "registers.delete_tag"]):
        merge = reverse("wagtail_bulk_action", args=["registers", "tag", "merge"])
        buttons += [
            Button(_("Merge…"), f"{merge}?id={tag.pk}", icon_name="tag", priority=40),
            Button(_("Split…"), reverse("split_tag", args=[tag.pk]), icon_name="cut", priority=41),
        ]
    if user.has_perm("registers.change_tag"):
        done = f"{reverse('tag_operations')}?tag={tag.pk}"
        buttons.append(Button(_("Changes to this tag"), done, icon_name="history", priority=42))
    return buttons


class TagIndexView(RegisterIndexView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        done = Button(_("Tag history"), reverse("tag_operations"), icon_name="history")
        return [*super().header_more_buttons, done]

    def get_list_more_buttons(self, instance: Tag) -> list[Button]:
        more = curation_buttons(instance, self.request.user)
        return [*super().get_list_more_buttons(instance), *more]

    @cached_property
    def columns(self) -> list[Column]:
        columns = super().columns
        # The model's own word for it is taggit's, which has no Polish.
        columns[1].label = _("Name in Polish")
        return columns


class TagEditView(RegisterEditView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, *curation_buttons(self.object, self.request.user)]


class TagDeleteView(DeleteView):
    """Says what it touches, and can be undone as everything else that is done to tags."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        touched = effects([self.object], self.request.user)
        return {**super().get_context_data(**kwargs), "effects": touched}

    def delete_action(self) -> None:
        self.operation = delete([self.object], self.request.user)

    def get_success_message(self) -> str:
        address = undo_address(self.operation, self.get_success_url())
        return messages.render(described(self.operation), [messages.button(address, _("Undo"))])


class ThemeIndexView(RegisterIndexView):
    name_sort_key = "name_pl"
    default_ordering = ["order", "code"]


class ThemeReorderView(ReorderView):
    """Dragged, or moved with the arrows: the order is counted anew, so that no two are equal."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        theme = get_object_or_404(Theme, pk=kwargs["pk"])
        asked = request.GET.get("position", "")
        others = [each for each in Theme.objects.all() if each.pk != theme.pk]
        place = min(int(asked), len(others)) if asked.isdecimal() else len(others)
        for order, each in enumerate([*others[:place], theme, *others[place:]]):
            if each.order != order:
                Theme.objects.filter(pk=each.pk).update(order=order)
        return JsonResponse({"success": True})
