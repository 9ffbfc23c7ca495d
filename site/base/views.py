"""Addresses of the base room: health, closed images, security contact."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy
from wagtail.models import Page

from . import access, language_state, media, visitors
from .languages import TRANSLATION_LANGUAGE, original_locale_id
from .models import BasePage, Rendition
from .storage import CLOSED_PREFIX


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; asks nothing of the database."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: its database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
def closed_image(request: HttpRequest, name: str) -> HttpResponse:
    """A rendition of a closed collection: checked on every request, never kept by a cache."""
    rendition = get_object_or_404(
        Rendition.objects.select_related("image__collection"), file=f"{CLOSED_PREFIX}{name}"
    )
    if not media.may_see(request.user, rendition.image):
        raise Http404
    return media.private(FileResponse(rendition.file.open("rb")))


@require_safe
def original_file(request: HttpRequest, name: str) -> HttpResponse:
    """An image as it was uploaded, for those who may edit it."""
    image = get_object_or_404(get_image_model(), file=name)
    if not permission_policy.user_has_permission_for_instance(request.user, "change", image):
        raise Http404
    return media.private(FileResponse(storages["private"].open(name, "rb")))


@csrf_exempt
@require_POST
def ask_for_english(request: HttpRequest, key: UUID) -> HttpResponse:
    """Count one reader's wish for an English version, and lead back to where it was said.

    Nothing is done in anybody's name, so nothing is to be forged: no token, and no cookie for it.
    A visitor's second wish for the same page on the same day is thanked for and not counted.
    """
    pages = Page.objects.filter(translation_key=key, locale_id=original_locale_id())
    page = access.visible(pages, request.user).first()
    original = page and page.specific
    if not isinstance(original, BasePage) or original.alias_of_id:
        raise Http404
    wish = f"{visitors.visitor_of(request)}:{key}"
    if not visitors.is_foreign(request) and visitors.allows("english", wish, 1, visitors.DAY):
        language_state.ask_for_english(original)
    with override(TRANSLATION_LANGUAGE):
        address = language_state.english_address(original, request)
    if address is None:
        raise Http404
    return HttpResponseRedirect(f"{address}?{language_state.ASKED}=1", status=303)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: whom to tell about a weakness."""
    expires = timezone.now() + timedelta(days=300)
    lines = [
        f"Contact: mailto:{settings.EDITORS_EMAIL}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: pl, en",
        f"Canonical: {settings.WAGTAILADMIN_BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
