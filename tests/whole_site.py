"""A site with a page of every type in both languages, and where each of them stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from base.languages import locale_id
from base.models import BasePage
from home.structure import create_structure
from networks.models import Membership, NetworkPage
from networks.models.network import NetworkPerson
from practices.models import (
    Funding,
    GalleryImage,
    Indicator,
    LegalBasis,
    PackDocument,
    PracticePage,
    Step,
)
from registers.models import City, CityIndexPage, Tag, Theme, ThemeIndexPage
from tests import factories

LANGUAGES = ("pl", "en")


def fill() -> None:
    """One of everything in both languages, and practices with less."""
    create_structure()
    theme = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
    factories.theme(parent=theme)
    factories.tag(name="retencja", name_en="water retention", theme=theme)
    factories.city(
        name_pl="Gorzów Wielkopolski", slug="gorzow-wielkopolski", voivodeship="08",
        population=115_000, latitude=52.73, longitude=15.24,
    )  # fmt: skip
    network = factories.translated_network(title="Klimat – MIASTO ZIELONE", short_name="Klimat")
    rain = practice(title="Miejska retencja wody")
    factories.english(rain, title="Rain stays in the city")
    factories.practice(title="Dęby przy szkołach", tags=_tags(), networks=[network])
    factories.archival_practice(title="Dawna praktyka")
    factories.english(factories.declaration())
    add("Spotkanie nad Wartą", "A meeting by the Warta")


def add(polish: str, english: str) -> None:
    """One more of each type that there can be many of, each named after ``polish``."""
    network, tags = NetworkPage.objects.originals().get(title__startswith="Klimat"), _tags()
    gorzow = City.objects.get(slug="gorzow-wielkopolski")
    Membership.objects.create(
        network=network, city=factories.city(latitude=52, longitude=19), joined=date(2022, 4, 1)
    )
    network.people.add(NetworkPerson(person=factories.person(), role="coordinator"))
    network.save_revision().publish()
    shown = practice(title=f"{polish}: praktyka")
    made = [
        shown,
        factories.meeting(parent=network, title=polish, host_city=gorzow, practices_shown=[shown]),
        factories.product(parent=network, title=f"{polish}: produkt", practices=[shown]),
        factories.article(
            title=f"{polish}: aktualność", tags=tags, networks=[network], cities=[gorzow],
            cover=factories.image(), body=_blocks(),
        ),
        factories.gallery(title=f"{polish}: galeria", city=gorzow, network=network),
        factories.collection(title=f"{polish}: kolekcja", practices=[shown]),
        factories.plain_page(title=f"{polish}: strona", body=_blocks()),
    ]  # fmt: skip
    for page in made:
        title = page.title.replace(polish, english)
        factories.english(page, title=title.translate(str.maketrans("żćśąę", "zcsae")))


def practice(**fields: Any) -> PracticePage:
    """A practice with every kind of row, fact and file."""
    network = NetworkPage.objects.originals().get(title__startswith="Klimat")

    def complete(page: PracticePage) -> None:
        page.steps = [
            Step(what=f"Krok {n}", unit="Wydział", duration_months=Decimal(n)) for n in (1, 2, 3)
        ]
        page.indicators = [
            Indicator(name="Czas", before=9, after=3, unit="dni", year=2024, source="Urząd")
        ]
        page.funding = [
            Funding(source=factories.funding_source(), amount=Decimal(n)) for n in (60_000, 1)
        ]
        page.legal_basis = [
            LegalBasis(kind="council_resolution", number="XXI/345/20", title_pl="Uchwała")
        ]
        page.pack = [PackDocument(document=factories.document(), kind="form")]
        page.gallery = [GalleryImage(image=factories.image()) for _each in range(2)]

    return factories.practice(
        city=City.objects.get(slug="gorzow-wielkopolski"),
        tags=_tags(),
        networks=[network],
        offers=["talk"],
        follows_from=["strategy"],
        staff_fte=Decimal("1.5"),
        yearly_cost=Decimal(10_000),
        video_url="https://example.org/film",
        video_transcript="Widać ogród.",
        fill=complete,
        **fields,
    )


def _tags() -> list[Tag]:
    return list(Tag.objects.filter(name="retencja"))


def _blocks() -> list[tuple[str, Any]]:
    """Every block of an article, with something in it."""
    image = factories.image()
    return [
        ("frame", {"title": "Terminy", "text": "<p>Do piątku.</p>"}),
        ("gallery", {"title": "Spacer", "images": [image, factories.image()]}),
        ("heading", "Co dalej"),
        ("paragraph", "<p>Wydarzyło się <b>coś</b> dobrego.</p>"),
        ("quote", {"text": "Warto było.", "author": "Anna Przykładna, radna"}),
        ("table", {"caption": "Liczby", "rows": "rok | ile\n2022 | 7"}),
        ("image", {"image": image, "caption": "Rynek"}),
        (
            "video",
            {"title": "Film", "address": "https://example.org/f", "transcript": "Słychać deszcz."},
        ),
        ("file", {"title": "", "document": factories.document()}),
    ]


def addresses(language: str) -> list[str]:
    """Every kind of address in a language: pages, records, searches, forms, what is missing."""
    with override(language):
        pages = [
            page.get_url() for model in factories.PAGE_TYPES for page in _one_of(model, language)
        ]
        theme, city = Theme.objects.get(code="climate"), _city()
        rain = PracticePage.objects.originals().get(title="Miejska retencja wody")
        practices = next(url for url in pages if url.endswith(("praktyki/", "practices/")))
        search = reverse("search")
        return [
            *pages,
            f"{CityIndexPage.address_of(city.slug)}",
            f"{ThemeIndexPage.address_of(theme.slug)}",
            f"{practices}?q=retencja&theme=climate",
            f"{practices}?q=nicniemataksamo&stage=pilot",
            f"{practices}deby-przy-szkolach/",
            f"{practices}dawna-praktyka/",
            f"{search}?q=retencja",
            f"{search}?q=nicniemataksamo",
            search,
            reverse("practice_ask", args=[rain.translation_key]),
            f"/{language}/nie-ma-takiej-strony/",
        ]


def _city() -> City:
    return City.objects.get(slug="gorzow-wielkopolski")


def _one_of(model: type[BasePage], language: str) -> list[BasePage]:
    """A live page of a type; a practice is the fullest there is."""
    pages = model.objects.filter(locale_id=locale_id(language), live=True).order_by("path")
    return list(pages[:1])
