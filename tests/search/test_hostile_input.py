"""Whatever is asked of a search is answered, refused or not found; and an answer is well formed.

The addresses are found, not listed: each of the site's own that reads words, each of the API.
"""

from __future__ import annotations

import json
from itertools import count
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from search.facets import BY_NAME
from tests.hostile import HOSTILE, NO_NUMBERS, OF_SEARCHES

from . import canaries

# The others are asked of pages in tests/site/test_middleware.py.
TEXTS = {**OF_SEARCHES, **{kind: HOSTILE[kind] for kind in ("nul", "surrogate", "not utf-8")}}
# Of a site's search, and of the API's.
READ = ["page", "page_size", "limit", "sort", "view", "type", "lang", "available_in", "id"]
_visitors = count()


@pytest.fixture(scope="module")
def addresses(shared: Any, commit: Any) -> list[str]:
    """Every address that reads words, each in one of the languages, of a site with records."""
    with commit():
        canaries.open_site()
    ours = [
        address
        for place, language in enumerate(canaries.LANGUAGES)
        for number, (name, address) in enumerate(sorted(canaries.named(language)))
        if name in canaries.QUERIES and (number % 2 == place or name == "list")
    ]
    return [*ours, *(path for path, parameters in canaries.paths() if "q" in parameters)]


def ask(address: str) -> Any:
    """Each time from another network address, so that no limit is met."""
    n = next(_visitors)
    client = Client(raise_request_exception=False, REMOTE_ADDR=f"10.1.{n >> 8}.{n & 255}")
    response = client.get(address)
    assert response.status_code in (200, 302, 400, 404, 414), address[:200]
    check(response)
    return response


def check(response: Any) -> None:
    """What says that it is JSON or XML is."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if kind.endswith("json"):
        json.loads(response.content)
    elif kind.endswith("xml"):
        ElementTree.fromstring(response.content)


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_words_are_answered_or_refused(addresses, kind):
    statuses = {ask(f"{address}?q={TEXTS[kind]}").status_code for address in addresses}
    assert statuses <= {200, 400}


def test_what_readers_may_type_is_answered(addresses):
    assert {ask(f"{address}?q=retencji").status_code for address in addresses} == {200}


@pytest.mark.parametrize("value", NO_NUMBERS, ids=lambda value: value[:20] or "nothing")
def test_no_number_and_no_code_is_an_error(addresses, value):
    names = [*READ, *BY_NAME]
    for address in addresses:
        ask(f"{address}?q=retencja&" + "&".join(f"{name}={value}" for name in names))


@pytest.mark.parametrize("value", ["a", "%EF%BF%BF"])
def test_a_parameter_may_be_repeated_without_end(addresses, value):
    for address in addresses:
        for name, times in (("theme", 50), ("q", 499), ("a", 5_000)):
            ask(f"{address}?" + "&".join([f"{name}={value}"] * times))


@pytest.mark.parametrize("kind", ["nul", "sql", "half a character", "two thousand letters", "like"])
def test_no_identifier_is_an_error(addresses, kind):
    value = TEXTS[kind].replace("+", "%20")
    for path, _parameters in canaries.paths():
        if "{id}" in path:
            assert ask(path.replace("{id}", value)).status_code in (400, 404)
    assert ask(f"/open-data/{value}").status_code in (400, 404)
