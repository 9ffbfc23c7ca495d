"""The first look at a file: what would stop the import as a whole, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
                _("Line %(number)d: the column external_id is missing.") % {"number": cells.number}
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
        listed = "; ".join(
            ngettext("%(name)s (line %(lines)s)", "%(name)s (lines %(lines)s)", len(lines))
            % {"name": name, "lines": ", ".join(map(str, lines))}
            for name, lines in list(twice.items())[:MOST_LISTED]
        )
        raise FileProblem(
            _("Each external_id may appear only once; repeated: %(listed)s.") % {"listed": listed}
        )
    return checked
