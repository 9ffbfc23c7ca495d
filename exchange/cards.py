"""Meetings and products as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from base.listing import Entry
from networks.labels import NetworkLabel, network_labels

from .models import ProductState

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


def networks_by_path(request: HttpRequest) -> dict[str, NetworkLabel]:
    """The visible networks by tree path: a meeting's or product's parent without a query each."""
    return {label.path: label for label in network_labels(request).values()}


def directly_below(queryset: QuerySet, path: str) -> QuerySet:
    """The pages whose parent has this tree path."""
    return queryset.filter(path__startswith=path, depth=len(path) // queryset.model.steplen + 1)


def meeting_cards(items: Sequence[Entry], request: HttpRequest) -> list[dict[str, Any]]:
    """The inputs of ``components/meeting_card.html``; also enough for its timeline."""
    networks = networks_by_path(request)
    prefetch_related_objects([entry.original for entry in items], "host_city")
    now = timezone.now()
    cards = []
    for entry in items:
        page = entry.original
        network = networks.get(page.path[:-4])
        city = page.host_city
        cards.append(
            {
                "url": entry.address,
                "title": entry.title,
                "lead": entry.lead,
                "text": entry.lead,
                "lang": entry.lang,
                "start": page.start,
                "end": page.end,
                "mode": page.get_mode_display(),
                "kind": page.get_kind_display(),
                "city": city.label if city else "",
                "net": network.net if network else "",
                "network": network.title if network else "",
                "past": bool((page.end or page.start) and (page.end or page.start) < now),
                "original": page,
            }
        )
    return cards


def product_cards(items: Sequence[Entry], request: HttpRequest) -> list[dict[str, Any]]:
    """The inputs of ``components/product_card.html``."""
    networks = networks_by_path(request)
    states = {
        state.translation_key: state
        for state in ProductState.objects.filter(
            translation_key__in=[entry.original.translation_key for entry in items]
        )
    }
    cards = []
    for entry in items:
        page = entry.original
        network, state = networks.get(page.path[:-4]), states.get(page.translation_key)
        cards.append(
            {
                "url": entry.address,
                "title": entry.title,
                "lead": entry.lead,
                "lang": entry.lang,
                "type": page.get_type_display(),
                "stage": state.get_stage_display() if state else "",
                "addressee": page.get_level_display(),
                "version": page.version,
                "date": page.public_from,
                "net": network.net if network else "",
                "network": network.title if network else "",
                "final": bool(state and state.stage == "final"),
                "original": page,
            }
        )
    return cards
