"""The template workbook for anyone to download."""

from __future__ import annotations

from functools import lru_cache
from time import time

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .template import FILE_NAME, MEDIA_TYPE, template_file

# Seconds; making the workbook takes a good part of one, and anyone may ask.
MADE_FOR = 300


@lru_cache(1)
def _made(_period: int) -> bytes:
    return template_file()


@require_safe
@cache_control(public=True, max_age=MADE_FOR)
def template(request: HttpRequest) -> HttpResponse:
    """Its lists are the registers as they are, or were a few minutes ago."""
    response = HttpResponse(_made(int(time() // MADE_FOR)), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response
