"""What the site refuses to do, said to the person who asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from .telling import Words, unsaid

if TYPE_CHECKING:
    from .models import BasePage


class Missing(NamedTuple):
    """One thing a page lacks before it may be published: its field and what to tell the editor."""

    field: str
    label: Words
    message: Words

    def __str__(self) -> str:
        return f"{self.label}: {self.message}"


class Refusal(Exception):
    """An operation that a rule forbids; ``reasons`` are sentences for the person who asked.

    In the admin :class:`base.middleware.RefusalMiddleware` shows them and leads back; commands
    print them.
    """

    def __init__(self, *reasons: Words):
        super().__init__(*reasons)
        self.reasons = reasons

    @property
    def heading(self) -> str:
        return _("Not done:")

    def __str__(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


class PublicationRefused(Refusal):
    """A page that may not be published yet, and what it lacks."""

    def __init__(self, page: BasePage, missing: Iterable[Missing]):
        self.page = page
        self.missing = list(missing)
        super().__init__(*map(unsaid, self.missing))

    @property
    def heading(self) -> str:
        return _("“%(title)s” cannot be published yet. Missing:") % {
            "title": self.page.get_admin_display_title()
        }

    def __str__(self) -> str:
        return f"{self.heading} {super().__str__()}"
