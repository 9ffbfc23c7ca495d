"""News, multimedia, plain pages, the declaration and the home page of the demo content."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings

from base.models import BasePage
from base.translating import write_english
from exchange.models import MeetingPage, ProductPage
from networks.models import NetworkPage
from news.models import (
    MultimediaIndexPage,
    MultimediaPage,
    NewsIndexPage,
    NewsPage,
)
from practices.models import PracticePage

from ..models import AccessibilityPage, HomePage, HomeSlot, PlainPage
from . import registers
from .files import document, image
from .pages import add_rows, make, publish
from .reading import moment, read, read_folder

# Two blocks of the same place in both languages are one block to a translator.
_BLOCKS = uuid.UUID("6d1f5f0e-5c0f-4d4c-9a55-9d2f0a9b7c11")


def load() -> None:
    home = HomePage.objects.originals().get()
    networks = {page.external_id: page for page in NetworkPage.objects.originals()}
    for record in read_folder("pages"):
        _plain(record, home)
    _declaration(read("accessibility.yaml"), home)
    for record in sorted(read_folder("news"), key=lambda item: str(item["date"])):
        _article(record, networks)
    articles = {page.external_id: page for page in NewsPage.objects.originals()}
    for record in read_folder("news"):
        page = articles[record["id"]]
        chosen = [articles[name] for name in record.get("related") or [] if name in articles]
        if chosen:
            add_rows(page, "related", [{"article": article} for article in chosen])
            page.save_revision().publish()
    for record in read("multimedia.yaml"):
        _multimedia(record, networks)
    _home(read("home.yaml"), home, networks, articles)


class Body:
    """A body of blocks as StreamField data, with ids that both languages share."""

    def __init__(self, record_id: str):
        self.record_id = record_id

    def of(self, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        data, count = [], {}
        for block in blocks or []:
            ((kind, value),) = block.items()
            built = self._block(kind, value)
            if built is None:
                continue
            count[built["type"]] = place = count.get(built["type"], 0) + 1
            built["id"] = self._id(built["type"], place)
            data.append(built)
        return data

    def _id(self, *parts: object) -> str:
        return str(uuid.uuid5(_BLOCKS, ":".join(map(str, [self.record_id, *parts]))))

    def _block(self, kind: str, value: Any) -> dict[str, Any] | None:
        if kind in ("paragraph", "heading"):
            return {"type": kind, "value": value}
        if kind == "quote":
            return {"type": kind, "value": {"text": value["text"], "author": value.get("author")}}
        if kind == "frame":
            return {"type": kind, "value": value}
        if kind == "table":
            lines = [value["header"], *value["rows"]]
            rows = "\n".join(" | ".join(map(str, line)) for line in lines)
            return {"type": kind, "value": {"caption": value["caption"], "rows": rows}}
        if kind == "image":
            return self._image(value)
        if kind == "gallery":
            return self._gallery(value)
        if kind == "file":
            stored = document(value["file"], value["title"])
            if stored is None:
                return None
            return {"type": kind, "value": {"title": value["title"], "document": stored.pk}}
        return self._record(kind, value)

    def _image(self, value: dict[str, Any]) -> dict[str, Any] | None:
        picture = image(value["image"])
        if picture is None:
            return None
        caption = value.get("caption") or ""
        return {"type": "image", "value": {"image": picture.pk, "caption": caption}}

    def _gallery(self, value: dict[str, Any]) -> dict[str, Any] | None:
        pictures = [picture for stem in value["images"] if (picture := image(stem))]
        if not pictures:
            return None
        items = [
            {"type": "item", "value": picture.pk, "id": self._id("gallery", picture.pk)}
            for picture in pictures
        ]
        return {"type": "gallery", "value": {"title": value.get("title") or "", "images": items}}

    def _record(self, kind: str, value: str) -> dict[str, Any] | None:
        model = {"practice": PracticePage, "meeting": MeetingPage, "product": ProductPage}[kind]
        page = model.objects.originals().filter(external_id=value).first()
        return {"type": "record", "value": {"page": page.pk}} if page else None


def _with_body(record: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    body = Body(record["id"])
    return {
        "title": words["title"],
        "lead": " ".join((words.get("lead") or "").split()),
        "body": body.of(words.get("body") or []),
    }


def _plain(record: dict[str, Any], home: BasePage) -> None:
    def texts(words: dict[str, Any]) -> dict[str, Any]:
        return _with_body(record, words)

    page = make(PlainPage, home, record, {"external_id": record["id"]}, texts=texts)
    publish(page, record, texts=texts)


def _declaration(record: dict[str, Any], home: BasePage) -> None:
    def texts(language: str) -> dict[str, Any]:
        names = ["entity", "non_compliant", "assessment", "procedure", "architecture",
                 "communication", "easy_to_read", "applications"]  # fmt: skip
        found = {name: record.get(f"{name}_{language}") or "" for name in names}
        return {"title": record.get(f"title_{language}"), **found}

    names = ["site_name", "published_on", "updated_on", "prepared_on", "reviewed_on", "status",
             "email", "phone"]  # fmt: skip
    facts = {name: record.get(name) for name in names}
    facts["contact_name"] = record.get("contact_name") or record.get("contact_name_pl") or ""
    facts["site_url"] = settings.WAGTAILADMIN_BASE_URL.replace(
        "127.0.0.1:8000", "empirie.example.org"
    ).replace("http:", "https:")
    facts["architecture_url"] = record.get("architecture_url") or ""
    both = {**record, "pl": texts("pl"), "en": texts("en")}
    publish(make(AccessibilityPage, home, both, facts), both)


def _article(record: dict[str, Any], networks: dict[str, NetworkPage]) -> None:
    meetings = MeetingPage.objects.originals()
    facts = {
        "external_id": record["id"],
        "date": moment(record["date"]),
        "category": record["category"],
        "type": record["type"],
        "pinned_until": record.get("pinned_until"),
        "closes_on": record.get("closes_on"),
        "source": record.get("source") or "",
        "author_name": record.get("author_name") or "",
        "archived": bool(record.get("archived")),
        "meeting": meetings.filter(external_id=record.get("meeting")).first(),
    }

    def texts(words: dict[str, Any]) -> dict[str, Any]:
        return _with_body(record, words)

    def fill(page: BasePage) -> None:
        page.tags.set(registers.tags(record.get("tags") or []))
        page.networks.set([networks[code] for code in record.get("networks") or []])
        page.cities.set([registers.city(name) for name in record.get("cities") or []])

    index = NewsIndexPage.objects.originals().get()
    page = make(NewsPage, index, record, facts, texts=texts, fill=fill)
    publish(page, record, texts=texts)


def _multimedia(record: dict[str, Any], networks: dict[str, NetworkPage]) -> None:
    pictures = [picture for stem in record.get("images") or [] if (picture := image(stem))]
    if record["kind"] == "gallery" and not pictures:
        return
    facts = {
        "external_id": record["id"],
        "kind": record["kind"],
        "date": record["date"],
        "city": registers.city(record["city"]) if record.get("city") else None,
        "network": networks.get(record.get("network")),
        "url": record.get("url") or "",
    }

    def texts(words: dict[str, Any]) -> dict[str, Any]:
        return {
            "title": words["title"],
            "lead": " ".join((words.get("description") or "").split())[:300],
            "transcript": words.get("transcript") or "",
        }

    def fill(page: BasePage) -> None:
        page.cover = pictures[0] if pictures else image(record.get("cover"))
        add_rows(page, "images", [{"image": picture} for picture in pictures])

    index = MultimediaIndexPage.objects.originals().get()
    page = make(MultimediaPage, index, record, facts, texts=texts, fill=fill)
    publish(page, record, texts=texts)


def _home(
    record: dict[str, Any],
    home: BasePage,
    networks: dict[str, NetworkPage],
    articles: dict[str, NewsPage],
) -> None:
    for name, value in record["pl"].items():
        setattr(home, name, value)
    practice = PracticePage.objects.originals().filter(external_id=record["featured_practice"])
    chosen = [
        ("practice", practice.first(), record.get("featured_practice_until")),
        ("news", articles.get(record["featured_news"]), record.get("featured_news_until")),
        ("network", networks.get(record["featured_network"]), record.get("featured_network_until")),
    ]
    for order, (kind, target, until) in enumerate(chosen):
        if target is not None:
            home.slots.add(HomeSlot(kind=kind, target=target, until=until, sort_order=order))
    home.save_revision().publish()
    write_english(HomePage.objects.get(pk=home.pk), record["en"], slug="en")
