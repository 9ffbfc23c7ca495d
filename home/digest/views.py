"""The page of the admin where a digest is put together; it keeps nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from .asking import LANGUAGES, DigestForm
from .collecting import Group, collect
from .writing import Version, about, written

FORMATS = {
    "html": ("document", "text/html; charset=utf-8"),
    "txt": ("text", "text/plain; charset=utf-8"),
}


class DigestView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The address says of what period; what is left out of it, the form that is sent.

    Sending changes nothing: it is a form because ticks of a long list do not fit an address.
    """

    page_title = gettext_lazy("Digest")
    header_icon = "mail"
    template_name = "home/digest/admin.html"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language, _dot, suffix = request.POST.get("download", "").partition(".")
        version = next((each for each in self.versions if each.language == language), None)
        if version is None or suffix not in FORMATS:
            return self.get(request, *args, **kwargs)
        attribute, content_type = FORMATS[suffix]
        response = HttpResponse(getattr(version, attribute), content_type=content_type)
        name = pgettext("name of a file", "digest")
        name = f"{name}-{self.form.wanted['end']:%Y-%m-%d}-{language}.{suffix}"
        response["Content-Disposition"] = content_disposition_header(True, name) or ""
        return response

    @cached_property
    def form(self) -> DigestForm:
        return DigestForm(self.request.GET)

    @cached_property
    def groups(self) -> list[Group]:
        """What there is to tell; nothing while the period makes no sense."""
        if self.form.is_bound and not self.form.is_valid():
            return []
        wanted = self.form.wanted
        return collect(wanted["start"], wanted["end"], wanted["networks"])

    @cached_property
    def kept(self) -> set[int]:
        """The originals that are ticked: what has been sent, at first everything that is new."""
        if self.request.method == "POST":
            return {int(pk) for pk in self.request.POST.getlist("keep") if pk.isdecimal()}
        return {
            item.original.pk for group in self.groups for item in group.items if not item.is_update
        }

    @cached_property
    def versions(self) -> list[Version]:
        chosen = [group for each in self.groups if (group := each.of(self.kept)).items]
        if not chosen:
            return []
        wanted = self.form.wanted
        return [
            written(chosen, wanted["start"], wanted["end"], language)
            for language, _label in LANGUAGES
            if language in wanted["languages"]
        ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        labels = dict(LANGUAGES)
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "media": self.form.media,
            "groups": [
                {
                    "group": group,
                    "items": [
                        (item, about(item.original), item.original.pk in self.kept)
                        for item in group.items
                    ],
                }
                for group in self.groups
            ],
            "versions": [(version, labels[version.language]) for version in self.versions],
        }
