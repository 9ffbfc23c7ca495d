"""Meetings and products of networks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from base import access
from base.models.records import Who
from exchange.models import MeetingPage, ProductPage
from networks.models import NetworkPage

from .networks import network
from .pages import SUMMARY, made
from .registers import city


def meeting(
    *, parent: NetworkPage | None = None, published: bool = True, **fields: Any
) -> MeetingPage:
    start = timezone.now() + timedelta(days=30)
    given = {
        "lead": "Spotkanie sieci.",
        "kind": "working",
        "mode": "on_site",
        "start": start,
        "end": start + timedelta(hours=5),
        **fields,
    }
    if "host_city" not in given:
        given["host_city"] = city()
    return made(MeetingPage, parent or network(), given, published=published)


def product(
    *, parent: NetworkPage | None = None, published: bool = True, public: bool = True, **fields: Any
) -> ProductPage:
    """A product of a network; one that everybody sees, unless told otherwise."""
    given = {
        "lead": "Poradnik dla urzędów.",
        "summary": SUMMARY,
        "type": "handbook",
        "level": "local",
        **fields,
    }

    def open_to_all(page: ProductPage) -> None:
        if public:
            access.set_audience(page, Who.PUBLIC)

    return made(ProductPage, parent or network(), given, published=published, fill=open_to_all)
