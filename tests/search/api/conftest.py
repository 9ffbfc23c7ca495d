"""A site with public and closed records, as programs ask for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from base import access
from base.models.records import Who
from tests import factories

CLOSED = "Kanarek"


@pytest.fixture(scope="module")
def site(shared: Any, commit: Any) -> SimpleNamespace:
    """One of everything, in one or both languages, and a closed record of every kind."""
    with commit():
        climate = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
        retention = factories.tag(name="retencja", name_en="water retention", theme=climate)
        hidden = factories.tag(name=f"{CLOSED} słowo", theme=climate)
        gorzow = factories.city(
            name_pl="Gorzów Wielkopolski", slug="gorzow-wielkopolski", teryt="086101",
            voivodeship="08", population=115_000,
        )  # fmt: skip
        network = factories.translated_network(title="Klimat – MIASTO ZIELONE", slug="klimat")
        secret = factories.network(title=f"{CLOSED} sieć", slug="tajna")
        rain = factories.practice(
            title="Miejska retencja wody", external_id="p-1", city=gorzow, tags=[retention],
            networks=[network, secret],
        )  # fmt: skip
        factories.english(rain, title="Rain stays in the city")
        oak = factories.practice(
            title="Dęby przy szkołach", external_id="p-2", networks=[network], tags=[retention],
            stage="pilot",
        )  # fmt: skip
        meeting = factories.meeting(parent=network, title="Spotkanie nad Wartą", host_city=gorzow)
        product = factories.product(parent=network, title="Poradnik retencji")
        article = factories.article(title="Deszczówka w szkołach")
        article.tags.set([retention])
        article.save_revision().publish()
        closed = [
            factories.practice(title=f"{CLOSED} praktyka", tags=[hidden], networks=[network]),
            factories.meeting(parent=network, title=f"{CLOSED} spotkanie"),
            factories.product(parent=network, title=f"{CLOSED} produkt"),
            factories.article(title=f"{CLOSED} artykuł"),
            secret,
        ]
    with commit():
        for page in closed:
            access.set_audience(page, Who.MEMBERS)
    return SimpleNamespace(
        rain=rain, oak=oak, meeting=meeting, product=product, article=article, network=network,
        gorzow=gorzow, theme=climate, tag=retention, hidden_tag=hidden, closed=closed,
    )  # fmt: skip
