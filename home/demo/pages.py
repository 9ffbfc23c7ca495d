"""Making a page in both languages from one data record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.models import Locale, Page

from base.addresses import slug_of
from base.models import BasePage
from base.models.rows import TextRow
from base.translating import write_english

from .files import image


def make(
    model: type[BasePage],
    parent: BasePage,
    record: dict[str, Any],
    facts: dict[str, Any],
    texts: Callable[[dict[str, Any]], dict[str, Any]] = lambda words: words,
    fill: Callable[[BasePage], None] | None = None,
) -> BasePage:
    """An original below ``parent`` with its rows, as a draft; publish it with :func:`publish`."""
    words = texts(record["pl"])
    page = model(
        slug=record.get("slug_pl") or slug_of(words["title"]),
        locale=Locale.objects.get(language_code="pl"),
        live=False,
        cover=image(record.get("cover")),
        **_said(words),
        **facts,
    )
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    if fill is not None:
        fill(page)
    return page


def _said(words: dict[str, Any]) -> dict[str, Any]:
    """The words as an editor types them: in the data files their lines are broken for reading."""
    said = {name: value or "" for name, value in words.items()}
    return said | {
        name: " ".join(said[name].split()) for name in ("lead", "summary") if name in said
    }


def publish(
    page: BasePage,
    record: dict[str, Any],
    texts: Callable[[dict[str, Any]], dict[str, Any]] = lambda words: words,
    rows: Callable[[BasePage], None] | None = None,
) -> BasePage:
    """Publish the original and, where the record has English, its English page."""
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    if record.get("en"):
        english = _said(texts(record["en"]))
        write_english(page, english, slug=record.get("slug_en") or "", rows=rows)
    return page


def add_rows(page: BasePage, relation: str, rows: list[dict[str, Any]]) -> None:
    """Append rows to the unsaved page; text rows carry the page's locale."""
    manager = getattr(page, relation)
    for order, values in enumerate(rows):
        row = manager.model(sort_order=order, **values)
        if isinstance(row, TextRow):
            row.locale = page.locale
        manager.add(row)


def english_rows(relation: str, texts: list[dict[str, Any] | None]) -> Callable[[BasePage], None]:
    """Writes the English of rows in the original's order; ``None`` leaves a row untranslated."""

    def write(page: BasePage) -> None:
        for row, words in zip(getattr(page, relation).all(), texts, strict=True):
            for name, value in (words or {}).items():
                setattr(row, name, value or "")
            getattr(page, relation).add(row)

    return write
