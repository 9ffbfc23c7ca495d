"""What the site refuses to do, said to the person who asked."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise


class Missing(NamedTuple):
    """One thing a page lacks before it may be published: its field and what to tell the editor."""

    field: str
    label: str
    message: str

    def __str__(self) -> str:
        return f"{self.label}: {self.message}"


class Refusal(Exception):
    """An operation that a rule forbids; ``reasons`` are sentences for the person who asked.

    In the admin :class:`base.middleware.RefusalMiddleware` shows them and leads back; commands
    print them.
    """

    def __init__(self, *reasons: str | Promise):
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


class PublicationRefused(Refusal):
    """A page that may not be published yet."""

    def __init__(self, title: str, missing: Iterable[Missing]):
        self.missing = list(missing)
        super().__init__(f"„{title}”:", *(str(item) for item in self.missing))
