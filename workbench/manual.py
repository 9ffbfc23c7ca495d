"""The editors' manual in the admin: ``docs/editors.md``, read where the work is done.

Each page type names the section about it (``BasePage.manual``); its forms lead there.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

MANUAL = Path(settings.PROJECT_DIR) / "docs" / "editors.md"
PICTURES = MANUAL.parent / "pictures"
_SIGNS = re.compile(r"[^\w\s-]")


def anchor_of(heading: str) -> str:
    """The anchor of a heading, as the manual's own table of contents and code hosts write it."""
    return _SIGNS.sub("", heading.lower()).strip().replace(" ", "-")


@cache
def _rendered(modified: float) -> str:
    """The manual as HTML, its title left out; made once for each change of the file."""
    markdown = MarkdownIt("commonmark", {"typographer": False}).enable("table")
    tokens = markdown.parse(MANUAL.read_text(encoding="utf-8"))
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor_of(tokens[place + 1].content))
        _lead_within_the_admin(token.children or [])
    body = next(n for n, token in enumerate(tokens) if token.type == "heading_close") + 1
    shown = list(_with_scrolling_tables(tokens[body:]))
    return markdown.renderer.render(shown, markdown.options, {})


def _with_scrolling_tables(tokens: list[Token]) -> Iterator[Token]:
    """Each table in a region of its own, called by its columns: wide ones scroll, by keys too."""
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            head = itertools.takewhile(lambda each: each.type != "thead_close", tokens[place:])
            columns = ", ".join(each.content for each in head if each.type == "inline")
            region = {"class": "manual__table", "role": "region", "tabindex": "0"}
            yield Token("region_open", "div", 1, region | {"aria-label": columns}, block=True)
        yield token
        if token.type == "table_close":
            yield Token("region_close", "div", -1, block=True)


def _lead_within_the_admin(tokens: list[Token]) -> None:
    """Pictures come through the admin; links to other files of the repository lead nowhere here."""
    is_text = False
    for token in tokens:
        if token.type == "image":
            name = str(token.attrGet("src")).rpartition("/")[2]
            token.attrSet("src", reverse("manual_picture", args=[name]))
            token.attrSet("loading", "lazy")
        elif token.type == "link_open":
            is_text = not str(token.attrGet("href")).startswith(("#", "http"))
            if is_text:
                token.tag, token.attrs = "span", {}
        elif token.type == "link_close" and is_text:
            token.tag = "span"


def show_manual(request: HttpRequest) -> HttpResponse:
    html = _rendered(MANUAL.stat().st_mtime)
    return TemplateResponse(request, "workbench/manual/manual.html", {"manual": mark_safe(html)})


def show_picture(request: HttpRequest, name: str) -> FileResponse:
    path = PICTURES / name
    if path.parent != PICTURES or path.suffix != ".webp" or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/webp")
