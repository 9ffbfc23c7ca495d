"""Programmes, networks, memberships, meetings and products of the demo content."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import override

from base import access
from base.models import BasePage
from base.models.records import Who
from exchange.models import MeetingPage, ProductPage, ProductState
from exchange.models.product_state import ProductStage
from networks.models import Membership, NetworkIndexPage, NetworkPage, ProgrammePage, Publicity
from practices.models import PracticePage
from registers.models import Theme

from . import registers
from .files import document, image
from .pages import add_rows, english_rows, make, publish
from .reading import moment, read, read_folder

INSTITUTIONS = [
    f"{name}_{language}"
    for name in ("operator", "secretariat", "parent_strategy")
    for language in ("pl", "en")
]


def load() -> None:
    index = NetworkIndexPage.objects.originals().get()
    programmes = {record["id"]: _programme(record, index) for record in read("programmes.yaml")}
    for record in read("networks.yaml"):
        _network(record, programmes[record["programme"]])
    networks = _networks()
    for row in read("memberships.yaml"):
        Membership.objects.create(
            **{
                **row,
                "network": networks[row["network"]],
                "city": registers.city(row["city"]),
            }
        )


def _networks() -> dict[str, NetworkPage]:
    return {page.external_id: page for page in NetworkPage.objects.originals()}


def _programme(record: dict[str, Any], index: BasePage) -> BasePage:
    facts = {
        "edition": record.get("edition") or "",
        "period_start": record.get("period_start"),
        "period_end": record.get("period_end"),
        **{name: record.get(name) or "" for name in INSTITUTIONS},
    }

    def fill(page: BasePage) -> None:
        for order, row in enumerate(record.get("publicity") or []):
            values = {name: value for name, value in row.items() if name != "logos"}
            page.publicity.add(Publicity(sort_order=order, **values))

    page = make(ProgrammePage, index, record, facts, fill=fill)
    return publish(page, record)


def _network(record: dict[str, Any], programme: BasePage) -> None:
    facts = {
        **{name: record[name] for name in ("number", "kind", "access", "state", "colour", "icon")},
        "external_id": record["id"],
        "started_on": record.get("start"),
        "ended_on": record.get("end"),
        "lead_city": registers.city(record["lead_city"]) if record.get("lead_city") else None,
    }
    topics = record.get("topics") or []

    def fill(page: BasePage) -> None:
        page.themes.set(Theme.objects.filter(code__in=record["themes"]))
        add_rows(page, "topics", [{"topic": topic["pl"]} for topic in topics])
        add_rows(
            page,
            "people",
            [
                {"person": registers.person(row["person"]), "role": row["role"]}
                for row in record.get("people") or []
            ],
        )

    page = make(NetworkPage, programme, record, facts, fill=fill)
    rows = english_rows("topics", [{"topic": topic.get("en")} for topic in topics])
    publish(page, record, rows=rows)


def load_exchange() -> None:
    networks = _networks()
    practices = {page.external_id: page for page in PracticePage.objects.originals()}
    for record in read_folder("meetings"):
        _meeting(record, networks[record["network"]], practices)
    meetings = {page.external_id: page for page in MeetingPage.objects.originals()}
    for record in read_folder("products"):
        _product(record, networks[record["network"]], practices, meetings)
    for record in read("networks.yaml"):
        page = networks[record["id"]]
        for topic, row in zip(record.get("topics") or [], page.topics.all(), strict=True):
            row.agreed_at = meetings.get(topic.get("agreed_at"))
            row.save()


def _clock(value: Any) -> time | None:
    return time.fromisoformat(str(value)) if value else None


def _meeting(
    record: dict[str, Any], network: NetworkPage, practices: dict[str, PracticePage]
) -> None:
    agenda = record.get("agenda") or []
    facts = {
        "external_id": record["id"],
        "number": record.get("number"),
        "kind": record["kind"],
        "mode": record["mode"],
        "start": moment(record["start"]),
        "end": moment(record["end"]),
        "host_city": registers.city(record["host_city"]) if record.get("host_city") else None,
        "people_count": record.get("people_count"),
        "recording_url": record.get("recording_url") or "",
    }

    def texts(words: dict[str, Any]) -> dict[str, Any]:
        language = "pl" if words is record["pl"] else "en"
        full = language == "pl" or bool(words.get("summary"))
        place = {
            name: record.get(f"{name}_{language}") or ""
            for name in ("venue", "accessibility")
            if full
        }
        return {
            **{name: value for name, value in words.items() if name != "agenda"},
            **place,
            "recording_transcript": record.get(f"recording_transcript_{language}") or "",
        }

    def fill(page: BasePage) -> None:
        page.tags.set(registers.tags(record.get("tags") or []))
        page.cities.set([registers.city(name) for name in record.get("cities") or []])
        page.practices_shown.set(
            [practices[name] for name in record.get("practices") or [] if name in practices]
        )
        add_rows(
            page,
            "agenda",
            [
                {
                    "day": row.get("day") or 1,
                    "starts": _clock(row.get("starts")),
                    "title": row["pl"],
                    "kind": row["kind"],
                    "presenter": registers.person(row.get("presenter")),
                    "city": registers.city(row["city"]) if row.get("city") else None,
                    "practice": practices.get(row.get("practice")),
                }
                for row in agenda
            ],
        )

    page = make(MeetingPage, network, record, facts, texts=texts, fill=fill)
    rows = english_rows("agenda", [{"title": row.get("en")} for row in agenda])
    publish(page, record, texts=texts, rows=rows)


def _product(
    record: dict[str, Any],
    network: NetworkPage,
    practices: dict[str, PracticePage],
    meetings: dict[str, MeetingPage],
) -> None:
    public = record["stage"] in (ProductStage.FINAL, ProductStage.WITHDRAWN)
    who = Who.PUBLIC if public else Who.MEMBERS
    facts = {
        "external_id": record["id"],
        "type": record["type"],
        "level": record["level"],
        "version": str(record.get("version") or ""),
        "public_from": record.get("public_from"),
    }

    def texts(words: dict[str, Any]) -> dict[str, Any]:
        language = "pl" if words is record["pl"] else "en"
        with override(language):
            lines = [
                f"<li><b>{row['version']}</b> ({date_format(row['date'], 'j E Y')}):"
                f" {row[language]}</li>"
                for row in record.get("changelog") or []
                if row.get(language) and (language == "pl" or words.get("body"))
            ]
        return {**words, "changelog": f"<ul>{''.join(lines)}</ul>" if lines else ""}

    def fill(page: BasePage) -> None:
        page.tags.set(registers.tags(record.get("tags") or []))
        people = [registers.person(name) for name in record.get("authors") or []]
        page.authors.set([each for each in people if each is not None])
        page.meetings.set(
            [meetings[name] for name in record.get("meetings") or [] if name in meetings]
        )
        page.practices.set(
            [practices[name] for name in record.get("practices") or [] if name in practices]
        )
        files = []
        for row in record.get("files") or []:
            stored = document(
                row["file"], row["title_pl"], row.get("title_en") or "", row.get("licence") or "",
                row.get("language") or "pl", who=who,
            )  # fmt: skip
            if stored is not None:
                files.append({"document": stored})
        add_rows(page, "files", files)
        page.cover = image(record.get("cover"), who)

    without_cover = {**record, "cover": None}
    page = make(ProductPage, network, without_cover, facts, texts=texts, fill=fill)
    ProductState.objects.update_or_create(
        translation_key=page.translation_key, defaults={"stage": record["stage"]}
    )
    # Members see working versions and those for opinion; final ones are everybody's.
    access.set_audience(page, who)
    publish(page, record, texts=texts)
