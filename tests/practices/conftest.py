from __future__ import annotations

import pytest

from registers.models import City
from tests import factories


@pytest.fixture
def zabrze(site_tree) -> City:
    return factories.city(name_pl="Zabrze", slug="zabrze", teryt="247801", population=150_000)
