"""The admin's pages of old addresses: the file, what it would do, what matches nothing.

The file waits in private storage under a name that the address carries, signed; so nothing is
uploaded twice, and addresses that were led already are simply there when one looks again.
"""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.contrib.redirects.permissions import permission_policy

from .. import uploads
from . import leading
from .matching import Match, Matcher, Standing
from .reading import KINDS, Row, read_rows

FOLDER = "old-addresses"
KEPT = timedelta(days=7)
PER_PAGE = 50
_SALT = "base.old_addresses"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# What somebody is to decide comes first.
_ORDER = [
    Standing.NOTHING, Standing.ELSEWHERE, Standing.LIVE, Standing.TWICE, Standing.UNREADABLE,
    Standing.READY, Standing.THERE,
]  # fmt: skip


class AddressesForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Table of addresses"),
        help_text=gettext_lazy(
            "An .xlsx or .csv file. First column: the old address. Second column: the new address, "
            "the title of a page or the end of its address; where it is empty, the end of the old "
            "address is looked for."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{kind}" for kind in KINDS)}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        kind = file.name.rpartition(".")[2].lower()
        if kind not in KINDS:
            raise ValidationError(_("Choose an .xlsx or .csv file."))
        uploads.check_upload(file, KINDS)
        read_rows(file, kind)
        file.seek(0)
        return file


def may_lead(user: Any) -> bool:
    return permission_policy.user_has_permission(user, "add")


class OldAddresses(WagtailAdminTemplateMixin):
    """Deny by default: whoever may add redirects."""

    header_icon = "redirect"
    page_title = gettext_lazy("Old addresses")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_lead(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("wagtailredirects:index"), "label": _("Redirects")},
            {"url": "", "label": self.get_page_title()},
        ]


class StartPage(OldAddresses, FormView):
    form_class = AddressesForm
    template_name = "wagtailadmin/generic/form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "action_url": self.request.path,
            "media": context["form"].media,
            "submit_button_label": _("Upload and check"),
            "submit_button_active_label": _("Uploading…"),
        }

    def form_valid(self, form: forms.Form) -> HttpResponse:
        _forget_old()
        file = form.cleaned_data["file"]
        kind = file.name.rpartition(".")[2].lower()
        name = storages["private"].save(f"{FOLDER}/{uuid.uuid4().hex}.{kind}", file)
        token = signing.dumps(name, salt=_SALT)
        return HttpResponseRedirect(reverse("old_addresses_checked", args=[token]))


def _forget_old() -> None:
    storage = storages["private"]
    if not storage.exists(FOLDER):
        return
    for name in storage.listdir(FOLDER)[1]:
        stored = f"{FOLDER}/{name}"
        if storage.get_modified_time(stored) < timezone.now() - KEPT:
            storage.delete(stored)


def _name_in(token: str) -> str:
    try:
        name = signing.loads(token, salt=_SALT, max_age=KEPT)
    except signing.BadSignature as error:
        raise Http404 from error
    if not storages["private"].exists(name):
        raise Http404
    return name


def _rows_of(token: str) -> list[Row]:
    name = _name_in(token)
    with storages["private"].open(name) as file:
        return read_rows(file, name.rpartition(".")[2])


class CheckedPage(OldAddresses, TemplateView):
    template_name = "base/admin/old_addresses.html"

    @cached_property
    def rows(self) -> list[Row]:
        return _rows_of(self.kwargs["token"])

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        matches = self.matcher.match(self.rows)
        counts = Counter(match.standing for match in matches)
        matches.sort(key=lambda match: (_ORDER.index(match.standing), match.row.number))
        shown = WagtailPaginator(matches, PER_PAGE).get_page(self.request.GET.get("p"))
        self.matcher.offer(shown)
        return {
            **super().get_context_data(**kwargs),
            "token": self.kwargs["token"],
            "matches": shown,
            "match_pages": shown.paginator.get_elided_page_range(shown.number),
            "counts": [(str(each.label), counts[each]) for each in _ORDER if counts[each]],
            "ready": counts[Standing.READY],
            "may_choose": any(match.may_be_chosen for match in shown),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead what matched, and what was chosen or typed for the rest."""
        typed = _answers(request, "typed")
        rows = [replace(row, new=typed.get(row.number, row.new)) for row in self.rows]
        matches = self.matcher.match(rows)
        chosen = [match for match in matches if self._is_to_lead(match, typed)]
        number = leading.lead(chosen, request.user)
        said = ngettext(
            "%(count)d address is now redirected.",
            "%(count)d addresses are now redirected.",
            number,
        )
        messages.success(request, said % {"count": number})
        failed = [m for m in matches if m.row.number in typed and m not in chosen]
        for match in failed[:5]:
            message = _("Row %(number)d: “%(text)s” matches no page.")
            messages.error(request, message % {"number": match.row.number, "text": match.row.new})
        return HttpResponseRedirect(request.get_full_path())

    def _is_to_lead(self, match: Match, typed: dict[int, str]) -> bool:
        answer = _answers(self.request, "choice").get(match.row.number, "")
        if match.standing is Standing.READY:
            return True
        if match.row.number in typed:
            return match.standing is Standing.ELSEWHERE
        if not match.may_be_chosen or not answer.isdecimal():
            return False
        page = self.matcher.pages.get(int(answer))
        if page is not None:
            if match.page != page:
                match.page, match.route, match.link = page, "", ""
            return True
        return False


def _answers(request: HttpRequest, kind: str) -> dict[int, str]:
    """By row, what was chosen or typed."""
    found = {}
    for name in request.POST:
        begun, _dash, number = name.partition("-")
        value = request.POST[name].strip()
        if begun == kind and number.isdecimal() and value:
            found[int(number)] = value
    return found


@require_safe
def report(request: HttpRequest, token: str) -> HttpResponse:
    """What leads nowhere, as a workbook."""
    if not may_lead(request.user):
        raise PermissionDenied
    matches = Matcher(request.user).match(_rows_of(token))
    response = HttpResponse(leading.report(matches), content_type=WORKBOOK)
    name = _("old-addresses.xlsx")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def finish(request: HttpRequest, token: str) -> HttpResponse:
    if not may_lead(request.user):
        raise PermissionDenied
    storages["private"].delete(_name_in(token))
    messages.success(request, _("The table of addresses has been deleted; the redirects stay."))
    return HttpResponseRedirect(reverse("wagtailredirects:index"))


URLS = [
    path("old-addresses/", StartPage.as_view(), name="old_addresses"),
    path("old-addresses/<str:token>/", CheckedPage.as_view(), name="old_addresses_checked"),
    path("old-addresses/<str:token>/report.xlsx", report, name="old_addresses_report"),
    path("old-addresses/<str:token>/finish/", finish, name="old_addresses_finish"),
]
