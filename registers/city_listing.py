"""The list of cities: those that take part, narrowed on a map and by filters; others by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from base.filters import Choice, Filters
from base.listing import page_links, paginate
from base.text import fold

from .cards import city_addresses, city_cards, county_label
from .models import City
from .models.vocabularies import SizeClass, Voivodeship
from .poland import VIEW_BOX
from .poland_map import points, shaded_voivodeships

if TYPE_CHECKING:
    from django.http import HttpRequest

PER_PAGE = 24
# Where the browser goes after a click on the map: the list, not the top of the page.
RESULTS = "#results-count"


@dataclass(frozen=True)
class Participation:
    """What higher rooms know of cities, by the city's primary key.

    ``roles`` are the cities' memberships as ``{net, title, role, slug}``; ``practices`` and
    ``meetings`` count what a city has described and hosted.
    """

    roles: Mapping[int, list[dict[str, Any]]] = field(default_factory=dict)
    practices: Mapping[int, int] = field(default_factory=dict)
    meetings: Mapping[int, int] = field(default_factory=dict)

    @property
    def cities(self) -> set[int]:
        return {*self.roles, *self.practices, *self.meetings}

    def in_network(self, slug: str) -> set[int]:
        return {city for city, roles in self.roles.items() if any(r["slug"] == slug for r in roles)}

    def counts(self, city: int) -> list[dict[str, Any]]:
        """The figures of a city's card."""
        practices, meetings = self.practices.get(city, 0), self.meetings.get(city, 0)
        figures = []
        if practices:
            label = ngettext("practice", "practices", practices)
            figures.append({"value": practices, "label": label})
        if meetings:
            label = ngettext("meeting hosted", "meetings hosted", meetings)
            figures.append({"value": meetings, "label": label})
        return figures


def city_list(
    request: HttpRequest, participation: Participation, networks: Sequence[Choice]
) -> dict[str, Any]:
    """What the list of cities shows for the address asked.

    Cities that take part come alone unless the reader asks for all of them or for a name: a name
    is looked for in the whole register.
    """
    filters = Filters(
        request,
        {
            "voivodeship": list(Voivodeship.choices),
            "size": list(SizeClass.choices),
            "network": list(networks),
            "scope": [("all", "")],
        },
        free=("q",),
    )
    taking_part = participation.cities
    everywhere = _narrowed(filters, participation)
    chosen = filters.get("voivodeship")
    found = [city for city in everywhere if chosen in ("", city.voivodeship)]
    joined = [city for city in found if city.pk in taking_part]
    others = [city for city in found if city.pk not in taking_part]
    whole_register = bool(filters.get("q") or filters.get("scope"))
    page = paginate([*joined, *others] if whole_register else joined, request, PER_PAGE)
    cards = _cards(page.object_list, participation)
    # With a name the map shows every city that bears it, otherwise those that take part.
    mapped = everywhere if filters.get("q") else [c for c in everywhere if c.pk in taking_part]
    return {
        "filters": filters,
        "query": filters.get("q"),
        "chosen": bool(filters.chosen),
        "count": page.paginator.count,
        "taking_part": [card for card in cards if card["takes_part"]],
        "others": [card for card in cards if not card["takes_part"]],
        "more": len(others) if not whole_register else 0,
        "more_url": filters.address(scope="all"),
        "fewer_url": filters.address(scope="") if filters.get("scope") else "",
        "voivodeship": filters.select("voivodeship", _("All voivodeships")),
        "size": filters.select("size", _("Any size")),
        "network": filters.select("network", _("All networks")),
        "search_hidden": filters.hidden("q", "scope"),
        "map": _map(mapped, filters, participation),
        "ways_out": _ways_out(filters, len(others)),
        **page_links(page, filters.page_address),
    }


def _narrowed(filters: Filters, participation: Participation) -> list[City]:
    """Everything but the voivodeship, which the map counts by; in the Polish order.

    One query: the register holds every city of Poland, about a thousand, and no more.
    """
    cities = City.objects.defer("description_pl", "description_en")
    if size := filters.get("size"):
        cities = cities.filter(size_class=size)
    if network := filters.get("network"):
        cities = cities.filter(pk__in=participation.in_network(network))
    query = fold(filters.get("q"))
    return [city for city in cities if any(query in name for name in city.folded_names or [""])]


def _cards(cities: Iterable[City], participation: Participation) -> list[dict[str, Any]]:
    cards = city_cards(cities)
    namesakes = Counter(card["name"] for card in cards)
    taking_part = participation.cities
    for card in cards:
        city = card["city"]
        card["counts"] = participation.counts(city.pk)
        card["roles"] = participation.roles.get(city.pk, [])
        card["takes_part"] = city.pk in taking_part
        if namesakes[card["name"]] > 1 and (county := county_label(city)):
            card["voivodeship"] = f"{card['voivodeship']}, {county}"
    return cards


def _map(cities: list[City], filters: Filters, participation: Participation) -> dict[str, Any]:
    chosen = filters.get("voivodeship")
    counts = Counter(city.voivodeship for city in cities)
    shown = [city for city in cities if chosen in ("", city.voivodeship)]
    nets = _nets(filters.get("network"), participation)
    addresses = city_addresses(shown)

    def address(teryt: str) -> str:
        return filters.address(voivodeship="" if teryt == chosen else teryt) + RESULTS

    return {
        "view_box": VIEW_BOX,
        "voivodeships": shaded_voivodeships(counts, chosen=chosen, address=address),
        "cities": points(shown, addresses=addresses, nets=nets),
    }


def _nets(network: str, participation: Participation) -> dict[int, str]:
    """The colour of the one network asked for; a city in several networks has no colour."""
    return {
        city: role["net"]
        for city, roles in participation.roles.items()
        for role in roles
        if role["slug"] == network
    }


def _ways_out(filters: Filters, others: int) -> list[dict[str, str]]:
    """What an empty list leads to; never nowhere."""
    ways = []
    if others and not filters.get("scope") and not filters.get("q"):
        label = ngettext(
            "%(count)d city that is not in the networks yet",
            "%(count)d cities that are not in the networks yet",
            others,
        )
        ways.append({"label": label % {"count": others}, "url": filters.address(scope="all")})
    for name, label in (
        ("q", _("without the name")),
        ("voivodeship", _("in all of Poland")),
        ("size", _("of any size")),
        ("network", _("in any network")),
    ):
        if filters.get(name) and len(filters.chosen) > 1:
            ways.append({"label": label, "url": filters.address(**{name: ""})})
    ways.append({"label": _("all cities that take part"), "url": "?"})
    return ways
