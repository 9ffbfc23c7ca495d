"""Telling visitors apart for a day, without cookies and without keeping who they are.

A visitor is a keyed hash of the network address and the day. It lives in the cache as long as a
limit needs it, never in the database or a log, and nobody can turn it back into an address.
"""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from django.http import HttpRequest

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60
HOUR = 60 * 60


def address_of(request: HttpRequest) -> str:
    """The visitor's network address.

    Behind a proxy we trust (the one that also says whether the request was secure) it is the
    last one of ``X-Forwarded-For``: what stands before was written by the visitor.
    """
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")


def visitor_of(request: HttpRequest) -> str:
    """The visitor today, as a limit's key may name it."""
    day = timezone.localdate().isoformat()
    return salted_hmac(
        "base.visitors", f"{address_of(request)} {day}", algorithm="sha256"
    ).hexdigest()


def allows(purpose: str, whom: str, most: int, seconds: int) -> bool:
    """Count one more use of ``purpose`` by ``whom``; whether it is within the limit.

    Fails closed: while the cache is down nothing that needs a limit is done.
    """
    key = f"limit:{purpose}:{whom}"
    try:
        cache.add(key, 0, seconds)
        return cache.incr(key) <= most
    except Exception as error:  # a cache has as many kinds of errors as it has backends
        logger.warning("Limit of %s could not be counted: %s", purpose, type(error).__name__)
        return False


def is_first_use(token: str, seconds: int) -> bool:
    """Whether a signed stamp comes back for the first time: a double click is one sending."""
    try:
        return cache.add(f"used:{hashlib.sha256(token.encode()).hexdigest()}", True, seconds)
    except Exception:  # the limits, asked next, fail closed
        return True


def is_foreign(request: HttpRequest) -> bool:
    """Whether another site's page made the browser send this (Fetch Metadata).

    Stands in for the CSRF cookie where there is nothing to steal; browsers without the header
    are let through.
    """
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
