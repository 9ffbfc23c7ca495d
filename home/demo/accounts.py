"""Accounts for trying the site out: one of each role, with passwords that everybody can read.

They exist where the settings say so only (``DEMO_ACCOUNTS``: development and tests).
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from base.refusals import Refusal
from registers.models import Person
from users.models import User

from ..roles import EDITORS, MODERATORS, TRANSLATORS, create_roles

# (role, e-mail address, password, name, group)
ACCOUNTS = [
    ("administrator", "administrator@example.org", "empirie-administrator", "Alicja Rybacka", None),
    ("moderator", "moderator@example.org", "empirie-moderator", "Marek Lipowski", MODERATORS),
    ("editor", "redaktor@example.org", "empirie-redaktor", "Ewa Zielińska", EDITORS),
    ("translator", "tlumacz@example.org", "empirie-tlumacz", "Teresa Walczak", TRANSLATORS),
]
# The coordinator of a network is whom its page names: this person of the demo content.
COORDINATOR = (
    "coordinator", "koordynator@example.org", "empirie-koordynator", "Joanna Kaczmarska-Molenda",
)  # fmt: skip
COORDINATOR_ID = "p-coord-1"


@transaction.atomic
def create_accounts() -> list[tuple[str, str, str]]:
    """Make what is missing of the accounts; returns (role, e-mail address, password) of each.

    An account that is there keeps the password somebody gave it; a coordinator is made where the
    demo content is. Raises :class:`Refusal` where the settings do not allow accounts with public
    passwords.
    """
    if not getattr(settings, "DEMO_ACCOUNTS", False):
        raise Refusal("Demo accounts have public passwords and exist in development only.")
    create_roles()
    made = []
    for role, email, password, name, group in ACCOUNTS:
        made.append((role, email, password))
        if User.objects.filter(email=email).exists():
            continue
        user = _create(email, password, name, is_administrator=group is None)
        if group:
            user.groups.add(Group.objects.get(name=group.name))
    person = Person.objects.filter(external_id=COORDINATOR_ID).first()
    if person is not None:
        role, email, password, name = COORDINATOR
        made.append((role, email, password))
        if not User.objects.filter(email=email).exists():
            person.user = _create(email, password, name)
            person.save()
    return made


def _create(email: str, password: str, name: str, *, is_administrator: bool = False) -> User:
    first_name, last_name = name.split(" ", 1)
    make = User.objects.create_superuser if is_administrator else User.objects.create_user
    return make(email, password, first_name=first_name, last_name=last_name)
