"""Practices and collections of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from networks.models import NetworkPage
from practices.models import (
    CollectionIndexPage,
    CollectionItem,
    CollectionPage,
    Funding,
    Indicator,
    PracticeIndexPage,
    PracticePage,
    PracticeState,
    Step,
)
from registers.models import Tag

from .files import image
from .networks import some_network
from .pages import SUMMARY, draft, index, made
from .registers import city, funding_source, person, tag


def practice(
    *,
    parent: PracticeIndexPage | None = None,
    published: bool = True,
    level: str = "full",
    tags: list[Tag] | None = None,
    networks: list[NetworkPage] | None = None,
    fill: Callable[[PracticePage], None] | None = None,
    **fields: Any,
) -> PracticePage:
    """A practice with everything the domain marks as required."""
    given = {
        "lead": "Jedno zdanie o rozwiązaniu.",
        "summary": SUMMARY[:400],
        "challenge": "<p>Było źle.</p>",
        "objectives": "<p>Miało być lepiej.</p>",
        "solution": "<p>Zrobiono to i owo.</p>",
        "results": "<p>Jest lepiej.</p>",
        "what_helped": "<p>Upór.</p>",
        "not_repeated": "<p>Zbyt późno zapytano mieszkańców.</p>",
        "transferability": "<p>Wystarczy chcieć.</p>",
        "unit": "Wydział Rozwoju",
        "kind": "service",
        "stage": "implemented",
        "start_year": 2022,
        "time_to_launch": "3_to_6_months",
        "total_cost": Decimal(120_000),
        "difficulty": 2,
        **fields,
    }
    for name, make in (("city", city), ("contact", person), ("cover", image)):
        if name not in given:
            given[name] = make()

    def complete(page: PracticePage) -> None:
        page.networks = [some_network()] if networks is None else networks
        page.tags.set([tag()] if tags is None else tags)
        page.steps = [Step(what=f"Krok {n}", duration_months=n, sort_order=n) for n in (1, 2, 3)]
        page.indicators = [Indicator(name="Czas obsługi", before=9, after=3, unit="dni")]
        page.funding = [Funding(source=funding_source(), amount=Decimal(120_000))]
        PracticeState.objects.update_or_create(
            translation_key=page.translation_key, defaults={"level": level}
        )
        if fill is not None:
            fill(page)

    return made(
        PracticePage,
        parent or index(PracticeIndexPage),
        given,
        published=published,
        fill=complete,
    )


def archival_practice(**fields: Any) -> PracticePage:
    """An old, incomplete record, published as it came and marked so."""
    page = draft(
        PracticePage,
        index(PracticeIndexPage),
        **{"summary": "Dawno temu.", "city": city(), **fields},
    )
    PracticeState.objects.create(translation_key=page.translation_key, level="archival")
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def collection(
    *, published: bool = True, practices: list[PracticePage] | None = None, **fields: Any
) -> CollectionPage:
    def gather(page: CollectionPage) -> None:
        page.items = [CollectionItem(practice=each) for each in practices or [practice()]]

    given = {"lead": "Miasta w upale.", "introduction": "<p>Wstęp.</p>", **fields}
    return made(CollectionPage, index(CollectionIndexPage), given, published=published, fill=gather)
