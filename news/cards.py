"""Articles and multimedia as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import ngettext

from base.listing import Entry
from base.pictures import CARD, Shape, pictures
from base.relations import ids_by_page, with_ids
from networks.labels import NetworkLabel, labels_of
from registers.models import City

from .models import MultimediaImage, NewsPage

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

# A card names so many networks; one that concerns more of them says how many.
MOST_NETWORKS = 3


def _few(labels: list[NetworkLabel]) -> list[Any]:
    """The networks by name; their number alone where an article is everybody's."""
    if len(labels) <= MOST_NETWORKS:
        return labels
    title = ngettext("%(count)d network", "%(count)d networks", len(labels))
    return [{"net": "all", "title": title % {"count": len(labels)}}]


def with_card_facts(originals: QuerySet) -> QuerySet:
    """Articles that bring along what their cards show."""
    return with_ids(originals, "networks")


def news_cards(
    items: Sequence[Entry], request: HttpRequest, *, shape: Shape = CARD, with_cover: bool = True
) -> list[dict[str, Any]]:
    """The inputs of ``components/news_card.html``."""
    originals = [entry.original for entry in items]
    networks = ids_by_page(NewsPage, "networks", originals)
    covers = pictures([page.cover_id for page in originals], shape) if with_cover else {}
    today = timezone.localdate()
    return [
        {
            "url": entry.address,
            "title": entry.title,
            "lead": entry.lead,
            "lang": entry.lang,
            "date": entry.original.date,
            "category": entry.original.get_category_display(),
            "type": entry.original.get_type_display(),
            "networks": _few(labels_of(networks.get(entry.original.pk, []), request)),
            "cover": covers.get(entry.original.cover_id),
            "pinned": bool(entry.original.pinned_until and entry.original.pinned_until >= today),
            "closes_on": entry.original.closes_on,
            "is_over": entry.original.is_over,
            "original": entry.original,
        }
        for entry in items
    ]


def media_cards(items: Sequence[Entry], request: HttpRequest) -> list[dict[str, Any]]:
    """The inputs of ``components/media_card.html``."""
    originals = [entry.original for entry in items]
    covers = pictures([page.cover_id for page in originals], CARD)
    cities = City.objects.in_bulk({page.city_id for page in originals if page.city_id})
    counts = dict(
        MultimediaImage.objects.filter(page__in=[page.pk for page in originals])
        .values_list("page")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return [
        {
            "url": entry.address,
            "title": entry.title,
            "lang": entry.lang,
            "kind": entry.original.kind,
            "kind_label": entry.original.get_kind_display(),
            "cover": covers.get(entry.original.cover_id),
            "city": cities[entry.original.city_id].label if entry.original.city_id else "",
            "date": entry.original.date,
            "count": counts.get(entry.original.pk, 0),
            "original": entry.original,
        }
        for entry in items
    ]
