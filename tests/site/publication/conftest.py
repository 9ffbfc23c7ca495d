"""A page that lacks everything, and one that lacks nothing."""

from __future__ import annotations

import pytest

from news.models import NewsIndexPage, NewsPage
from tests import factories

from .lacking import fresh


@pytest.fixture
def draft(site_tree):
    """An article with a title and nothing else."""
    return factories.draft(NewsPage, factories.index(NewsIndexPage))


@pytest.fixture(scope="module")
def a_practice(shared, commit):
    with commit():
        return factories.practice()


@pytest.fixture
def practice(a_practice, db):
    return fresh(a_practice)
