"""News for feed readers."""

from __future__ import annotations

from base.feeds import FeedEntry
from base.listing import Entry

from .models import NewsTag


def news_entries(items: list[Entry]) -> list[FeedEntry]:
    """Articles with their category and tags, dated as their pages are."""
    tags: dict[int, list[str]] = {}
    rows = NewsTag.objects.filter(content_object__in=[entry.original.pk for entry in items])
    for row in rows.select_related("tag").order_by("tag__sort_key"):
        if row.tag.label_language is None:
            tags.setdefault(row.content_object_id, []).append(row.tag.label)
    return [
        FeedEntry(
            entry,
            published=entry.original.date,
            updated=entry.page.last_published_at or entry.original.date,
            categories=[entry.original.get_category_display(), *tags.get(entry.original.pk, [])],
            author=entry.original.author_name,
        )
        for entry in items
    ]
