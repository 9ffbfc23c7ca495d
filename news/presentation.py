"""An article, a gallery or a film as its page shows it; every fact is the original's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from base import sections
from base.listing import Entry, entries
from base.pictures import WIDE, credit_line, gallery, picture
from exchange.models import MeetingPage
from networks.labels import NetworkLabel, labels_of, network_ids
from practices.models import PracticeIndexPage
from registers.cards import city_cards
from registers.models import ThemeIndexPage

from .models import MediaKind, MultimediaIndexPage, NewsIndexPage

if TYPE_CHECKING:
    from django.http import HttpRequest

    from registers.models import Tag

    from .models import MultimediaPage, NewsPage

# What schema.org calls the kinds of multimedia.
SCHEMAS = {
    MediaKind.GALLERY: "ImageGallery",
    MediaKind.FILM: "VideoObject",
    MediaKind.RECORDING: "AudioObject",
}


def present_article(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    """The context of ``news/news_page.html``."""
    facts = page.original
    networks = labels_of(network_ids(facts), request)
    tags = [
        item.tag
        for item in facts.tagged_items.select_related("tag__theme").order_by("tag__sort_key")
    ]
    return {
        **_shared(networks),
        "cover": picture(facts.cover, WIDE),
        "cover_credit": credit_line(facts.cover),
        "cities": city_cards(facts.cities.order_by("sort_key")),
        "meeting": _meeting(facts, request),
        "tags": _tag_links(tags),
        "themes": _theme_links(tags),
        # What other articles are near by.
        "tag_ids": [tag.pk for tag in tags],
        "network_ids": network_ids(facts),
        "section": facts.get_category_display(),
        "list_url": sections.address_of(NewsIndexPage),
    }


def _meeting(facts: NewsPage, request: HttpRequest) -> Entry | None:
    """The meeting a report is of, where the reader may see it."""
    if facts.meeting_id is None:
        return None
    key = MeetingPage.objects.filter(pk=facts.meeting_id).values("translation_key")
    found = MeetingPage.objects.originals().filter(translation_key__in=key)
    return next(iter(entries(found.visible_to(request.user), request)), None)


def present_media(page: MultimediaPage, request: HttpRequest) -> dict:
    """The context of ``news/multimedia_page.html``."""
    facts = page.original
    networks = labels_of([facts.network_id] if facts.network_id else [], request)
    is_film = facts.kind != MediaKind.GALLERY
    return {
        **_shared(networks),
        "cities": city_cards([facts.city]) if facts.city else [],
        "gallery": _gallery(facts),
        "poster": picture(facts.cover, WIDE) if is_film else None,
        "poster_credit": credit_line(facts.cover) if is_film else "",
        "is_film": is_film,
        "film_label": "" if facts.kind == MediaKind.FILM else _("Listen on an external site"),
        "schema": SCHEMAS.get(facts.kind, "CreativeWork"),
        "list_url": sections.address_of(MultimediaIndexPage),
    }


def _shared(networks: list[NetworkLabel]) -> dict[str, Any]:
    return {
        "networks": networks,
        # The colour of one network; what concerns several has none.
        "net": networks[0].net if len(networks) == 1 else "",
    }


def _tag_links(tags: list[Tag]) -> list[dict[str, Any]]:
    """Each tag leads to the practices it marks."""
    address = sections.address_of(PracticeIndexPage)
    return [
        {"label": tag.label, "url": f"{address}?tag={tag.slug}", "lang": tag.label_language}
        for tag in tags
    ]


def _theme_links(tags: list[Tag]) -> list[dict[str, Any]]:
    """The themes of the tags, each once; their pages hold all that belongs to them."""
    index = sections.address_of(ThemeIndexPage)
    themes = {tag.theme_id: tag.theme for tag in tags if tag.theme is not None}
    return [{"label": theme.label, "url": f"{index}{theme.slug}/"} for theme in themes.values()]


def _gallery(facts: MultimediaPage) -> list[dict[str, Any]]:
    return gallery(row.image for row in facts.images.select_related("image"))
