"""Facets: what a list of results can be narrowed by, with counts, kept in the address.

Several values of one facet widen (or), several facets narrow (and). The counts of a facet ignore
its own choice, so every value shows how many results it would add.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from base import access
from networks.labels import network_labels
from networks.models import NetworkPage
from practices.models.vocabularies import (
    CostBand,
    Difficulty,
    FollowsFrom,
    Kind,
    LegalBasisKind,
    Offer,
    RecordLevel,
    Stage,
    TimeToLaunch,
    Verification,
)
from registers.models import City, FundingSource, Tag, Theme
from registers.models.vocabularies import CityKind, SizeClass, Voivodeship

from .arrays import array_of_outer
from .finding import visible_documents

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

    from base.access import Reader

    from .hits import Hits

MOST_VALUES = 20


@dataclass(frozen=True)
class Facet:
    """One way to narrow: its parameter in the address, its column, and its values' names."""

    name: str
    label: str | Promise
    column: str
    # Values in their own order; ``None`` means by count, with names from ``label_values``.
    vocabulary: Any = None


FEATURES = [
    ("not_repeated", _("says what the city would not repeat")),
    ("pack", _("has documents to download")),
    ("fresh", _("confirmed in the last 12 months")),
]

FACETS = [
    Facet("theme", _("Theme"), "themes"),
    Facet("network", _("Network"), "networks"),
    Facet("voivodeship", _("Voivodeship"), "voivodeships", Voivodeship.choices),
    Facet("size", _("Size of the city"), "sizes", SizeClass.choices),
    Facet("kind", _("Kind of solution"), "kind", Kind.choices),
    Facet("stage", _("Stage"), "stage", Stage.choices),
    Facet("cost", _("Total cost"), "cost_band", CostBand.choices),
    Facet("year", _("Year of start"), "year"),
    Facet("time", _("Time to launch"), "time_to_launch", TimeToLaunch.choices),
    Facet(
        "difficulty",
        _("Difficulty"),
        "difficulty",
        [(str(value), label) for value, label in Difficulty.choices],
    ),
    Facet("verification", _("Verification"), "verification", Verification.choices),
    Facet("funding", _("Funding"), "funding"),
    Facet("follows", _("Follows from"), "follows_from", FollowsFrom.choices),
    Facet("legal", _("Legal basis"), "legal_kinds", LegalBasisKind.choices),
    Facet("offers", _("The city offers"), "offers", Offer.choices),
    Facet("feature", _("The record"), "features", FEATURES),
    Facet("level", _("Record level"), "level", RecordLevel.choices),
    Facet("city_kind", _("Kind of municipality"), "city_kinds", CityKind.choices),
    Facet("tag", pgettext_lazy("facet", "Tag"), "tags"),
    Facet("city", _("City"), "cities"),
]
BY_NAME = {facet.name: facet for facet in FACETS}
# Chosen from links elsewhere; without a list of their own, which would be endless.
_REGISTERS: dict[str, Any] = {"tag": Tag, "city": City}
NOT_LISTED = set(_REGISTERS)


