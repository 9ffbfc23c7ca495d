"""A list of the admin asks the database as often whether it is short or long, and not too often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from practices.models import PracticePage
from tests import factories

SHORT, LONG = 2, 6

# How many queries each may take; most are Wagtail's menu, rights and filters.
BUDGETS = {
    "explorer, practices": 45,
    "explorer, English practices": 45,
    "explorer, meetings in order": 45,
    "search of pages": 25,
    "practices": 30,
    "meetings": 28,
    "products": 27,
    "news": 28,
    "networks": 26,
    "first page": 50,
    "translations": 35,
    "cities": 13,
    "people": 14,
    "tags": 14,
    "themes": 13,
    "funding sources": 13,
    "images": 17,
    "documents": 16,
}


def addresses() -> dict[str, str]:
    practice = PracticePage.objects.originals().first()
    explorer = {
        "explorer, practices": practice.get_parent(),
        "explorer, English practices": practice.english.get_parent(),
    }
    registers = {"cities": "city", "people": "person", "tags": "tag", "themes": "theme",
                 "funding sources": "fundingsource"}  # fmt: skip
    network = factories.some_network()
    return {
        **{name: reverse("wagtailadmin_explore", args=[p.pk]) for name, p in explorer.items()},
        "explorer, meetings in order":
            reverse("wagtailadmin_explore", args=[network.pk]) + "?ordering=ord",
        "search of pages": reverse("wagtailadmin_pages:search") + "?q=praktyka",
        "practices": reverse("practice_pages:index"),
        "meetings": reverse("meeting_pages:index"),
        "products": reverse("product_pages:index"),
        "news": reverse("news_pages:index"),
        "networks": reverse("network_pages:index"),
        "first page": reverse("wagtailadmin_home"),
        "translations": reverse("workbench_translations"),
        **{name: reverse(f"wagtailsnippets_registers_{model}:list")
           for name, model in registers.items()},
        "images": reverse("wagtailimages:index"),
        "documents": reverse("wagtaildocs:index"),
    }  # fmt: skip


def add_one_of_each() -> None:
    network = factories.some_network()
    factories.english(factories.practice(networks=[network]))  # with a city, a tag and a theme
    factories.meeting(parent=network)
    factories.product(parent=network)
    factories.article()
    factories.network()
    for make in (factories.person, factories.funding_source, factories.image, factories.document):
        make()


def queries(client: Client, address: str) -> int:
    client.get(address)  # what a process asks for once, and small pictures made once
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.fixture(scope="module")
def measured(shared: Any, commit: Callable[[], Any]) -> list[dict[str, int]]:
    """How many queries each list takes with few rows, and with three times as many."""
    client = Client()
    client.force_login(factories.administrator())
    figures = []
    for rows in (SHORT, LONG - SHORT):
        with commit():
            for _row in range(rows):
                add_one_of_each()
        figures.append({name: queries(client, to) for name, to in addresses().items()})
    return figures


@pytest.mark.parametrize("name", BUDGETS)
def test_a_longer_list_takes_no_more_queries(measured, name):
    short, long = measured
    assert long[name] == short[name] <= BUDGETS[name]
