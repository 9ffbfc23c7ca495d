"""HTML tables as lines of cells of equal number, spans written out."""

from __future__ import annotations

from typing import Any

# Bounds of what a span may claim.
WIDEST, TALLEST = 30, 500


def lines_of(table: Any) -> list[list[str]]:
    """Every row with as many cells as the widest; empty rows are left out."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table][:TALLEST]
    taken: dict[tuple[int, int], str] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while (y, x) in taken:
                x += 1
            words = _words(cell)
            wide, tall = _span(cell, "colspan", WIDEST), _span(cell, "rowspan", TALLEST)
            for down in range(min(tall, len(rows) - y)):
                for right in range(min(wide, WIDEST - x)):
                    taken[y + down, x + right] = words if not (down or right) else ""
            x += wide
    width = max((x for _y, x in taken), default=-1) + 1
    lines = [[taken.get((y, x), "") for x in range(width)] for y in range(len(rows))]
    return [line for line in lines if any(line)]


def _span(cell: Any, name: str, most: int) -> int:
    given = str(cell.get(name) or "1")
    return max(1, min(int(given), most)) if given.isdecimal() and len(given) < 6 else 1


def _words(cell: Any) -> str:
    """A divider of cells within a cell would make two of it."""
    return " ".join(" ".join(cell.strings).split()).replace("|", "/")
