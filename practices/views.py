"""Views of practices that are no pages: a question to the city, the pack as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from base import access
from base.frame import set_language_addresses
from base.languages import active_language
from base.listing import Entry, entries
from base.visitors import is_first_use, is_foreign

from . import questions
from .bundle import bundle_of
from .models import PracticePage

if TYPE_CHECKING:
    from .questions import QuestionForm

# For so many seconds a pack may be kept by the reader's browser and by caches on the way.
PACK_MAX_AGE = 300


def _shown(request: HttpRequest, key: UUID) -> Entry:
    """The practice in the reader's language, if the reader may see it."""
    visible = PracticePage.objects.originals().visible_to(request.user)
    practice = get_object_or_404(visible.select_related("city", "contact"), translation_key=key)
    return entries([practice], request)[0]


# The signed time stamp stands in for the CSRF cookie: docs/decisions/0009.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, key: UUID) -> HttpResponse:
    """The question form of a practice as a page of its own."""
    entry = _shown(request, key)
    set_language_addresses(request, "practice_ask", key=key)
    if request.method != "POST":
        form = None if "sent" in request.GET else questions.QuestionForm(entry.original)
        return _form_page(request, entry, form)
    form = questions.QuestionForm(entry.original, request.POST)
    sent = HttpResponseRedirect(f"{reverse('practice_ask', args=[key])}?sent=1", status=303)
    if form.is_trapped:
        # A programme filled the field nobody sees; it is not told that it was noticed.
        return sent
    if is_foreign(request):
        form.add_error(None, _("The form was sent from another site. Please send it from here."))
        return _form_page(request, entry, form, status=403)
    if not form.is_valid():
        return _form_page(request, entry, form, status=422)
    if not is_first_use(form.cleaned_data["token"], questions.LONGEST_SECONDS):
        return sent
    if not questions.within_limits(request, entry.original):
        form.add_error(
            None, _("Too many questions have come just now. Please send yours in an hour.")
        )
        return _form_page(request, entry, form.renewed(), status=429)
    if not questions.send(
        entry.original, form.cleaned_data["question"], form.cleaned_data["email"]
    ):
        form.add_error(None, _("The question could not be sent just now. Please try again later."))
        return _form_page(request, entry, form.renewed(), status=503)
    return sent


def _form_page(
    request: HttpRequest, entry: Entry, form: QuestionForm | None, *, status: int = 200
) -> HttpResponse:
    practice: Any = entry.original
    contact = practice.contact
    text = entry.page
    return render(
        request,
        "practices/ask.html",
        {
            "practice": practice,
            "entry": entry,
            "shown": entry.page or practice,
            "form": form,
            "sent": form is None,
            "noindex": True,
            "unit": text.unit if text is not None else "",
            "function": contact.function if contact else "",
            "phone": practice.city.office_phone if practice.city else "",
        },
        status=status,
    )


@require_safe
def pack(request: HttpRequest, key: UUID) -> HttpResponse:
    """The implementation pack as one ZIP: the public documents, and a README."""
    entry = _shown(request, key)
    practice: Any = entry.original
    packed = bundle_of(entry.page or practice, practice)
    if packed is None:
        raise Http404
    response = StreamingHttpResponse(packed.stream(), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(True, packed.name)
    response["Content-Language"] = active_language()
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = (
        f"public, max-age={PACK_MAX_AGE}" if access.is_public(practice) else "private, no-store"
    )
    return response
