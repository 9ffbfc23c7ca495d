"""How often one address may ask: counted by the minute, in the cache, and kept nowhere else."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache

from base.visitors import visitor_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)

WINDOW = 60  # seconds


@dataclass(frozen=True)
class Allowance:
    """What is left to a visitor of this minute, and how many seconds it still lasts."""

    left: int
    seconds: int

    @property
    def is_spent(self) -> bool:
        return self.left < 0

    def tell(self, response: HttpResponse) -> None:
        """In the fields of draft-ietf-httpapi-ratelimit-headers."""
        most = settings.API_REQUESTS_A_MINUTE
        response["RateLimit-Policy"] = f'"minute";q={most};w={WINDOW}'
        response["RateLimit"] = f'"minute";r={max(self.left, 0)};t={self.seconds}'
        if self.is_spent:
            response["Retry-After"] = str(self.seconds)


def count(request: HttpRequest) -> Allowance | None:
    """Count one more request; ``None`` while the cache is down, when nobody is turned away."""
    now = int(time.time())
    minute, passed = divmod(now, WINDOW)
    key = f"api:{visitor_of(request)}:{minute}"
    try:
        cache.add(key, 0, WINDOW)
        used = cache.incr(key)
    except Exception as error:  # a cache has as many kinds of errors as it has backends
        logger.warning("Requests to the API are not counted: %s", type(error).__name__)
        return None
    return Allowance(settings.API_REQUESTS_A_MINUTE - used, WINDOW - passed)
