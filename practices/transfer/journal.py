"""What is kept of an import so that it can be undone: told within each batch's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registers.models import Person, Tag

    from .planning import Plan


class Journal:
    """Listens to an import; this one keeps nothing. ``by`` is the user the history names."""

    by: int | None = None

    def made(self, pk: int | None) -> bool:
        """Whether this very import made a practice: what is left alone is older."""
        return False

    def before(self, plans: Sequence[Plan]) -> None:
        """These are about to be written; the database has what was there before."""

    def after(self, plans: Sequence[Plan], made: Sequence[Tag | Person]) -> None:
        """These were written, and the registers gained what was ``made``."""


NO_JOURNAL = Journal()
