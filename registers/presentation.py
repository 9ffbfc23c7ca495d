"""A city as its page shows it: facts at a glance, its place, what machines read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from base import access
from base.listing import entries

from .cards import county_label
from .models import City
from .models.vocabularies import CityFunction, CityKind

if TYPE_CHECKING:
    from django.http import HttpRequest

# How the register's file says, in Polish, that its source gives no year; the page says it itself.
UNKNOWN_YEAR = " (rok nieznany)"


def population_note(city: City) -> str:
    """The year and source of a population: "2024, GUS"; "year unknown, GeoNames"."""
    if city.population is None:
        return ""
    source = city.population_source.removesuffix(UNKNOWN_YEAR)
    year = str(city.population_year) if city.population_year else _("year unknown")
    return ", ".join(part for part in (year, source) if part)


def city_facts(city: City, *, cities_url: str, practices_url: str) -> list[dict[str, Any]]:
    """What is known of a city and what is not; every class leads to the list filtered by it."""
    population = ""
    if city.population is not None:
        population = ngettext("%(number)s resident", "%(number)s residents", city.population) % {
            "number": number_format(city.population, 0, force_grouping=True)
        }
    own_county = city.kind == CityKind.COUNTY_RIGHTS
    member = {True: _("member"), False: _("not a member"), None: ""}[city.zmp_member]
    facts: list[dict[str, Any]] = [
        {"icon": "map", "term": _("Voivodeship"), "value": city.get_voivodeship_display(),
         "url": f"{cities_url}?voivodeship={city.voivodeship}"},
        {"icon": "land-plot", "term": _("County"),
         "value": _("a county of its own") if own_county else county_label(city)},
        {"icon": "landmark", "term": _("Kind"), "value": city.get_kind_display(),
         "url": f"{practices_url}?city_kind={city.kind}"},
        {"icon": "users", "term": _("Population"), "value": population,
         "note": population_note(city)},
        {"icon": "ruler", "term": _("Size"), "value": city.get_size_class_display(),
         "url": f"{practices_url}?size={city.size_class}"},
        {"icon": "handshake", "term": _("Association of Polish Cities"), "value": member},
        {"icon": "tags", "term": _("Functions"),
         "value": ", ".join(str(CityFunction(code).label) for code in city.functions)},
    ]  # fmt: skip
    if city.website:
        facts.append({"icon": "globe", "term": _("Website"), "value": _bare(city.website),
                      "url": city.website})  # fmt: skip
    if city.office_phone:
        facts.append({"icon": "phone", "term": _("Phone of the city hall"),
                      "value": city.office_phone,
                      "url": f"tel:{city.office_phone.replace(' ', '')}"})  # fmt: skip
    unknown = {"value": _("no data"), "url": ""}
    return [fact if fact["value"] else {**fact, **unknown} for fact in facts]


def _bare(address: str) -> str:
    """An address as one reads it aloud: "zabrze.pl"."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")


def practice_links(city: City, practices_url: str) -> list[dict[str, str]]:
    """Ways from a city to practices of cities like it."""
    links = [{"label": _("Practices, cities like this one first"),
              "url": f"{practices_url}?like={city.teryt}"}]  # fmt: skip
    if city.size_class:
        label = _("Practices from cities of this size: %(size)s") % {
            "size": city.get_size_class_display()
        }
        links.append({"label": label, "url": f"{practices_url}?size={city.size_class}"})
    label = _("Practices from the voivodeship: %(name)s") % {"name": city.get_voivodeship_display()}
    links.append({"label": label, "url": f"{practices_url}?voivodeship={city.voivodeship}"})
    if city.kind:
        label = _("Practices from cities of this kind: %(kind)s") % {
            "kind": city.get_kind_display()
        }
        links.append({"label": label, "url": f"{practices_url}?city_kind={city.kind}"})
    return links


def programme_statuses(city: City, request: HttpRequest) -> list[dict[str, Any]]:
    """How the city stands in the programmes the reader may see."""
    rows = {row.programme_id: row for row in city.programme_statuses.all()}
    if not rows:
        return []
    pages = access.visible(Page.objects.filter(pk__in=rows), request.user).specific()
    return [
        {
            "title": entry.title,
            "url": entry.address,
            "lang": entry.lang,
            "status": rows[entry.original.pk].get_status_display(),
        }
        for entry in entries(pages, request)
    ]


def city_schema(city: City) -> dict[str, Any]:
    """The city's own properties by schema.org's names (https://schema.org/City)."""
    geo = None
    if city.latitude is not None and city.longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": city.latitude, "longitude": city.longitude}
    return {
        "geo": geo,
        "within": {
            "@type": "AdministrativeArea",
            "name": city.get_voivodeship_display(),
            "containedInPlace": {"@type": "Country", "name": _("Poland")},
        },
        "identifier": {"@type": "PropertyValue", "propertyID": "TERYT", "value": city.teryt},
    }
