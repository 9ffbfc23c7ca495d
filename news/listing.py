"""Lists of news by category and year, and of multimedia by city, network and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from base.filters import Filters, in_readers_language, only_in_polish
from base.listing import entries, page_links
from networks.labels import network_labels
from registers.models import City

from .cards import media_cards, news_cards, with_card_facts
from .models import MediaKind, MultimediaPage, NewsCategory, NewsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.core.paginator import Page as PaginatorPage
    from django.http import HttpRequest


def _labelled(choices: Iterable[tuple[str, Any]], used: set[str]) -> list[tuple[str, str]]:
    return [(value, str(label)) for value, label in choices if value in used]


def _used(queryset: QuerySet, *fields: str) -> list[set[Any]]:
    """The values that occur in each field, in one query; ``year`` is the year of ``date``."""
    rows = queryset.order_by().annotate(year=ExtractYear("date")).values_list(*fields).distinct()
    return [set(column) - {None} for column in zip(*rows, strict=True)] or [set() for _ in fields]


def _years(used: set[int]) -> list[tuple[str, str]]:
    return [(str(year), str(year)) for year in sorted(used, reverse=True)]


def _network_choices(used: set[int], request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (label.slug, label.title) for pk, label in network_labels(request).items() if pk in used
    ]


def _shared(found: QuerySet, page: PaginatorPage, filters: Filters) -> dict[str, Any]:
    """What both lists say beside their cards."""
    newest = found.order_by(F("date").desc(nulls_last=True), "pk")
    polish_only, polish_count = only_in_polish(newest, filters.request)
    ways_out = [{"label": _("Show all"), "url": "?"}] if filters.chosen else []
    return {
        "results": page,
        "count": page.paginator.count,
        "chosen": bool(filters.chosen),
        "clear_url": "?",
        "ways_out": ways_out,
        "polish_only": polish_only,
        "polish_only_count": polish_count,
        **page_links(page, filters.page_address),
    }


def news_list(request: HttpRequest, paginate: Callable) -> dict[str, Any]:
    """The context of the news list: pinned first, then by date."""
    visible = NewsPage.objects.originals().visible_to(request.user)
    categories, years, networks = _used(
        in_readers_language(visible), "category", "year", "networks"
    )
    filters = Filters(
        request,
        {
            "category": _labelled(NewsCategory.choices, categories),
            "year": _years(years),
            "network": _network_choices(networks, request),
        },
    )
    lookups = {"category": "category", "year": "date__year", "network": "networks__slug"}
    found = visible.filter(**{lookups[name]: value for name, value in filters.chosen.items()})
    readable = with_card_facts(in_readers_language(found))
    pinned = Case(When(pinned_until__gte=timezone.localdate(), then=Value(0)), default=Value(1))
    page = paginate(readable.annotate(pinned=pinned).order_by("pinned", "-date", "pk"), request)
    return {
        "cards": news_cards(entries(page.object_list, request), request),
        "categories": filters.links("category", pgettext("all categories", "All")),
        "years": filters.select("year", pgettext("all years", "All")),
        "networks": filters.select("network", pgettext("all networks", "All")),
        **_shared(found, page, filters),
    }


def multimedia_list(request: HttpRequest, paginate: Callable) -> dict[str, Any]:
    """The context of the multimedia index."""
    visible = MultimediaPage.objects.originals().visible_to(request.user)
    kinds, cities, networks, years = _used(
        in_readers_language(visible), "kind", "city", "network", "year"
    )
    filters = Filters(
        request,
        {
            "kind": _labelled(MediaKind.choices, kinds),
            "city": [
                (city.slug, city.label)
                for city in City.objects.filter(pk__in=cities).order_by("sort_key")
            ],
            "network": _network_choices(networks, request),
            "year": _years(years),
        },
    )
    lookups = {
        "kind": "kind",
        "city": "city__slug",
        "network": "network__slug",
        "year": "date__year",
    }
    found = visible.filter(**{lookups[name]: value for name, value in filters.chosen.items()})
    readable = in_readers_language(found)
    page = paginate(readable.order_by(F("date").desc(nulls_last=True), "pk"), request)
    return {
        "cards": media_cards(entries(page.object_list, request), request),
        "kinds": filters.links("kind", pgettext("all kinds", "All")),
        "cities": filters.select("city", pgettext("all cities", "All")),
        "networks": filters.select("network", pgettext("all networks", "All")),
        "years": filters.select("year", pgettext("all years", "All")),
        **_shared(found, page, filters),
    }
