"""Records of the registers."""

from __future__ import annotations

from datetime import date
from typing import Any

from registers.models import City, FundingSource, Person, Tag, Theme

from .numbers import number


def city(**fields: Any) -> City:
    n = number()
    given = {
        "name_pl": f"Miasto {n}",
        "slug": f"miasto-{n}",
        "teryt": f"{240000 + n}",
        "voivodeship": "24",
        "kind": "urban",
        "population": 40_000,
        **fields,
    }
    return City.objects.create(**given)


def theme(**fields: Any) -> Theme:
    n = number()
    given = {
        "name_pl": f"Temat {n}",
        "name_en": f"Theme {n}",
        "code": f"temat-{n}",
        "slug_pl": f"temat-{n}",
        "slug_en": f"theme-{n}",
        **fields,
    }
    return Theme.objects.create(**given)


def tag(**fields: Any) -> Tag:
    n = number()
    given = {"name": f"słowo {n}", "name_en": f"word {n}", **fields}
    if "theme" not in given:
        given["theme"] = theme()
    return Tag.objects.create(**given)


def person(**fields: Any) -> Person:
    given = {
        "name": f"Anna Przykładna {number()}",
        "kind": "expert",
        "function_pl": "ekspertka",
        "function_en": "expert",
        "is_public": True,
        "consent_on": date(2026, 1, 5),
        "consent_source": "teczka zgód",
        **fields,
    }
    return Person.objects.create(**given)


def funding_source(**fields: Any) -> FundingSource:
    n = number()
    return FundingSource.objects.create(
        **{"code": f"zrodlo-{n}", "name_pl": f"Źródło {n}", "name_en": f"Source {n}", **fields}
    )
