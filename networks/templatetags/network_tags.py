"""What the networks' room adds to other rooms' pages."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django import template
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy

from base.labels import in_language
from base.listing import entries
from base.relations import ids_by_page
from base.rows import Row, rows
from networks.labels import NetworkLabel, labels_of, network_ids, network_labels
from networks.models import Membership, NetworkPage, ProgrammePage
from networks.models.membership import Role
from networks.models.network import NetworkPerson
from networks.publicity import publicities
from registers.cards import city_cards, person_card
from registers.models import City, Theme
from registers.poland import VIEW_BOX, project, voivodeships
from registers.themes import family

register = template.Library()

_ROLE_HEADINGS = {
    Role.LEAD: gettext_lazy("Lead city"),
    Role.PARTNER: gettext_lazy("Partner cities"),
    Role.PARTICIPANT: gettext_lazy("Participants"),
    Role.OBSERVER: gettext_lazy("Observers"),
}
# A programme stands below root, home and the list of networks: four steps of four characters.
_PROGRAMME_PATH = 16


@register.simple_tag(takes_context=True)
def all_networks(context: dict[str, Any], kind: str = "") -> list[NetworkLabel]:
    """The visible networks in the order of the tree; of one kind if told."""
    labels = network_labels(context["request"]).values()
    return [label for label in labels if not kind or label.kind in kind.split()]


@register.simple_tag(takes_context=True)
def networks_of(context: dict[str, Any], original: Any) -> list[NetworkLabel]:
    """The networks a page with a ``networks`` fact belongs to."""
    found = ids_by_page(type(original), "networks", [original]).get(original.pk, [])
    return labels_of(found, context["request"])


@register.simple_tag(takes_context=True)
def networks_of_theme(context: dict[str, Any], theme: Theme) -> list[NetworkLabel]:
    """The networks that work on a theme or on one of its narrower themes."""
    themes = family(theme)
    ids = NetworkPage.objects.originals().filter(themes__in=themes).values_list("pk", flat=True)
    return labels_of(ids, context["request"])


@register.simple_tag
def members_of_network(network: NetworkPage) -> dict[str, Any]:
    """The cities of a network by name: ``{"current", "roles", "former"}``.

    ``roles`` are those of today by what they are in it, ``[(heading, members)]``; ``former`` were
    in it before and are not today.
    """
    members = Membership.objects.filter(network=network).select_related("city", "network")
    rows = sorted(members, key=lambda row: row.city.sort_key)
    current = [row for row in rows if row.is_current]
    cities = {row.city_id for row in current}
    ended = [row for row in rows if row.left is not None and row.left < timezone.localdate()]
    return {
        "current": current,
        "roles": [
            (heading, held)
            for role, heading in _ROLE_HEADINGS.items()
            if (held := [row for row in current if row.role == role])
        ],
        "former": [row for row in ended if row.city_id not in cities],
    }


@register.simple_tag(takes_context=True)
def memberships_of_city(context: dict[str, Any], city: City) -> list[dict[str, Any]]:
    """The open networks a city belongs to today, with its role and since when."""
    labels = network_labels(context["request"])
    return [
        {"network": labels[row.network_id], "role": row.get_role_display(), "since": row.joined}
        for row in Membership.objects.current().filter(city=city).order_by("network__path")
        if row.network_id in labels and not labels[row.network_id].closed
    ]


@register.simple_tag(takes_context=True)
def networks_by_city(context: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """Every city's current memberships in open networks: ``{city: [{net, title, slug, role}]}``.

    For lists and the map; who is in a closed network is its members' business.
    """
    labels = network_labels(context["request"])
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in Membership.objects.current().order_by("network__path"):
        label = labels.get(row.network_id)
        if label is not None and not label.closed:
            role = row.get_role_display() if row.role != Role.PARTICIPANT else ""
            found[row.city_id].append(
                {"net": label.net, "title": label.title, "slug": label.slug, "role": role}
            )
    return dict(found)


@register.simple_tag(takes_context=True)
def roles_of_people(context: dict[str, Any]) -> dict[int, dict[str, str]]:
    """What people do in open networks: ``{person: {role, net}}``, "coordinator – Cyfryzacja"."""
    labels = network_labels(context["request"])
    found: dict[int, dict[str, list[NetworkLabel]]] = defaultdict(lambda: defaultdict(list))
    for row in NetworkPerson.objects.filter(page__in=labels).order_by("page__path", "sort_order"):
        label = labels[row.page_id]
        if not label.closed:
            found[row.person_id][row.get_role_display()].append(label)
    return {
        person: {
            "role": "; ".join(
                f"{role} – {', '.join(label.title for label in held)}"
                for role, held in roles.items()
            ),
            "net": next(iter(roles.values()))[0].net,
        }
        for person, roles in found.items()
    }


@register.simple_tag
def member_counts() -> dict[int, int]:
    """How many cities each network has today, by the network's primary key."""
    rows = Membership.objects.current().values_list("network").annotate(n=Count("city"))
    return dict(rows.order_by())


