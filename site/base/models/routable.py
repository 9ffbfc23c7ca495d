"""A page with addresses of its own below it: records, years, feeds."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.url_routing import RouteResult

from .pages import BasePage


class RoutableBasePage(RoutablePageMixin, BasePage):
    """Wagtail's routable page, with the access decision before any of its views."""

    class Meta:
        abstract = True

    def resolve_subpage(self, path: str) -> Any:
        """A file has no slash at the end of its address: ``feed.xml``, ``calendar.ics``."""
        name = path.rstrip("/")
        return super().resolve_subpage(name if "." in name else path)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A view of the page is the page: nothing comes between the address and the decision."""
        result = super().route(request, path_components)
        is_own = result.page is self and "missing_english" not in result.kwargs
        if is_own and not self._may_be_served(request):
            raise Http404
        return result

    def serve(
        self,
        request: HttpRequest,
        view: Any = None,
        args: Any = None,
        kwargs: Any = None,
        **state: Any,
    ) -> HttpResponse:
        if view is None or state:
            return BasePage.serve(self, request, **state)
        if not self._may_be_served(request):
            raise Http404
        request.served_page = self  # type: ignore[attr-defined]
        return super().serve(request, view, args, kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return BasePage.get_context(self, request)
