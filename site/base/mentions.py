"""Mentions: "@" and somebody's name or e-mail address in a comment, and the mail they get.

Only people who work in the admin can be mentioned, so that a comment is no way to find out who
has an account; only those who may edit the page are told, since the comment is part of it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin import messages
from wagtail.admin.mail import send_mail
from wagtail.models import Page
from wagtail.users.models import UserProfile

from .text import one_line

logger = logging.getLogger(__name__)

# An address has an "@" too, between its letters.
_MENTION = re.compile(r"(?<![\w.+-])@(?=\w)")
# As long as a name of somebody here may be: two first names and a double surname.
_MOST_WORDS = 4
_WORD = re.compile(r"[\w.+-]+(?:@[\w-]+(?:\.[\w-]+)+)?")


@dataclass
class Mentioned:
    """Whom texts mention: people, each with those texts, and names of nobody or of several."""

    people: dict[Any, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)


def mentioned_in(texts: Iterable[str]) -> Mentioned:
    """Whom the texts mention, each once, whatever the case of the letters."""
    found = Mentioned()
    named: dict[str, list[Any]] | None = None
    for text in texts:
        for mark in _MENTION.finditer(text):
            named = _called() if named is None else named
            _add(found, text, mark.end(), named)
    return found


def _called() -> dict[str, list[Any]]:
    """Everybody who works in the admin, by address and by full name, in small letters."""
    people: dict[str, list[Any]] = {}
    way_in = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    working_here = get_user_model().objects.filter(
        Q(is_superuser=True) | Q(groups__permissions__in=way_in) | Q(user_permissions__in=way_in),
        is_active=True,
    )
    for user in working_here.distinct():
        for name in {user.email, user.get_full_name()} - {""}:
            people.setdefault(" ".join(name.casefold().split()), []).append(user)
    return people


def _add(found: Mentioned, text: str, start: int, named: dict[str, list[Any]]) -> None:
    written = " ".join(text[start:].split())
    meant = [
        name for name in named if re.match(rf"{re.escape(name)}(?!\w|[.-]\w)", written.casefold())
    ]
    if not meant:
        found.unknown.append(_as_typed(written))
        return
    # "Jan Kowalski" is no mention of a Jan.
    name = max(meant, key=len)
    if len(named[name]) > 1:
        found.ambiguous.append(named[name][0].get_full_name())
    elif text not in found.people.setdefault(named[name][0], []):
        found.people[named[name][0]].append(text)


def _as_typed(written: str) -> str:
    """The name that nobody has: its first word, and those after it that begin as names do."""
    name: list[str] = []
    for word in written.split()[:_MOST_WORDS]:
        said = _WORD.match(word)
        if said is None or (name and not word[0].isupper()):
            break
        name.append(said[0].rstrip(".-"))
        if name[-1] != word:
            break
    return " ".join(name)


def tell(request: HttpRequest, page: Page, texts: list[str]) -> None:
    """Mail those whom the texts mention, and say to their author who gets no mail, and why."""
    found = mentioned_in(texts)
    for user, of_user in found.people.items():
        if user == request.user:
            continue
        if not page.permissions_for_user(user).can_edit():
            problem = _("%(name)s cannot edit this page and was not told about your comment.")
            messages.warning(request, problem % {"name": user})
            continue
        _mail(request.user, user, page, of_user)
    for name in found.unknown:
        problem = _(
            "Nobody who works here is called “%(name)s”: write the full name or the e-mail address."
        )
        messages.warning(request, problem % {"name": name})
    for name in found.ambiguous:
        problem = _("Several people are called “%(name)s”: write the e-mail address.")
        messages.warning(request, problem % {"name": name})


def _mail(author: Any, user: Any, page: Page, texts: list[str]) -> None:
    """In the language the reader has chosen for the admin, else in Polish; a failure stops no
    saving.
    """
    address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    profile = UserProfile.get_for_user(user)
    with override(settings.LANGUAGE_CODE), override(profile.get_preferred_language()):
        names = {"name": author, "title": page.get_admin_display_title()}
        subject = one_line(_("%(name)s mentioned you in a comment on “%(title)s”") % names)
        answer = _("Reply on the page: %(address)s") % {"address": address}
        try:
            send_mail(subject, "\n".join([f"{subject}:", "", *texts, "", answer]), [user.email])
        except Exception:
            logger.exception("A mention was not mailed.")
