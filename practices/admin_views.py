"""The admin page where the state of a practice is decided."""

from __future__ import annotations

import io

from django import forms
from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets import AdminDateInput

from base.admin_views import page_to_decide_on
from base.text import quoted

from . import deciding
from .models import PracticePage
from .models.vocabularies import RecordLevel, Verification
from .transfer.template import template_workbook

LEVELS_EXPLAINED = {
    RecordLevel.FULL: gettext_lazy("Everything a city needs to judge and repeat the practice."),
    RecordLevel.SHORT: gettext_lazy(
        "Title, lead, summary, city, networks, tags, kind, stage, year and "
        "unit; labelled as short and ranked lower."
    ),
    RecordLevel.ARCHIVAL: gettext_lazy(
        "Old and incomplete, kept as it was received; labelled as archival."
    ),
}
VERIFICATIONS_EXPLAINED = {
    Verification.SUBMITTED: gettext_lazy("The city's own account, not yet checked by anyone else."),
    Verification.CHECKED: gettext_lazy("The editors asked the city and compared documents."),
    Verification.ASSESSED: gettext_lazy("The record includes an expert's signed opinion."),
    Verification.ADOPTED: gettext_lazy("Another city did it too, and it worked."),
}


class ConfirmForm(forms.Form):
    day = forms.DateField(
        label=gettext_lazy("Confirmed on"), widget=AdminDateInput, initial=timezone.localdate
    )

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is in the future."))
        return day


def practice_state(request: HttpRequest, page_id: int) -> HttpResponse:
    """Confirm the record, change its level or verification; each is one button.

    Who came from a list (``next``) is taken back to it, for the next of its records.
    """
    page = page_to_decide_on(request, page_id, PracticePage)
    action = request.POST.get("action", "")
    form = ConfirmForm(request.POST if action == "confirm_on" else None)
    back = get_valid_next_url_from_request(request)
    if request.method == "POST":
        done = _decide(request, page, action, form)
        if done:
            messages.success(request, f"{quoted(page.title)}: {done}" if back else done)
            return HttpResponseRedirect(back or reverse("practice_state", args=[page.pk]))
    state = page.state
    return render(
        request,
        "practices/admin/state.html",
        {
            "page": page,
            "next": back,
            "state": state,
            "form": form,
            "levels": [
                (each, each.label, LEVELS_EXPLAINED[each], each == state.level)
                for each in RecordLevel
            ],
            "verifications": [
                (each, each.label, VERIFICATIONS_EXPLAINED[each], each == state.verification)
                for each in Verification
            ],
        },
    )


@require_safe
def import_template(request: HttpRequest) -> FileResponse:
    """The workbook to fill in for an import, its vocabularies in the editor's language."""
    workbook = io.BytesIO()
    template_workbook().save(workbook)
    workbook.seek(0)
    name = _("practices-template.xlsx")
    return FileResponse(workbook, as_attachment=True, filename=name)


def _decide(request: HttpRequest, page: PracticePage, action: str, form: ConfirmForm) -> str:
    """Do what the button says; the sentence to show, empty where the form is to be mended."""
    value = request.POST.get("value", "")
    if action == "confirm":
        state = deciding.confirm(page, request.user)
    elif action == "confirm_on":
        if not form.is_valid():
            return ""
        state = deciding.confirm(page, request.user, form.cleaned_data["day"])
    elif action == "level" and value in RecordLevel.values:
        state = deciding.set_level(page, value, request.user)
        return _("The record level is now: %(level)s.") % {"level": state.get_level_display()}
    elif action == "verification" and value in Verification.values:
        state = deciding.set_verification(page, value, request.user)
        return _("Verification is now: %(verification)s.") % {
            "verification": state.get_verification_display()
        }
    else:
        raise BadRequest
    return _("Confirmed on %(day)s; the next review is due on %(due)s.") % {
        "day": state.confirmed_on.strftime("%d.%m.%Y"),
        "due": state.due_on.strftime("%d.%m.%Y"),
    }
