"""When coordinators are mirrored: a network or a person has changed, and rights change with it."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from registers.models import Person

from . import coordinators
from .models import NetworkGroup, NetworkPage
from .models.network import NetworkPerson, NetworkRole


@receiver([page_published, page_unpublished], dispatch_uid="networks.mirror_coordinators")
def mirror_network(sender: type, instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, NetworkPage) and instance.is_original:
        coordinators.mirror([instance])


@receiver(post_save, sender=Person, dispatch_uid="networks.mirror_person")
def mirror_person(sender: type, instance: Person, raw: bool, **_kwargs: Any) -> None:
    """Their account, or the time they are active in, may have changed."""
    if raw:
        return
    rows = NetworkPerson.objects.filter(person=instance, role=NetworkRole.COORDINATOR)
    if networks := NetworkPage.objects.originals().filter(pk__in=rows.values("page")):
        coordinators.mirror(networks)


@receiver(post_delete, sender=NetworkGroup, dispatch_uid="networks.delete_group")
def delete_group(sender: type, instance: NetworkGroup, **_kwargs: Any) -> None:
    """A network that is deleted takes its group with it, and its coordinators' other rights."""
    Group.objects.filter(pk=instance.group_id).delete()
    coordinators.mirror([])
