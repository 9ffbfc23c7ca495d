"""Where tags are tidied, each line with what mends it, and which would suit a practice."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin import messages

from practices.models import PracticePage
from registers import finding
from registers.curation.describing import quoted
from registers.curation.views import MAY_REORDER, TagView, edit_address
from registers.models import DistinctTags, Tag

from . import tidying
from .proposals import proposals
from .tidying import Group, Line

PER_PAGE = 50


class TidyView(TagView, TemplateView):
    template_name = "search/admin/tidy_tags.html"
    page_title = gettext_lazy("Tidy up tags")
    permissions = ("registers.change_tag",)

    @cached_property
    def groups(self) -> list[Group]:
        return tidying.groups()

    @cached_property
    def group(self) -> Group:
        """The group asked for, else the first that has anything."""
        asked = self.request.GET.get("group", "")
        found = [group for group in self.groups if group.name == asked]
        found += [group for group in self.groups if group.lines]
        return (found or self.groups)[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.group.lines, PER_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "groups": self.groups,
            "group": self.group,
            "lines": [self._shown(line) for line in page.object_list],
            "page_obj": page,
            "may_merge": all(self.request.user.has_perm(name) for name in MAY_REORDER),
            "here": self._here(),
        }

    def _here(self) -> str:
        return f"{reverse('tidy_tags')}?{urlencode({'group': self.group.name})}"

    def _shown(self, line: Line) -> dict[str, Any]:
        """A line with the addresses where it is mended."""
        return {
            "tags": [(tag, edit_address(tag)) for tag in line.tags],
            "city": line.city,
            "theme": line.theme,
            "merge_url": self._bulk("merge", line),
            "theme_url": self._bulk("theme", line),
            "first": line.tags[0],
            "last": line.tags[-1],
        }

    def _bulk(self, action: str, line: Line) -> str:
        """A bulk action with these tags chosen, which leads back here."""
        asked: list[tuple[str, Any]] = [("id", tag.pk) for tag in line.tags]
        if action == "theme" and line.theme is not None:
            asked.append(("theme", line.theme.pk))
        asked.append(("next", self._here()))
        address = reverse("wagtail_bulk_action", args=["registers", "tag", action])
        return f"{address}?{urlencode(asked)}"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say of two tags that they are not the same, or take that back."""
        ids = [value for value in request.POST.getlist("tag") if value.isdecimal()]
        pair = list(Tag.objects.filter(pk__in=ids).order_by("pk"))
        if len(pair) != 2:
            raise Http404
        first, second = pair
        names = quoted(tag.name for tag in pair)
        if request.POST.get("again"):
            DistinctTags.objects.filter(first=first, second=second).delete()
            messages.success(request, _("Suggested again: %(names)s") % {"names": names})
        else:
            DistinctTags.objects.get_or_create(
                first=first, second=second, defaults={"said_by": request.user}
            )
            messages.success(request, _("No longer suggested: %(names)s") % {"names": names})
        group = request.GET.get("group", "")
        return HttpResponseRedirect(f"{reverse('tidy_tags')}?{urlencode({'group': group})}")


@require_safe
def tag_proposals(request: HttpRequest, page_id: int) -> HttpResponse:
    """Tags that would suit a practice, for who may edit it: a part of its form, or a page."""
    originals = PracticePage.objects.originals()
    page = get_object_or_404(originals, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    is_part = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    option = finding.TAGS.option
    return render(
        request,
        f"search/admin/tag_proposals{'' if is_part else '_page'}.html",
        {
            "page": page,
            "is_part": is_part,
            "proposals": [(each, option(each.tag)) for each in proposals(draft)],
        },
    )
