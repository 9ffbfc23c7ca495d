"""The whole index made anew, while readers search the old documents."""

from __future__ import annotations

from collections.abc import Iterator

from practices.models import PracticePage
from registers.models import City

from .bulk import BATCH, index_pages
from .indexing import VERSION, index_city, index_page, searched_models
from .models import SearchDocument
from .phrases import keep_registers


def is_outdated() -> bool:
    """Whether there are documents that an earlier way of indexing made."""
    return SearchDocument.objects.exclude(version=VERSION).exists()


def rebuild() -> Iterator[tuple[int, int]]:
    """Index everything anew and remove what is left over; yields (done, all) as it goes."""
    live = PracticePage.objects.originals().filter(live=True)
    practices = list(live.values_list("translation_key", flat=True))
    others = [
        page
        for model in searched_models()
        if model is not PracticePage
        for page in model.objects.originals().filter(live=True)
    ]
    cities = list(City.objects.all())
    total, done = len(practices) + len(others) + len(cities), 0
    for start in range(0, len(practices), BATCH):
        batch = practices[start : start + BATCH]
        index_pages(batch)
        done += len(batch)
        yield done, total
    for page in others:
        index_page(page)
        done += 1
        yield done, total
    for city in cities:
        index_city(city)
        done += 1
        yield done, total
    keep_registers()
    kept = [
        *[f"page:{key}" for key in practices],
        *[f"page:{page.translation_key}" for page in others],
        *[f"city:{city.pk}" for city in cities],
    ]
    SearchDocument.objects.exclude(key__in=kept).delete()
