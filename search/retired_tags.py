"""Addresses of tags that have another one now: what is asked for by them is found all the same.

The one place where a former tag in an address is read. Where nothing that the reader may see bears
the tag it became, the address says nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Exists
from django.http import HttpResponsePermanentRedirect

from base.middleware import ADMIN_PREFIX
from registers.curation.retired import retired_among

from .arrays import array_of_outer
from .finding import visible_documents

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from base.access import Reader

PARAMETER, MOST = "tag", 20
# The API answers under the address it was asked at; the admin has addresses of its own.
_ELSEWHERE = (ADMIN_PREFIX, "/api/")


def living(slugs: Iterable[str], user: Reader) -> list[str]:
    """The slugs with the former ones replaced by what they are now, none twice."""
    slugs = list(dict.fromkeys(slugs))
    if not slugs:
        return slugs
    seen = visible_documents(user).filter(tags__contains=array_of_outer("tag__slug"))
    former = retired_among(slugs).filter(Exists(seen))
    now = dict(former.values_list("slug", "tag__slug"))
    return list(dict.fromkeys(now.get(slug, slug) for slug in slugs))


class RetiredTagsMiddleware:
    """A list, feed or file asked for by a former tag is where it is asked for by the present one.

    One step always: what a former tag leads to is a living one, which leads nowhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.getlist(PARAMETER)[:MOST]
        if asked and request.method in ("GET", "HEAD") and self._is_for_readers(request):
            now = living(asked, request.user)
            if now != list(dict.fromkeys(asked)):
                parameters = request.GET.copy()
                parameters.setlist(PARAMETER, now)
                return HttpResponsePermanentRedirect(f"{request.path}?{parameters.urlencode()}")
        return self.get_response(request)

    @staticmethod
    def _is_for_readers(request: HttpRequest) -> bool:
        return not request.path_info.startswith(_ELSEWHERE)
