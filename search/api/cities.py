"""Cities of Poland, as the register knows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from base.addresses import absolute
from base.languages import active_language
from base.text import paragraphs
from networks.models import Membership, NetworkPage
from networks.models.network import NetworkAccess
from registers.models import City as CityRecord
from registers.models.vocabularies import CityFunction, CityKind, SizeClass, Voivodeship

from ..models import DocumentType
from . import listing
from .addresses import href
from .parameters import Code, Language, Listing, with_facets
from .references import page_names
from .schemas import Coded, Label, Named, Page, Record, Text
from .vocabularies import LANGUAGES, choice, named

FACETS = ("voivodeship", "size", "city_kind")
Filters = with_facets("CityFilters", Listing, FACETS)
router = Router(tags=["cities"])


class City(Record):
    slug: str = Field(description=_("Its code in the filter “city” of other records."))
    teryt: str = Field(description=_("Six digits of the municipality in the TERYT register."))
    name: Label = Field(description=_("Its name in both languages."))
    urls: Text = Field(description=_("The page for people in both languages."))
    voivodeship: Coded | None = Field(description=_("The voivodeship it lies in."))
    county: str = Field(description=_("The county it lies in."))
    kind: Coded | None = Field(description=_("The kind of municipality."))
    size: Coded | None = Field(description=_("Its size by the number of residents."))
    population: int | None = Field(description=_("Residents; null where unknown."))
    latitude: float | None = Field(description=_("Degrees north."))
    longitude: float | None = Field(description=_("Degrees east."))


class Cities(Page[City]):
    pass


class CityDetail(City):
    population_year: int | None = Field(description=_("The year of the number of residents."))
    population_source: str = Field(description=_("Where the number of residents comes from."))
    functions: list[Coded] = Field(description=_("Its functions."))
    website: str = Field(description=_("Its own site; empty where unknown."))
    zmp_member: bool | None = Field(
        description=_("Whether it is a member of the Association of Polish Cities.")
    )
    description: Text = Field(description=_("What the site says of it."))
    networks: list[Named] = Field(description=_("The open networks it belongs to today."))


def city_record(city: CityRecord) -> dict[str, Any]:
    language = active_language()
    urls = _addresses(city)
    return {
        "id": city.teryt,
        "type": DocumentType.CITY,
        "lang": language,
        "title": named(city)[language],
        "url": urls[language],
        "href": href("cities", city.teryt),
        "slug": city.slug,
        "teryt": city.teryt,
        "name": named(city),
        "urls": urls,
        "voivodeship": choice(Voivodeship, city.voivodeship),
        "county": city.county,
        "kind": choice(CityKind, city.kind),
        "size": choice(SizeClass, city.size_class),
        "population": city.population,
        "latitude": city.latitude,
        "longitude": city.longitude,
    }


def _addresses(city: CityRecord) -> dict[str, str | None]:
    addresses: dict[str, str | None] = {}
    for language in LANGUAGES:
        with override(language):
            address = city.get_absolute_url()
        addresses[language] = absolute(address) if address else None
    return addresses


@router.get(
    "/",
    response=Cities,
    url_name="cities_list",
    operation_id="list_cities",
    summary=_("List cities"),
    description=_("The cities of the register."),
)
def list_cities(request: HttpRequest, response: HttpResponse, asked: Query[Filters]) -> Any:  # type: ignore[valid-type]
    def records(documents: Sequence[Any]) -> list[dict[str, Any]]:
        cities = CityRecord.objects.in_bulk([document.object_id for document in documents])
        return [
            city_record(cities[document.object_id])
            for document in documents
            if document.object_id in cities
        ]

    documents = listing.found_documents(asked, request, DocumentType.CITY, FACETS)
    return listing.cut(documents, asked, request, response, records)


@router.get(
    "/{id}/",
    response=CityDetail,
    url_name="cities",
    operation_id="get_city",
    summary=_("Read a city"),
    description=_("A city by its TERYT number or its slug."),
)
def get_city(request: HttpRequest, id: Code, asked: Query[Language]) -> Any:
    city = CityRecord.objects.filter(Q(teryt=id) | Q(slug=id)).first()
    if city is None:
        raise listing.NotThere(gettext("There is no such city in the register."))
    memberships = Membership.objects.current().filter(city=city)
    joined = NetworkPage.objects.filter(memberships__in=memberships, access=NetworkAccess.OPEN)
    return {
        **city_record(city),
        "population_year": city.population_year,
        "population_source": city.population_source,
        "functions": [choice(CityFunction, each) for each in city.functions],
        "website": city.website,
        "zmp_member": city.zmp_member,
        "description": {
            "pl": paragraphs(city.description_pl),
            "en": paragraphs(city.description_en) or None,
        },
        "networks": page_names(joined, NetworkPage, "networks", request.user),
    }
