"""What is done with a run by a button, and the two pieces of it that are no page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from ..models import ImportRun
from . import tasks
from .forms import forget_choice, may_import, take_choices

State = ImportRun.State


def run_to_change(request: HttpRequest, pk: int) -> ImportRun:
    """Kept from others until the request ends, so that nothing is begun twice."""
    if not may_import(request.user):
        raise PermissionDenied
    return get_object_or_404(ImportRun.objects.select_for_update(of=("self",)), pk=pk)


def back(run: ImportRun) -> HttpResponse:
    return HttpResponseRedirect(reverse("practice_imports:run", args=[run.pk]))


@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was chosen and check again."""
    run = run_to_change(request, pk)
    if not run.may_be_checked:
        return not_now(request, run)
    if "forget" in request.POST:
        forget_choice(run, request.POST["forget"], request.POST.get("value", ""))
    else:
        taken = take_choices(run, request.POST)
        said = ngettext("%(count)d choice kept.", "%(count)d choices kept.", taken)
        messages.success(request, said % {"count": taken})
    run.save(update_fields=["corrections"])
    tasks.start(run, State.CHECKING, request.user)
    return back(run)


@require_POST
def carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    run = run_to_change(request, pk)
    if not run.may_be_imported:
        return not_now(request, run)
    tasks.start(run, State.IMPORTING, request.user)
    return back(run)


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    run = run_to_change(request, pk)
    if run.is_busy:
        run.is_to_stop = True
        run.save(update_fields=["is_to_stop"])
        messages.success(request, _("It will stop after the current step."))
    return back(run)


def not_now(request: HttpRequest, run: ImportRun) -> HttpResponse:
    messages.error(
        request,
        _("This is not possible now: “%(file)s” is %(state)s.")
        % {
            "file": run.file_name,
            "state": run.get_state_display(),
        },
    )
    return back(run)


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, as a piece of the page."""
    if not may_import(request.user):
        raise PermissionDenied
    run = get_object_or_404(ImportRun, pk=pk)
    return render(request, "practices/admin/import_progress.html", {"run": run})


@require_safe
def report(request: HttpRequest, pk: int) -> FileResponse:
    """A line for every record of the file."""
    if not may_import(request.user):
        raise PermissionDenied
    run = get_object_or_404(ImportRun.objects.exclude(report_pl=""), pk=pk)
    name = _("report-%(number)d.csv") % {"number": run.pk}
    return FileResponse(run.report.open("rb"), as_attachment=True, filename=name)
