"""While developing, readers' error pages are shown as they will be, not Django's own."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse


class ErrorPagesMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        from home.views import not_found

        return not_found(request) if isinstance(exception, Http404) else None
