"""What a coordinator's request to the admin meets before any right is asked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from base.middleware import ADMIN_PREFIX

from . import coordinators


class CoordinatorsMiddleware:
    """Takes a coordinator's rights away on the day they end, before the nightly command runs.

    The groups only mirror what the networks' pages and dates say; this is one query for everybody
    else who works in the admin.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(ADMIN_PREFIX) and request.user.is_authenticated:
            coordinators.put_right(request.user)
        return self.get_response(request)
