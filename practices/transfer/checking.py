"""The first look at a file: what would stop the import as a whole, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from base.telling import Words, said, said_together

from .reading import FileProblem, Table
from .values import Unreadable, line_of

MOST_LISTED = 20


@dataclass
class Checked:
    """How many records a file has, and their identifiers."""

    records: int = 0
    names: set[str] = field(default_factory=set)


def check(table: Table) -> Checked:
    """Go through the whole file. Raises :class:`FileProblem`."""
    checked = Checked()
    twice: dict[str, list[int]] = {}
    for cells in table.lines():
        checked.records += 1
        if "external_id" not in cells.columns:
            raise FileProblem(
                said(_("Line %(number)d: the column external_id is missing."), number=cells.number)
            )
        try:
            name = line_of(cells.columns["external_id"])
        except Unreadable:
            continue  # said of the record itself
        if name and name in checked.names:
            twice.setdefault(name, []).append(cells.number)
        checked.names.add(name)
    checked.names.discard("")
    if twice:
        listed = [_again(name, lines) for name, lines in list(twice.items())[:MOST_LISTED]]
        message = _("Each external_id may appear only once; repeated: %(listed)s.")
        raise FileProblem(said(message, listed=said_together(listed, "; ")))
    return checked


def _again(name: str, lines: list[int]) -> Words:
    text = ngettext_lazy("%(name)s (line %(lines)s)", "%(name)s (lines %(lines)s)", len(lines))
    return said(text, name=name, lines=said_together(lines, ", "))
