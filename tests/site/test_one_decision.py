"""Pages are read through the one access decision, in code and templates."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ROOMS = [
    "home",
    "workbench",
    "search",
    "news",
    "exchange",
    "practices",
    "networks",
    "registers",
    "readership",
]

# Files that write or arrange pages and show none, with what they need the bare manager for.
WRITERS = {
    "practices/transfer/tree.py": "places for new pages, many at once",
    "practices/transfer/bulk.py": "two tables of many pages, written at once",
    "home/demo/pages.py": "the place of a page of the demo content",
    "practices/transfer/saving.py": "aliases of the pages just written",
    "practices/admin_import/undoing_registers.py": "whether any draft names a tag or a person",
    "registers/curation/bearers.py": "versions of pages that bear a tag, written anew",
    "registers/curation/undoing.py": "how many of an operation's pages are left, by number alone",
    "search/keeping.py": "documents are made of all that is live; who may find one is asked later",
    "search/signals.py": "which documents to make anew",
    "workbench/condition/examining.py": "whether what a text links to is there at all",
    "workbench/condition/keeping.py": "examines all that is live; reports name what one may edit",
    "workbench/condition/orphans.py": "counted and named within what one may edit",
    "workbench/translation/board.py": "whether originals that are visible have an English draft",
    "readership/figures.py": "which counts have no page any more",
}


def sources(folder: str, suffix: str) -> list[Path]:
    return [
        path
        for path in sorted((PROJECT / folder).rglob(f"*.{suffix}"))
        if "migrations" not in path.parts
    ]


def unguarded_in(source: str) -> list[str]:
    """Bare managers, children and ``public()`` in source, unless handed straight to visible()."""
    tree = ast.parse(source)
    inside_visible = {
        node
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _called(call.func) in ("visible", "can_see", "listed")
        for argument in call.args
        for node in ast.walk(argument)
    }
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node in inside_visible:
            continue
        is_bare = node.attr == "objects" and _called(node.value) == "Page"
        is_public = node.attr == "public" and "Person" not in ast.unparse(node.value)
        if is_bare or is_public or node.attr == "get_children":
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_reads_pages_past_the_decision(room):
    found = [
        f"{path.relative_to(PROJECT)}:{line}"
        for path in sources(room, "py")
        if str(path.relative_to(PROJECT)) not in WRITERS
        for line in unguarded_in(path.read_text())
    ]

    assert found == []


def test_no_template_reads_pages_past_the_decision():
    pattern = re.compile(r"\.(get_children|get_siblings|get_descendants|public)\b")
    found = [
        f"{path.relative_to(PROJECT)}: {match.group()}"
        for path in sources("templates", "html")
        for match in pattern.finditer(path.read_text())
    ]

    assert found == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Page.objects.filter(pk=1)", 1),
        ("page.get_children()", 1),
        ("NewsPage.objects.live().public()", 1),
        ("access.visible(Page.objects.filter(pk=1), user)", 0),
        ("NewsPage.objects.originals().visible_to(user)", 0),
        ("Person.objects.public()", 0),
    ],
)
def test_the_lint_catches_what_it_is_for(source, count):
    assert len(unguarded_in(source)) == count
