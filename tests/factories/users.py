"""People who sign in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from users.models import User

from .numbers import number


def user(**fields: Any) -> User:
    return User.objects.create_user(f"osoba{number()}@example.org", **fields)


def administrator() -> User:
    return User.objects.create_superuser(f"admin{number()}@example.org")


def editor(below: Page, *permissions: str) -> User:
    """Somebody with page permissions below one page, and the way into the admin."""
    group = Group.objects.create(name=f"redakcja {number()}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in permissions or ("add_page", "change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group, page=below, permission=Permission.objects.get(codename=codename)
        )
    someone = user()
    someone.groups.add(group)
    return someone


def permit(someone: User, name: str) -> None:
    """Give somebody a right of the admin, named ``app.codename``, beside those they have."""
    app, _dot, codename = name.partition(".")
    someone.user_permissions.add(
        Permission.objects.get(content_type__app_label=app, codename=codename)
    )
