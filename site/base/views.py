"""Addresses of the base room: health, closed images, security contact."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy

from . import access
from .models import Rendition
from .models.records import Who
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


def may_see_media(request: HttpRequest, item) -> bool:
    """Whether the reader may have a file: its collection is public, or she edits it."""
    if access.collection_audience(item.collection) == Who.PUBLIC:
        return True
    return permission_policy.user_has_permission_for_instance(request.user, "change", item)


@require_safe
def closed_image(request: HttpRequest, name: str) -> HttpResponse:
    """A rendition of a closed collection: checked on every request, never kept by a cache."""
    rendition = get_object_or_404(
        Rendition.objects.select_related("image__collection"), file=f"{CLOSED_PREFIX}{name}"
    )
    if not may_see_media(request, rendition.image):
        raise Http404
    return _private(FileResponse(rendition.file.open("rb")))


@require_safe
def original_file(request: HttpRequest, name: str) -> HttpResponse:
    """An image as it was uploaded, for those who may edit it."""
    image = get_object_or_404(get_image_model(), file=name)
    if not permission_policy.user_has_permission_for_instance(request.user, "change", image):
        raise Http404
    return _private(FileResponse(storages["private"].open(name, "rb")))


def _private(response: FileResponse) -> FileResponse:
    response["Cache-Control"] = "private, no-store"
    return response


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
