"""Who may do what in the admin: Wagtail's two groups under Polish names, with sensible rights.

Given once; afterwards the groups are the administrators' to change. Editors write and submit;
moderators publish, decide on states and keep the registers. Administrators may do everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page, Task, Workflow

MODERATORS_APPROVAL = "Akceptacja moderatora"


@dataclass(frozen=True)
class Role:
    """A group: its name in Wagtail's migrations, ours, and its rights.

    ``models`` are permissions as ``app.codename``, beside those Wagtail gives for images,
    documents and translations.
    """

    wagtail_name: str
    name: str
    pages: tuple[str, ...]
    models: tuple[str, ...]


def _all_of(*models: str) -> tuple[str, ...]:
    """Every right to these models, named ``app.model``."""
    return tuple(
        f"{app}.{action}_{model}"
        for app, _dot, model in (name.partition(".") for name in models)
        for action in ("add", "change", "delete", "view")
    )


EDITORS = Role(
    "Editors",
    "Redaktorzy",
    ("add_page", "change_page"),
    (
        "registers.change_city", "registers.view_city",
        "registers.view_theme", "registers.view_fundingsource",
        "registers.add_tag", "registers.change_tag", "registers.view_tag",
        "registers.add_person", "registers.change_person", "registers.view_person",
        "networks.view_membership",
        "search.add_glossaryentry", "search.change_glossaryentry", "search.view_glossaryentry",
    ),
)  # fmt: skip
MODERATORS = Role(
    "Moderators",
    "Moderatorzy",
    ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
    (
        "practices.add_importrun",
        *_all_of(
            "registers.city",
            "registers.theme",
            "registers.tag",
            "registers.person",
            "registers.fundingsource",
            "networks.membership",
            "search.glossaryentry",
        ),
    ),
)
ROLES = (EDITORS, MODERATORS)


@transaction.atomic
def create_roles() -> None:
    """Name the groups and give them their rights; a group that has its name is left alone."""
    for role in ROLES:
        if not Group.objects.filter(name=role.name).exists():
            _give(role)
    for model in (Workflow, Task):
        model.objects.filter(name="Moderators approval").update(name=MODERATORS_APPROVAL)


def _give(role: Role) -> None:
    group = Group.objects.filter(name=role.wagtail_name).first() or Group()
    group.name = role.name
    group.save()
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=role.pages
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in role.models:
        app, _dot, codename = name.partition(".")
        permission = Permission.objects.get(content_type__app_label=app, codename=codename)
        group.permissions.add(permission)
