"""Themes, tags, funding sources, people and what is said of cities."""

from __future__ import annotations

from functools import cache
from typing import Any

from registers.models import City, CityImage, FundingSource, Person, Tag, Theme

from .files import image
from .reading import CONTENT, read


def load() -> None:
    for order, row in enumerate(read("themes.yaml")):
        parent = Theme.objects.get(code=row["parent"]) if row["parent"] else None
        Theme.objects.create(order=order, **{**row, "parent": parent})
    extra = [
        row
        for path in sorted((CONTENT / "tags_extra").glob("*.yaml"))
        for row in read(f"tags_extra/{path.name}") or []
    ]
    for row in [*read("tags.yaml"), *extra]:
        if not Tag.objects.filter(name=row["name"]).exists():
            Tag.objects.create(
                name=row["name"],
                name_en=row.get("name_en") or "",
                theme=Theme.objects.get(code=row["theme"]),
                synonyms_pl=row.get("synonyms_pl") or [],
                synonyms_en=row.get("synonyms_en") or [],
            )
    for order, row in enumerate(read("funding_sources.yaml")):
        FundingSource.objects.create(order=order, **row)
    for row in read("people.yaml"):
        _person(row)
    for row in read("city_texts.yaml"):
        record = city(row["city"])
        record.description_pl = f"<p>{row['description_pl']}</p>"
        record.description_en = f"<p>{row['description_en']}</p>"
        record.office_phone = row.get("office_phone") or ""
        record.zmp_member = row.get("zmp_member")
        pictures = [shown for stem in row.get("gallery") or [] if (shown := image(stem))]
        record.gallery = [
            CityImage(image=shown, sort_order=order) for order, shown in enumerate(pictures)
        ]
        record.save()


@cache
def city(name: str) -> City:
    """A city by name; the county seat where several bear it, as a person would mean it."""
    matches = list(City.objects.named(name))
    seats = [match for match in matches if match.kind == "county_rights"] or [
        match for match in matches if "county_seat" in match.functions
    ]
    return (seats or matches or [City.resolve(name)])[0]


@cache
def person(external_id: str | None) -> Person | None:
    return Person.objects.filter(external_id=external_id).first() if external_id else None


def tags(names: list[str]) -> list[Tag]:
    return [
        Tag.objects.filter(name__iexact=name).first() or Tag.objects.create(name=name)
        for name in names
    ]


def _person(row: dict[str, Any]) -> Person:
    made = Person.objects.create(
        external_id=row["id"],
        name=row["name"],
        kind=row.get("kind", "representative"),
        function_pl=row.get("function_pl") or "",
        function_en=row.get("function_en") or "",
        city=city(row["city"]) if row.get("city") else None,
        organisation_pl=row.get("organisation_pl") or "",
        organisation_en=row.get("organisation_en") or "",
        email=row.get("email") or "",
        phone=row.get("phone") or "",
        languages=row.get("languages") or [],
        bio_pl=row.get("bio_pl") or "",
        bio_en=row.get("bio_en") or "",
        is_public=bool(row.get("public")),
        consent_on=row.get("consent_on"),
        consent_source=row.get("consent_source") or "",
        active_from=row.get("active_from"),
        active_to=row.get("active_to"),
    )
    made.themes.set(Theme.objects.filter(code__in=row.get("themes") or []))
    return made


def contact(row: dict[str, Any] | None, where: City) -> Person | None:
    """The contact of a practice, made where people.yaml does not have it."""
    if not row:
        return None
    return person(row["id"]) or _person({**row, "kind": "representative", "city": where.name_pl})