@dataclass(frozen=True)
class FacetValue:
    """A value one can choose: its address chooses it, or takes it back when it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class FacetGroup:
    facet: Facet
    values: list[FacetValue]

    @property
    def has_choice(self) -> bool:
        return any(value.chosen for value in self.values)


class Choices:
    """What is chosen in the address: ``?theme=climate&size=5k_20k&size=20k_50k``."""

    def __init__(self, parameters: QueryDict, user: Reader = access.ANONYMOUS):
        self.parameters = parameters
        self._user = user
        self.chosen = {
            facet.name: list(dict.fromkeys(parameters.getlist(facet.name)))[:MOST_VALUES]
            for facet in FACETS
            if any(parameters.getlist(facet.name))
        }

    def __bool__(self) -> bool:
        return bool(self.chosen)

    def apply(self, hits: Hits) -> Hits:
        """Narrow by every facet."""
        for field, values in self.sought.items():
            hits = hits.having(field, values)
        return hits

    @cached_property
    def sought(self) -> dict[str, list[str]]:
        """What documents are asked for, by their fields.

        What belongs to a network that the reader may not see is not found by it.
        """
        sought = {BY_NAME[name].column: values for name, values in self.chosen.items()}
        if "networks" in sought:
            seen = NetworkPage.objects.originals().visible_to(self._user)
            named = seen.filter(slug__in=sought["networks"])
            sought["networks"] = list(named.values_list("slug", flat=True))
        return sought

    def address(self, **changes: Any) -> str:
        """The query string with changes: a value toggled, or a parameter set or dropped."""
        parameters = self.parameters.copy()
        parameters.pop("page", None)
        for name, value in changes.items():
            if value is None:
                parameters.pop(name, None)
            elif name in BY_NAME:
                values = parameters.getlist(name)
                toggled = (
                    [each for each in values if each != value]
                    if value in values
                    else [*values, value]
                )
                parameters.setlist(name, toggled)
                if not toggled:
                    parameters.pop(name, None)
            else:
                parameters[name] = value
        query = parameters.urlencode()
        return f"?{query}" if query else "?"

    def without_facets(self) -> str:
        """The address with no facet chosen; the words searched for stay."""
        return self.address(**dict.fromkeys(BY_NAME))

    def chips(self, labels: Labels) -> list[FacetValue]:
        """What is chosen, each with the address that takes it back."""
        for name in _REGISTERS.keys() & self.chosen.keys():
            labels.look_up(name, self.chosen[name])
        return [
            FacetValue(
                value, f"{BY_NAME[name].label}: {labels.of(name, value)}", 0, True,
                self.address(**{name: value}),
            )
            for name, values in self.chosen.items()
            for value in values
        ]  # fmt: skip


class Labels:
    """The names of facet values in the reader's language, read once a request."""

    def __init__(self, request: HttpRequest) -> None:
        self._user = request.user
        self._themes = {theme.code: theme for theme in Theme.objects.select_related("parent")}
        self._networks = {label.slug: label.title for label in network_labels(request).values()}
        self._funding = {source.code: source.label for source in FundingSource.objects.all()}
        self._looked_up: dict[tuple[str, str], str] = {}

    def of(self, name: str, value: str) -> str:
        facet = BY_NAME[name]
        if facet.vocabulary is not None:
            return str(dict(facet.vocabulary).get(value, value))
        if name == "theme":
            return self._themes[value].label if value in self._themes else value
        if name == "network":
            return self._networks.get(value, value)
        if name == "funding":
            return self._funding.get(value, value)
        if name in _REGISTERS:
            self.look_up(name, [value])
            return self._looked_up[name, value]
        return value

    def look_up(self, name: str, slugs: Iterable[str]) -> None:
        """Read the names of tags or cities, those not yet known at once; an unknown is its slug."""
        unknown = [slug for slug in slugs if (name, slug) not in self._looked_up]
        if not unknown:
            return
        records = _REGISTERS[name].objects.filter(slug__in=unknown)
        if name == "tag":
            # One that only closed records bear has no name here; nor has one of nothing.
            bearing = visible_documents(self._user).filter(tags__contains=array_of_outer("slug"))
            records = records.filter(Exists(bearing))
        labels = {record.slug: record.label for record in records}
        self._looked_up |= {(name, slug): labels.get(slug, slug) for slug in unknown}

    def ordered(self, name: str, counts: dict[str, int]) -> list[str]:
        """The values of a facet in the order they are shown."""
        facet = BY_NAME[name]
        if facet.vocabulary is not None:
            return [value for value, _label in facet.vocabulary]
        if name == "theme":
            return [
                code
                for theme in self._themes.values()
                if theme.parent_id is None
                for code in [
                    theme.code,
                    *[each.code for each in self._themes.values() if each.parent_id == theme.pk],
                ]
            ]
        if name == "network":
            return list(self._networks)
        if name == "funding":
            return list(self._funding)
        return sorted(counts, reverse=True)


def groups(hits: Hits, choices: Choices, labels: Labels) -> list[FacetGroup]:
    """Every facet with the values that occur, counted under the other facets' choices."""
    listed = [facet for facet in FACETS if facet.name not in NOT_LISTED]
    counted = hits.counted([facet.column for facet in listed], choices.sought)
    result = []
    for facet in listed:
        counts = counted[facet.column]
        chosen = set(choices.chosen.get(facet.name, []))
        values = [
            FacetValue(
                value,
                labels.of(facet.name, value),
                counts.get(value, 0),
                value in chosen,
                choices.address(**{facet.name: value}),
            )
            for value in labels.ordered(facet.name, counts)
            if counts.get(value) or value in chosen
        ]
        if values:
            result.append(FacetGroup(facet, values))
    return result