@register.simple_tag
def count_member_cities() -> int:
    """How many cities are in some network today."""
    return Membership.objects.current().values("city").distinct().count()


@register.simple_tag(takes_context=True)
def publicity_of(context: dict[str, Any], page: Any) -> dict[str, Any] | None:
    """The publicity the funder of this page's programme asks for, and nobody else's.

    A page of a programme shows that programme's; a page of networks of one programme likewise;
    everything else shows the first programme's that has any.
    """
    known = publicities()
    path = _programme_path(page, context["request"])
    if path is not None:
        return known.get(path)
    return next((shown for shown in known.values() if shown), None)


def _programme_path(page: Any, request: Any) -> str | None:
    """Where the programme stands that a page belongs to, alone; nothing for a page of several."""
    original = getattr(page, "original", None)
    if original is None or original.pk is None:
        return None
    if hasattr(original, "networks"):
        paths = _programmes_of_networks(network_ids(original), request)
        return paths.pop() if len(paths) == 1 else None
    path = original.path[:_PROGRAMME_PATH]
    return path if path in publicities() else None


def _programmes_of_networks(ids: list[int], request: Any) -> set[str]:
    labels = network_labels(request)
    if all(pk in labels for pk in ids):
        return {labels[pk].programme_path for pk in ids}
    paths = NetworkPage.objects.filter(pk__in=ids).values_list("path", flat=True)
    return {path[: -NetworkPage.steplen] for path in paths}


@register.simple_tag(takes_context=True)
def network_card(context: dict[str, Any], page: Any) -> NetworkLabel | None:
    """The label of the network the editors feature; nothing where it is not visible."""
    return network_labels(context["request"]).get(page.pk) if page is not None else None


@register.simple_tag(takes_context=True)
def programmes(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Every programme in the reader's language with its networks."""
    request = context["request"]
    labels = list(network_labels(request).values())
    found = ProgrammePage.objects.originals().visible_to(request.user).order_by("path")
    return [
        {
            "entry": entry,
            "networks": [label for label in labels if label.programme_path == entry.original.path],
        }
        for entry in entries(found, request)
    ]


@register.simple_tag(takes_context=True)
def networks_of_programme(context: dict[str, Any], programme: Any) -> list[NetworkLabel]:
    labels = network_labels(context["request"]).values()
    return [label for label in labels if label.programme_path == programme.path]


@register.simple_tag
def people_of_network(network: NetworkPage) -> list[dict[str, Any]]:
    """Those who look after a network and agreed to be shown, as cards with their roles."""
    rows = network.people.select_related("person__city", "person__photo")
    return [
        person_card(row.person, role=row.get_role_display(), net=network.colour)
        for row in rows
        if row.person.is_shown
    ]


@register.simple_tag
def topics_of_network(page: NetworkPage) -> list[Row]:
    """The topics in the reader's language, with the meeting each was agreed at."""
    return rows(page, "topics")


@register.simple_tag(takes_context=True)
def map_of_members(context: dict[str, Any], members: list[Membership]) -> dict[str, Any]:
    """The members of a network on the map of Poland; see ``components/poland_map.html``."""
    cards = {card["city"].pk: card["url"] for card in city_cards([m.city for m in members])}
    points = []
    for row in members:
        if row.city.latitude is None or row.city.longitude is None:
            continue
        x, y = project(row.city.latitude, row.city.longitude)
        points.append(
            {
                "x": round(x, 1),
                "y": round(y, 1),
                "r": 11 if row.role == Role.LEAD else 8,
                "name": f"{row.city.label} – {row.get_role_display()}",
                "url": cards[row.city_id],
                "net": row.network.colour,
            }
        )
    shapes = [
        {"path": shape.path, "name": in_language(shape.name_pl, shape.name_en)}
        for shape in voivodeships().values()
    ]
    return {"cities": points, "voivodeships": shapes, "view_box": VIEW_BOX}
