"""Practices as cards: the facts one judges by, for many practices in a handful of queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from base.language_state import badge_of as language_state_of
from base.listing import Entry
from base.pictures import CARD, Shape, credit_line, pictures_of
from base.relations import ids_by_page, with_ids
from networks.labels import labels_of

from .models import PracticePage, PracticeState
from .models.vocabularies import CostBand, Verification

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

# The single facts and records a card shows.
_FACTS = ("city", "cover", "language_state")
VERIFICATION_LEVELS = {name: level for level, name in enumerate(Verification.values, start=1)}


def with_card_facts(originals: QuerySet) -> QuerySet:
    """Practices that bring along what their cards show."""
    return with_ids(originals.select_related(*_FACTS), "networks")


def practice_cards(
    items: Sequence[Entry], request: HttpRequest, *, shape: Shape = CARD, with_cover: bool = True
) -> list[dict[str, Any]]:
    """The inputs of ``components/practice_card.html`` for each entry, in order.

    A list read :func:`with_card_facts` saves the queries for them.
    """
    originals = [entry.original for entry in items]
    keys = [page.translation_key for page in originals]
    prefetch_related_objects(originals, *_FACTS)
    networks = ids_by_page(PracticePage, "networks", originals)
    states = {state.translation_key: state for state in PracticeState.objects.filter(
        translation_key__in=keys)}  # fmt: skip
    covers = pictures_of([page.cover for page in originals], shape) if with_cover else {}
    today = timezone.localdate()
    cards = []
    for entry in items:
        page = entry.original
        city, state = page.city, states.get(page.translation_key)
        band = CostBand.of(page.total_cost)
        cards.append(
            {
                "url": entry.address,
                "title": entry.title,
                "lead": entry.lead,
                "lang": entry.lang,
                "city": city.label if city else "",
                "city_size": city.get_size_class_display() if city else "",
                "networks": labels_of(networks.get(page.pk, []), request),
                "year": page.start_year,
                "cost": CostBand(band).label if band else "",
                "time": page.get_time_to_launch_display(),
                "stage": page.get_stage_display(),
                "verification": state.get_verification_display() if state else "",
                "verification_level": VERIFICATION_LEVELS.get(state.verification, 1)
                if state
                else 1,
                "language_state": language_state_of(page.state_of_english),
                "level": state.level if state else "full",
                "stale": bool(state and state.due_on and state.due_on < today),
                "cover": covers.get(page.cover_id),
                "original": page,
            }
        )
    return cards


def with_credit(card: dict[str, Any]) -> dict[str, Any]:
    """A card large enough to credit its cover."""
    return {**card, "credit": credit_line(card["original"].cover)}
