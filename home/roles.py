"""Who may do what in the admin: groups under Polish names, with sensible rights.

Given once; afterwards the groups are the administrators' to change. Editors write and submit;
translators write and publish English; coordinators write of their own network and submit;
moderators publish, decide on states and keep the registers. Administrators may do everything.
What each may open is said in docs/rights.md.

Who is a coordinator, and of which network, is not decided here: :mod:`networks.coordinators`
derives it from the networks' pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
)

from networks.coordinators import COORDINATORS_GROUP
from news.models import NewsIndexPage
from practices.models import PracticeIndexPage

from .models import HomePage

MODERATORS_APPROVAL = "Akceptacja moderatora"

# Where rights to pages are given; each holds below the page too.
EVERYWHERE, ENGLISH, PRACTICES, NEWS = "everywhere", "english", "practices", "news"


@dataclass(frozen=True)
class Role:
    """A group: its name in Wagtail's migrations, ours, and its rights.

    ``pages`` are rights to pages by the place they hold at, ``files`` those to the images and
    documents of the topmost collection. ``models`` are permissions as ``app.codename``. A group
    of Wagtail's has files and translations from Wagtail already.
    """

    wagtail_name: str
    name: str
    pages: dict[str, tuple[str, ...]]
    models: tuple[str, ...]
    files: tuple[str, ...] = field(default=())


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
    {EVERYWHERE: ("add_page", "change_page")},
    (
        "registers.change_city", "registers.view_city",
        "registers.view_theme", "registers.view_fundingsource",
        "registers.add_tag", "registers.change_tag", "registers.view_tag",
        "registers.add_person", "registers.change_person", "registers.view_person",
        "networks.view_membership",
        "search.add_glossaryentry", "search.change_glossaryentry", "search.view_glossaryentry",
        "workbench.view_term",
    ),
)  # fmt: skip
TRANSLATORS = Role(
    "",
    "Tłumacze",
    {ENGLISH: ("change_page", "publish_page")},
    (
        "wagtail_localize.submit_translation",
        *_all_of("workbench.term"),
        *(
            f"registers.{action}_{model}"
            for model in ("city", "theme", "tag", "person", "fundingsource")
            for action in ("change", "view")
        ),
    ),
    ("wagtailimages.change_image", "wagtailimages.choose_image"),
)
COORDINATORS = Role(
    "",
    COORDINATORS_GROUP,
    {PRACTICES: ("add_page",), NEWS: ("add_page",)},
    (
        "registers.view_city", "registers.view_theme", "registers.view_tag",
        "registers.view_person", "registers.view_fundingsource", "networks.view_membership",
    ),
    # Their own only: choosing among all would show them what lies in closed collections.
    ("wagtailimages.add_image", "wagtaildocs.add_document"),
)  # fmt: skip
MODERATORS = Role(
    "Moderators",
    "Moderatorzy",
    {
        EVERYWHERE: (
            "add_page", "change_page", "publish_page", "lock_page", "unlock_page",
            "bulk_delete_page",
        )
    },
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
            "workbench.term",
        ),
    ),
)  # fmt: skip
ROLES = (EDITORS, TRANSLATORS, COORDINATORS, MODERATORS)


@transaction.atomic
def create_roles() -> None:
    """Name the groups and give them their rights; a group that has its name is left alone."""
    for role in ROLES:
        if not Group.objects.filter(name=role.name).exists():
            _give(role)
    for model in (Workflow, Task):
        model.objects.filter(name="Moderators approval").update(name=MODERATORS_APPROVAL)


def _place(name: str) -> Page:
    if name == EVERYWHERE:
        return Page.get_first_root_node()
    if name == ENGLISH:
        return HomePage.objects.originals().get().english
    return {PRACTICES: PracticeIndexPage, NEWS: NewsIndexPage}[name].objects.originals().get()


def _give(role: Role) -> None:
    group = Group.objects.filter(name=role.wagtail_name).first() or Group()
    group.name = role.name
    group.save()
    for place, codenames in role.pages.items():
        page = _place(place)
        for codename in codenames:
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=_permission(f"wagtailcore.{codename}")
            )
    for name in role.files:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=_permission(name)
        )
    for name in ("wagtailadmin.access_admin", *role.models):
        group.permissions.add(_permission(name))


def _permission(name: str) -> Permission:
    app, _dot, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
