"""What a list is narrowed by, and what of it the reader's language has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet, Value

from .languages import ORIGINAL_LANGUAGE, active_language
from .listing import Entry, polish_entries
from .models import LanguageState

if TYPE_CHECKING:
    from django.http import HttpRequest

# How many titles stand behind "also N in Polish only"; the number itself is exact.
MOST_POLISH_ONLY = 50

Choice = tuple[str, Any]


class Filters:
    """The filters of a list, kept in its address; a value that does not exist is ignored.

    ``allowed`` holds each filter's values with their labels; ``free`` names parameters that hold
    any text (a name searched for).
    """

    def __init__(
        self,
        request: HttpRequest,
        allowed: dict[str, list[Choice]],
        *,
        free: Iterable[str] = (),
    ):
        self.request = request
        self.allowed = allowed
        self.chosen = {
            name: value
            for name, values in allowed.items()
            if (value := request.GET.get(name, "")) in {each for each, _label in values}
        }
        for name in free:
            if text := " ".join(request.GET.get(name, "").split())[:200]:
                self.chosen[name] = text

    def get(self, name: str) -> str:
        return self.chosen.get(name, "")

    def address(self, **changes: str) -> str:
        """The query string with changes; an empty value drops its filter, any change the page."""
        parameters = self.request.GET.copy()
        for name in [*parameters]:
            if name not in self.chosen:
                del parameters[name]
        for name, value in changes.items():
            parameters.pop(name, None)
            if value:
                parameters[name] = value
        query = parameters.urlencode()
        return f"?{query}" if query else "?"

    def page_address(self, number: int) -> str:
        return self.address(page=str(number)) if number > 1 else self.address()

    def links(self, name: str, everything: str) -> list[dict[str, Any]]:
        """The options of ``components/sort_links.html``; the first takes the filter back."""
        return [
            {
                "id": f"{name}-{value or 'all'}",
                "label": label,
                "url": self.address(**{name: value}),
                "current": value == self.get(name),
            }
            for value, label in [("", everything), *self.allowed[name]]
        ]

    def select(self, name: str, everything: str) -> dict[str, Any]:
        """The options and hidden fields of ``components/select_filter.html``."""
        return {
            "options": [
                {"value": value, "label": label, "selected": value == self.get(name)}
                for value, label in [("", everything), *self.allowed[name]]
            ],
            "hidden": self.hidden(name),
        }

    def hidden(self, *besides: str) -> list[dict[str, str]]:
        """The other filters, for a form that changes one of them."""
        return [
            {"name": name, "value": value}
            for name, value in self.chosen.items()
            if name not in besides
        ]


def is_readable() -> Exists | Value:
    """Whether an original has a page in the reader's language, for annotations and filters."""
    if active_language() == ORIGINAL_LANGUAGE:
        return Value(True)
    states = LanguageState.objects.filter(translation_key=OuterRef("translation_key"))
    return Exists(states.exclude(state=LanguageState.State.POLISH_ONLY))


def in_readers_language(queryset: QuerySet) -> QuerySet:
    """Those with a page in the reader's language, decided in the database for whole lists."""
    return queryset if active_language() == ORIGINAL_LANGUAGE else queryset.filter(is_readable())


def only_in_polish(found: QuerySet, request: HttpRequest) -> tuple[list[Entry], int]:
    """What ``found`` holds in Polish only, in its own order, and how many there are."""
    if active_language() == ORIGINAL_LANGUAGE:
        return [], 0
    polish = found.exclude(pk__in=in_readers_language(found).order_by().values("pk"))
    shown = polish_entries(polish[:MOST_POLISH_ONLY], request)
    return shown, polish.count() if len(shown) == MOST_POLISH_ONLY else len(shown)
