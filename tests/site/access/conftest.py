"""Pages to be closed."""

from __future__ import annotations

import pytest

from tests import factories

from .closing import ENGLISH_PLAIN_TITLE, ENGLISH_TITLE, PLAIN_TITLE, TITLE, fresh


@pytest.fixture(scope="module")
def made(shared, commit):
    """A practice, an article and a plain page with a page below, each in both languages."""
    with commit():
        practice = factories.practice(title=TITLE)
        article = factories.article(title=TITLE)
        plain = factories.plain_page(title=PLAIN_TITLE)
        below = factories.plain_page(title=f"{PLAIN_TITLE} od środka", parent=plain)
        for page in (practice, article):
            factories.english(page, title=ENGLISH_TITLE)
        for page in (plain, below):
            factories.english(page, title=ENGLISH_PLAIN_TITLE)
        alias = article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")
    return {"practice": practice, "article": article, "plain": plain, "below": below,
            "alias": alias}  # fmt: skip


@pytest.fixture
def pages(made, db):
    return {name: fresh(page) for name, page in made.items()}
