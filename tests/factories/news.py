"""News and multimedia."""

from __future__ import annotations

from datetime import date
from typing import Any

from base.models import CustomImage
from news.models import (
    MultimediaImage,
    MultimediaIndexPage,
    MultimediaPage,
    NewsIndexPage,
    NewsPage,
)

from .files import image
from .pages import index, made


def article(
    *, parent: NewsIndexPage | None = None, published: bool = True, **fields: Any
) -> NewsPage:
    given = {
        "lead": "Co się wydarzyło.",
        "body": [("paragraph", "<p>Wydarzyło się coś dobrego.</p>")],
        "category": "networks",
        **fields,
    }
    return made(NewsPage, parent or index(NewsIndexPage), given, published=published)


def gallery(
    *, published: bool = True, images: list[CustomImage] | None = None, **fields: Any
) -> MultimediaPage:
    def hang(page: MultimediaPage) -> None:
        page.images = [MultimediaImage(image=each) for each in images or [image()]]

    given = {"lead": "Zdjęcia.", "kind": "gallery", "date": date(2026, 5, 4), **fields}
    return made(MultimediaPage, index(MultimediaIndexPage), given, published=published, fill=hang)
