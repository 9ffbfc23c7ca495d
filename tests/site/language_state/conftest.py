"""Pages in each state of their English."""

from __future__ import annotations

import pytest

from tests import factories

from .states import fresh


@pytest.fixture(scope="module")
def made(shared, commit):
    """A practice without English, one with an abstract, one in full; a draft of an article."""
    with commit():
        found = {name: factories.practice() for name in ("none", "abstract", "full")}
        factories.english(found["abstract"], full=False)
        factories.english(found["full"])
        found["draft"] = factories.article()
        factories.english(found["draft"], publish=False)
    return found


@pytest.fixture
def pages(made, db):
    return {name: fresh(page) for name, page in made.items()}
