"""Every page type in both languages: valid HTML, and queries that do not grow with the site."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree

import html5lib
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import whole_site
from tests.markup import tree_of

# Attributes that name other elements of the page by their ids.
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
INTERACTIVE = {"a", "button", "input", "select", "textarea", "summary", "label"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The most queries a page may ask, whatever the size of the site, with nothing of it cached but
# the names of its sections and what funders want said.
BUDGET = 25


@pytest.fixture(scope="module")
def filled(shared, commit):
    with commit():
        whole_site.fill()
        # So that every list has something beside the page one is on.
        whole_site.add("Jeszcze raz", "Once more")


def problems_of(html: bytes) -> list[str]:
    """What is wrong with a page: syntax, ids, references, nesting and the order of headings."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(html.decode())
    found = [f"{place}: {code}" for place, code, _data in parser.errors]
    tree = tree_of(html)
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    found += [f"id {name} stands {number} times" for name, number in ids.items() if number > 1]
    for element in tree.iter():
        named = [name for key in REFERENCES for name in (element.get(key) or "").split()]
        anchor = element.get("href") or ""
        if anchor.startswith("#") and len(anchor) > 1:
            named.append(anchor[1:])
        found += [f"<{element.tag}> names {name}, which is not there" for name in named
                  if name not in ids]  # fmt: skip
    found += _nested(tree)
    levels = [HEADINGS.index(element.tag) + 1 for element in tree.iter() if element.tag in HEADINGS]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} headings of the first level")
    found += [f"h{after} follows h{before}" for before, after in pairwise(levels)
              if after > before + 1]  # fmt: skip
    return found


def _nested(tree: ElementTree.Element) -> list[str]:
    """Interactive elements within interactive ones, blocks within headings, lists of no items."""
    found = []
    for element in tree.iter():
        inside = [child for child in element.iter() if child is not element]
        if element.tag in ("a", "button"):
            found += [f"<{child.tag}> in <{element.tag}>" for child in inside
                      if child.tag in INTERACTIVE]  # fmt: skip
        if element.tag in HEADINGS:
            found += [f"role {child.get('role')} in a heading" for child in inside
                      if child.get("role")]  # fmt: skip
        if element.tag in ("ul", "ol"):
            found += [f"<{child.tag}> in <{element.tag}>" for child in element
                      if child.tag not in ("li", "script", "template")]  # fmt: skip
    return found


def test_the_validator_finds_what_is_wrong():
    wrong = (
        b"<!doctype html><html lang=pl><title>x</title><h1 id=a>x</h1><h3 id=a>y</h3><ul><p>z</ul>"
    )
    assert len(problems_of(wrong)) >= 3
    assert problems_of(b"<!doctype html><html lang=pl><title>x</title><h1>x</h1>") == []


@pytest.mark.parametrize("language", whole_site.LANGUAGES)
def test_every_page_is_valid_html(filled, client, language):
    found = {}
    for address in whole_site.addresses(language):
        response = client.get(address)
        assert response.status_code in (200, 404), address
        if problems := problems_of(response.content):
            found[address] = problems
    assert found == {}


@pytest.mark.parametrize("language", whole_site.LANGUAGES)
def test_a_page_says_its_language_and_marks_the_other(filled, client, language):
    for address in whole_site.addresses(language):
        tree = tree_of(client.get(address).content)
        assert tree.get("lang") == language, address


def queries_of(client: Client, address: str) -> int:
    """How many queries a page asks when what is kept for a minute has just been read."""
    cache.clear()
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_queries_stay_within_the_budget_and_do_not_grow(filled, client, commit):
    addresses = [address for language in whole_site.LANGUAGES
                 for address in whole_site.addresses(language)]  # fmt: skip
    few = {address: queries_of(client, address) for address in addresses}
    with commit():
        for number in range(1, 4):
            whole_site.add(f"Więcej {number}", f"More {number}")
    many = {address: queries_of(client, address) for address in addresses}
    # A list that has become longer than what is shown of it is counted: one query more.
    grown = {address: (few[address], number) for address, number in many.items()
             if number > few[address] + 1}  # fmt: skip
    dear = {address: number for address, number in many.items() if number > BUDGET}
    assert grown == {}
    assert dear == {}
