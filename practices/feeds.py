"""Good practices for feed readers."""

from __future__ import annotations

from base.feeds import FeedEntry
from base.listing import Entry
from registers.models import City

from .models import PracticeTag


def practice_entries(items: list[Entry]) -> list[FeedEntry]:
    """Practices with their tags; each is signed by its city."""
    originals = [entry.original for entry in items]
    cities = City.objects.in_bulk({page.city_id for page in originals if page.city_id})
    tags: dict[int, list[str]] = {}
    rows = PracticeTag.objects.filter(content_object__in=[page.pk for page in originals])
    for row in rows.select_related("tag").order_by("tag__sort_key"):
        if row.tag.label_language is None:
            tags.setdefault(row.content_object_id, []).append(row.tag.label)
    return [
        FeedEntry(
            entry,
            published=entry.original.first_published_at,
            updated=entry.page.last_published_at or entry.original.first_published_at,
            categories=tags.get(entry.original.pk, []),
            author=cities[entry.original.city_id].label if entry.original.city_id else "",
        )
        for entry in items
    ]
