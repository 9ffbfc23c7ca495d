"""Practices and collections of the demo content."""

from __future__ import annotations

from typing import Any

from base.models import BasePage
from networks.models import NetworkPage
from practices.models import (
    CollectionIndexPage,
    CollectionPage,
    PracticeIndexPage,
    PracticePage,
    PracticeState,
)
from registers.models import FundingSource

from . import registers
from .files import document, image
from .pages import add_rows, english_rows, make, publish
from .reading import read, read_folder

FACTS = [
    "kind",
    "stage",
    "start_year",
    "start_month",
    "end_year",
    "end_month",
    "time_to_launch",
    "total_cost",
    "yearly_cost",
    "price_year",
    "staff_fte",
    "difficulty",
]
SCORES = ["innovation", "effectiveness", "cost_effectiveness", "strategy_fit", "applicability"]


def load() -> None:
    parent = PracticeIndexPage.objects.originals().get()
    networks = {page.external_id: page for page in NetworkPage.objects.originals()}
    for record in read_folder("practices"):
        _practice(record, parent, networks)
    for record in read("collections.yaml"):
        _collection(record)


def _practice(record: dict[str, Any], parent: BasePage, networks: dict[str, NetworkPage]) -> None:
    where = registers.city(record["city"])
    score = record.get("expert_score") or {}
    facts = {
        **{name: record.get(name) for name in FACTS},
        **{f"score_{name}": score.get(name) for name in SCORES},
        "external_id": record["id"],
        "city": where,
        "follows_from": record.get("follows_from") or [],
        "offers": record.get("offers") or [],
        "contact": registers.contact(record.get("contact"), where),
        "expert": registers.person(record.get("expert")),
        "assessed_on": record.get("assessed_on"),
        "video_url": record.get("video_url") or "",
    }

    def fill(page: BasePage) -> None:
        page.networks.set([networks[code] for code in record["networks"]])
        page.partner_cities.set([registers.city(name) for name in record["partner_cities"] or []])
        page.tags.set(registers.tags(record["tags"]))
        _rows(page, record)

    page = make(PracticePage, parent, {**record, "slug_pl": record["id"]}, facts, fill=fill)
    state = PracticeState.of(page)
    state.verification = record["verification"]
    if record.get("confirmed_on"):
        state.confirm(record["confirmed_on"])
    state.save()

    def rows(english: BasePage) -> None:
        english_rows("steps", [row.get("en") for row in record["steps"]])(english)
        english_rows("indicators", [row.get("en") for row in record["indicators"]])(english)

    publish(page, record, rows=rows)


def _rows(page: BasePage, record: dict[str, Any]) -> None:
    add_rows(
        page,
        "steps",
        [{**row["pl"], "duration_months": row.get("duration_months")} for row in record["steps"]],
    )
    add_rows(
        page,
        "indicators",
        [
            {
                **{name: value or "" for name, value in row["pl"].items()},
                **{name: row.get(name) for name in ("before", "after", "year")},
            }
            for row in record["indicators"]
        ],
    )
    add_rows(
        page,
        "funding",
        [
            {"source": FundingSource.objects.get(code=row["source"]), "amount": row["amount"]}
            for row in record["funding"]
        ],
    )
    add_rows(
        page,
        "legal_basis",
        [{name: value or "" for name, value in row.items() if name != "issued_on"}
         | {"issued_on": row.get("issued_on")} for row in record.get("legal_basis") or []],
    )  # fmt: skip
    pack = []
    for row in record.get("pack") or []:
        stored = document(
            row["file"], row["title_pl"], row["title_en"], row["licence"], row["language"],
            row.get("issued_on"),
        )  # fmt: skip
        if stored is not None:
            pack.append({"document": stored, "kind": row["kind"]})
    add_rows(page, "pack", pack)
    pictures = [shown for stem in record.get("gallery") or [] if (shown := image(stem))]
    add_rows(page, "gallery", [{"image": shown} for shown in pictures])


def _collection(record: dict[str, Any]) -> None:
    parent = CollectionIndexPage.objects.originals().get()
    chosen = [
        PracticePage.objects.originals().filter(external_id=name).first()
        for name in record["practices"]
    ]

    def fill(page: BasePage) -> None:
        add_rows(page, "items", [{"practice": practice} for practice in chosen if practice])

    publish(make(CollectionPage, parent, record, {}, fill=fill), record)
