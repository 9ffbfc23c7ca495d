"""Keeping documents in step with what they are made from: what there should be, made by key.

A key names a page's original or a city: ``page:<translation key>``, ``city:<id>``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page

from base.languages import original_locale_id
from practices.models import PracticePage
from registers.models import City

from .bulk import BATCH, index_pages, one_at_a_time
from .drafts import searched_models
from .indexing import index_city, index_page
from .models import SearchDocument


def key_of(translation_key: UUID) -> str:
    return f"page:{translation_key}"


def key_of_city(pk: int) -> str:
    return f"city:{pk}"


def batches(keys: Iterable[str]) -> Iterator[list[str]]:
    keys = list(dict.fromkeys(keys))
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


@transaction.atomic
def index_keys(keys: Iterable[str]) -> None:
    """Make the documents of these keys as their pages and cities are now; remove the others'."""
    one_at_a_time()
    keys = list(dict.fromkeys(keys))
    practices, others = originals_of(keys)
    index_pages(practices)
    cities = list(City.objects.filter(pk__in=cities_of(keys)))
    for page in others:
        index_page(page.specific)
    for city in cities:
        index_city(city)
    there = {
        *map(key_of, practices),
        *(key_of(page.translation_key) for page in others),
        *(key_of_city(city.pk) for city in cities),
    }
    SearchDocument.objects.filter(key__in=set(keys) - there).delete()


def index_what_can_be(keys: Sequence[str]) -> dict[str, Exception]:
    """Index these keys together, or one by one where that fails; returns those that cannot be."""
    try:
        index_keys(keys)
    except Exception as error:
        if len(keys) == 1:
            return {keys[0]: error}
    else:
        return {}
    failed: dict[str, Exception] = {}
    for key in keys:
        failed |= index_what_can_be([key])
    return failed


def originals_of(keys: Iterable[str]) -> tuple[list[UUID], list[Page]]:
    """Those of the keys that are originals: the practices' translation keys, and other pages."""
    wanted = [UUID(key.removeprefix("page:")) for key in keys if key.startswith("page:")]
    pages = Page.objects.filter(
        translation_key__in=wanted, locale_id=original_locale_id(), alias_of__isnull=True
    )
    types = ContentType.objects.get_for_models(*searched_models())
    practice = types.pop(PracticePage)
    practices = pages.filter(content_type=practice).values_list("translation_key", flat=True)
    return list(practices), list(pages.filter(content_type__in=types.values()))


def all_keys() -> list[str]:
    """Of everything that could have a document: all live originals, all cities."""
    live = Page.objects.filter(
        live=True, locale_id=original_locale_id(), alias_of__isnull=True
    ).order_by("pk")
    types = ContentType.objects.get_for_models(*searched_models())
    # Practices beside each other: they are made in batches.
    practices = live.filter(content_type=types.pop(PracticePage))
    others = live.filter(content_type__in=types.values())
    return [
        *map(key_of, practices.values_list("translation_key", flat=True)),
        *map(key_of, others.values_list("translation_key", flat=True)),
        *map(key_of_city, City.objects.order_by("pk").values_list("pk", flat=True)),
    ]


def cities_of(keys: Iterable[str]) -> list[int]:
    return [int(key.removeprefix("city:")) for key in keys if key.startswith("city:")]
