"""The networks a reader may see, by name, colour and icon; read once a request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from base.listing import entries
from base.relations import ids_of

from .models import NetworkPage

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True)
class NetworkLabel:
    """What a card says of a network. ``net`` is its colour's name in the style sheets."""

    pk: int
    slug: str
    net: str
    icon: str
    title: str
    theme: str
    url: str
    closed: bool
    number: int | None
    kind: str
    state: str
    lead: str
    lang: str | None
    path: str

    @property
    def label(self) -> str:
        return self.title

    @property
    def programme_path(self) -> str:
        """Where in the tree the programme stands that the network belongs to."""
        return self.path[: -NetworkPage.steplen]


def network_labels(request: HttpRequest) -> dict[int, NetworkLabel]:
    """Every visible network by its original's primary key, in the order of the tree.

    In English those with an English page: a label stands in too many places (filters, lists of
    names, descriptions of pictures) for a Polish name to be marked as Polish in each.
    """
    cached = getattr(request, "_network_labels", None)
    if cached is not None:
        return cached
    originals = NetworkPage.objects.originals().visible_to(request.user).order_by("path")
    labels = {
        entry.original.pk: _label(entry)
        for entry in entries(originals, request)
        if entry.page is not None
    }
    request._network_labels = labels  # type: ignore[attr-defined]
    return labels


def _label(entry: Any) -> NetworkLabel:
    facts, text = entry.original, entry.page
    return NetworkLabel(
        pk=facts.pk,
        slug=facts.slug,
        net=facts.colour,
        icon=facts.icon,
        title=text.short_name or entry.title,
        theme=text.theme_name,
        url=entry.address,
        closed=facts.access == "closed",
        number=facts.number,
        kind=facts.kind,
        state=str(facts.get_state_display()),
        lead=text.lead,
        lang=entry.lang,
        path=facts.path,
    )


def labels_of(ids: Iterable[int], request: HttpRequest) -> list[NetworkLabel]:
    """The labels of these networks, in the order of the tree; hidden ones are left out."""
    wanted = set(ids)
    return [label for pk, label in network_labels(request).items() if pk in wanted]


def network_ids(original: Any) -> list[int]:
    """The networks an original names in its ``networks`` fact, asked of the database once."""
    return ids_of(original, "networks")
