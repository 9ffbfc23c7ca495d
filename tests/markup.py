"""Reading served pages: what they say in their own language, and what they mark as another's."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import html5lib

from base.models import BasePage

TEMPLATES = Path(__file__).parents[1] / "templates"


def has_template(model: type[BasePage]) -> bool:
    """Whether the template of a page type has been written."""
    return (TEMPLATES / model._meta.app_label / f"{_file_name(model)}.html").exists()


def _file_name(model: type[BasePage]) -> str:
    return Path(model.template).stem


def tree_of(html: bytes | str) -> ElementTree.Element:
    text = html.decode() if isinstance(html, bytes) else html
    return html5lib.parse(text, namespaceHTMLElements=False)


def without_polish(html: bytes | str) -> str:
    """The source of a page less everything inside an element marked ``lang="pl"``."""
    tree = tree_of(html)
    for parent in list(tree.iter()):
        for child in list(parent):
            if isinstance(child.tag, str) and child.get("lang") == "pl":
                _remove(parent, child)
    return ElementTree.tostring(tree, encoding="unicode", method="html")


def _remove(parent: ElementTree.Element, child: ElementTree.Element) -> None:
    """Take an element out; the text after it is its parent's and stays."""
    position = list(parent).index(child)
    if child.tail:
        if position:
            parent[position - 1].tail = (parent[position - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def attribute(html: bytes | str, path: str, name: str) -> str | None:
    """An attribute of the first element at a path: ``attribute(html, ".//link[@rel]", "href")``."""
    element = tree_of(html).find(path)
    return None if element is None else element.get(name)
