"""Somebody who reads with a browser, and what has been counted of it."""

from __future__ import annotations

import pytest
from django.test import Client

from readership.models import Downloads, PageViews, Searches
from readership.tally import tally

BROWSER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36"
)


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    """Every test begins with nothing counted; it is not written again before a test asks for it."""
    tally.write()
    for model in (PageViews, Searches, Downloads):
        model.objects.all().delete()


@pytest.fixture
def reader() -> Client:
    return Client(headers={"User-Agent": BROWSER})
