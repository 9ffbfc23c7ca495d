"""A publication set for a time at which the page turned out to lack something.

The command that keeps the schedule publishes one page after another, so a refusal must not stop
it: the page stays as it was, its schedule is taken off, and its history and the editor who set
the time are told why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import Revision

from .languages import ORIGINAL_LANGUAGE
from .telling import in_each_language, unsaid
from .text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .models import BasePage
    from .refusals import Missing

MISSED = "base.schedule.missed"


def is_due(revision: Revision) -> bool:
    """Whether this revision is published by the clock, not by a person at the moment."""
    due = revision.approved_go_live_at
    return due is not None and due <= timezone.now()


def give_up(page: BasePage, revision: Revision, missing: Sequence[Missing]) -> None:
    """Take the schedule off a revision that may not be published, and say so."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    reasons = [in_each_language(unsaid(item)) for item in missing]
    log(instance=page, action=MISSED, revision=revision, data={"reasons": reasons})
    # The clock speaks no language of its own; the author may have chosen one.
    with override(ORIGINAL_LANGUAGE), override(_language_of(revision.user)):
        _tell(page, revision, [str(item) for item in missing])


def _language_of(author: Any) -> str:
    from wagtail.users.models import UserProfile  # needs the users; pages are loaded before

    if author is None:
        return ORIGINAL_LANGUAGE
    return UserProfile.get_for_user(author).get_preferred_language()


def _tell(page: BasePage, revision: Revision, reasons: Sequence[str]) -> None:
    address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    author = revision.user.email if revision.user else settings.EDITORS_EMAIL
    title = one_line(page.get_admin_display_title())
    send_mail(
        _("Not published: “%(title)s”") % {"title": title},
        "\n".join(
            [
                _(
                    "The page “%(title)s” was scheduled for publication, but some "
                    "things are missing:"
                )
                % {"title": title},
                "",
                *[f"– {reason}" for reason in reasons],
                "",
                _("Complete it and schedule it again: %(address)s") % {"address": address},
            ]
        ),
        settings.DEFAULT_FROM_EMAIL,
        [author],
        fail_silently=True,
    )
