"""Coordinators of networks: who they are stands on the networks' pages, and rights follow.

A coordinator is the user of a person whom a published network names as its coordinator, while the
person is active. A group per network mirrors that, with rights to the network's page and to what
is below it; one group more, :data:`COORDINATORS_GROUP`, holds all coordinators and what they may
do besides. Both are written here only: when a network is published or goes, when a person is
changed, and nightly; what somebody put in by hand is put right again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission

from users.models import User

from .models import NetworkGroup, NetworkPage
from .models.network import NetworkPerson, NetworkRole

COORDINATORS_GROUP = "Koordynatorzy"
# Coordinators write and submit; what readers see is the moderators' to decide.
RIGHTS = ("add_page", "change_page")
COORDINATORS_CHANGED = "networks.coordinators"


def in_force() -> QuerySet[NetworkPerson]:
    """The rows that make somebody a coordinator today, in Warsaw."""
    today = timezone.localdate()
    person = "person__active_"
    return NetworkPerson.objects.filter(
        Q(**{f"{person}from__isnull": True}) | Q(**{f"{person}from__lte": today}),
        Q(**{f"{person}to__isnull": True}) | Q(**{f"{person}to__gte": today}),
        role=NetworkRole.COORDINATOR,
        person__user__isnull=False,
        page__in=NetworkPage.objects.originals().filter(live=True),
    )


@transaction.atomic
def mirror(networks: Iterable[NetworkPage] | None = None) -> int:
    """Write the groups of these networks, all unless told otherwise; how many had to change."""
    if networks is None:
        networks = NetworkPage.objects.originals()
    changed = sum([_mirror(network) for network in networks])
    _gather()
    return changed


def _mirror(network: NetworkPage) -> bool:
    users = set(in_force().filter(page=network).values_list("person__user", flat=True))
    kept = NetworkGroup.objects.filter(network=network).select_related("group").first()
    if kept is None:
        if not users:
            return False
        kept = NetworkGroup.objects.create(
            network=network, group=Group.objects.create(name=_name_of(network))
        )
    group = kept.group
    if group.name != _name_of(network):
        group.name = _name_of(network)
        group.save()
    rights_changed = _give_rights(group, network)
    had = set(group.user_set.values_list("pk", flat=True))
    if had != users:
        group.user_set.set(users)
        data = {"given": sorted(users - had), "taken": sorted(had - users)}
        log(instance=network, action=COORDINATORS_CHANGED, data=data)
    return rights_changed or had != users


def _name_of(network: NetworkPage) -> str:
    """Two networks may have one title; the number tells their groups apart."""
    return f"{COORDINATORS_GROUP}: {network.title[:110]} (nr {network.pk})"


def _give_rights(group: Group, network: NetworkPage) -> bool:
    """Exactly :data:`RIGHTS`, to this network only; whether anything else was there."""
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=RIGHTS)
    right_ones = GroupPagePermission.objects.filter(page=network, permission__in=rights)
    wrong, _each = (
        GroupPagePermission.objects.filter(group=group)
        .exclude(pk__in=right_ones.values("pk"))
        .delete()
    )
    missing = rights.exclude(pk__in=right_ones.filter(group=group).values("permission"))
    made = [
        GroupPagePermission.objects.create(group=group, page=network, permission=permission)
        for permission in missing
    ]
    wrong += group.permissions.count() + group.collection_permissions.count()
    group.permissions.clear()
    group.collection_permissions.all().delete()
    return bool(wrong or made)


def _gather() -> None:
    """Keep all coordinators, and nobody else, in the group they share, where there is one."""
    shared = Group.objects.filter(name=COORDINATORS_GROUP).first()
    if shared is not None:
        shared.user_set.set(User.objects.filter(groups__network_group__isnull=False).distinct())


def put_right(user: Any) -> None:
    """Take from ``user`` the groups whose network does not name them today."""
    held = NetworkGroup.objects.filter(group__user=user).select_related("network")
    networks = [each.network for each in held]
    if not networks:
        return
    rows = in_force().filter(person__user=user, page__in=networks)
    named = set(rows.values_list("page", flat=True))
    if lapsed := [network for network in networks if network.pk not in named]:
        mirror(lapsed)
