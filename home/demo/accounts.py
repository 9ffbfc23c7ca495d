"""Accounts for trying the site out: one of each role, with passwords that everybody can read.

They exist where the settings say so only (``DEMO_ACCOUNTS``: development and tests).
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from base.refusals import Refusal
from users.models import User

from ..roles import EDITORS, MODERATORS, create_roles

# (role, e-mail address, password, name, group)
ACCOUNTS = [
    ("administrator", "administrator@example.org", "empirie-administrator", "Alicja Rybacka", None),
    ("moderator", "moderator@example.org", "empirie-moderator", "Marek Lipowski", MODERATORS),
    ("editor", "redaktor@example.org", "empirie-redaktor", "Ewa Zielińska", EDITORS),
]


@transaction.atomic
def create_accounts() -> list[tuple[str, str, str]]:
    """Make what is missing of the accounts; returns (role, e-mail address, password) of each.

    An account that is there keeps the password somebody gave it. Raises :class:`Refusal` where
    the settings do not allow accounts with public passwords.
    """
    if not getattr(settings, "DEMO_ACCOUNTS", False):
        raise Refusal("Demo accounts have public passwords and exist in development only.")
    create_roles()
    for _role, email, password, name, group in ACCOUNTS:
        if User.objects.filter(email=email).exists():
            continue
        first_name, last_name = name.split(" ", 1)
        make = User.objects.create_user if group else User.objects.create_superuser
        user = make(email, password, first_name=first_name, last_name=last_name)
        if group:
            user.groups.add(Group.objects.get(name=group.name))
    return [(role, email, password) for role, email, password, *_rest in ACCOUNTS]
