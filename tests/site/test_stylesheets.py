"""Stylesheets are whole: a rule left open takes all that follow with it, and no browser says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[2] / "site" / "static" / "css").glob("*.css"))
_APART = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^'\n]*'", re.S)


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.name for sheet in SHEETS])
def test_every_rule_is_closed_before_the_next_begins(sheet):
    depth, begun = 0, []
    for number, line in enumerate(_APART.sub("", sheet.read_text()).split("\n"), 1):
        for sign in re.findall(r"[{}]", line):
            if sign == "{":
                # Only rules of layers, media and containers hold others.
                assert not begun or begun[-1].startswith("@"), f"{sheet.name}: {number}"
                begun.append(line.strip())
            else:
                begun.pop()
        depth = len(begun)
    assert depth == 0
