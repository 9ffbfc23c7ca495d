"""The API described for people: everything in its document, in either language."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search.api.document import document
from tests.markup import tree_of


def page(language: str) -> bytes:
    with override(language):
        address = reverse("api_page")
    response = Client().get(address)
    assert response.status_code == 200
    return response.content


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_page_tells_every_address_parameter_and_field(site, language):
    told, html = document(language), page(language).decode()
    for path, methods in told["paths"].items():
        assert f"GET {path}" in html
        for parameter in methods["get"]["parameters"]:
            assert f"<code>{parameter['name']}</code>" in html
    for name, schema in told["components"]["schemas"].items():
        if "properties" in schema:
            assert f'id="schema-{name}"' in html
            assert all(f"<code>{field}</code>" in html for field in schema["properties"])


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_link_of_the_page_leads_somewhere(site, language):
    tree = tree_of(page(language))
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    main = tree.find(".//main")
    for link in main.iter("a"):
        href = link.get("href").removeprefix("http://127.0.0.1:8000")
        if href.startswith("#"):
            assert href[1:] in ids, href
        else:
            assert Client().get(href).status_code == 200, href


def test_no_id_stands_twice(site):
    ids = [e.get("id") for e in tree_of(page("en")).iter() if e.get("id")]
    assert len(ids) == len(set(ids))
