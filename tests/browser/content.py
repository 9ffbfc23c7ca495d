"""A little content in both languages, through the same doors as editors' work."""

from home.structure import create_structure
from tests import factories


def fill() -> None:
    create_structure()
    theme = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
    tag = factories.tag(name="retencja", name_en="water retention", theme=theme)
    gorzow = factories.city(
        name_pl="Gorzów Wielkopolski", slug="gorzow-wielkopolski", voivodeship="08",
        population=115_000, latitude=52.73, longitude=15.24,
    )  # fmt: skip
    network = factories.translated_network(title="Klimat – MIASTO ZIELONE", short_name="Klimat")
    rain = factories.practice(
        title="Miejska retencja wody", city=gorzow, tags=[tag], networks=[network]
    )
    factories.english(rain, title="Rain stays in the city")
    factories.practice(title="Dęby przy szkołach", tags=[tag], networks=[network])
    meeting = factories.meeting(parent=network, title="Spotkanie nad Wartą")
    factories.english(meeting, title="A meeting by the Warta")
    article = factories.article(title="Deszcz w liczbach")
    factories.english(article, title="Rain in figures")
    factories.declaration()
