"""What the news room adds to other rooms' pages: articles, galleries, films."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Case, Q, Value, When

from base.access import reader_of
from base.filters import in_readers_language
from base.listing import entries
from news.cards import media_cards, news_cards, with_card_facts
from news.models import MultimediaPage, NewsPage
from registers.models import City, Theme
from registers.themes import family

register = template.Library()


def _news(context: dict[str, Any], queryset: Any, limit: int) -> list[dict[str, Any]]:
    """Rows of the newest articles the reader's language has."""
    request = context["request"]
    found = in_readers_language(with_card_facts(queryset.visible_to(request.user)))
    found = found.order_by("-date", "pk")
    return news_cards(entries(found[:limit], request), request, with_cover=False)


@register.simple_tag(takes_context=True)
def news_of_network(context: dict[str, Any], network: Any, limit: int = 4) -> list[dict]:
    return _news(context, NewsPage.objects.originals().filter(networks=network), limit)


@register.simple_tag(takes_context=True)
def reports_of_meeting(context: dict[str, Any], meeting: Any) -> list[dict[str, Any]]:
    """What was written of a meeting, the first report first; ``meeting`` is the original."""
    request = context["request"]
    reports = NewsPage.objects.originals().filter(meeting__translation_key=meeting.translation_key)
    found = with_card_facts(reports.visible_to(request.user)).order_by("date", "pk")
    return news_cards(entries(found, request), request, with_cover=False)


@register.simple_tag(takes_context=True)
def news_of_city(context: dict[str, Any], city: City, limit: int = 4) -> list[dict[str, Any]]:
    return _news(context, NewsPage.objects.originals().filter(cities=city), limit)


@register.simple_tag(takes_context=True)
def news_of_theme(context: dict[str, Any], theme: Theme, limit: int = 4) -> list[dict]:
    themes = family(theme)
    found = NewsPage.objects.originals().filter(tagged_items__tag__theme__in=themes).distinct()
    return _news(context, found, limit)


@register.simple_tag(takes_context=True)
def related_news(
    context: dict[str, Any], original: Any, tags: list[int], networks: list[int], limit: int = 3
) -> list[dict[str, Any]]:
    """What the editors chose, then the newest articles that share a tag or a network."""
    request = context["request"]
    chosen = [row.article_id for row in original.related.all()]
    near = Q(tagged_items__tag__in=tags) | Q(networks__in=networks)
    others = NewsPage.objects.originals().exclude(pk=original.pk).visible_to(request.user)
    found = (
        with_card_facts(in_readers_language(others))
        .filter(Q(pk__in=chosen) | Q(near, archived=False))
        .annotate(is_chosen=Case(When(pk__in=chosen, then=Value(0)), default=Value(1)))
        .order_by("is_chosen", "-date", "pk")
        .distinct()
    )
    shown = entries(found[: len(chosen) + limit], request)
    shown.sort(key=lambda entry: _place(entry.original.pk, chosen))
    return news_cards(shown[:limit], request)


def _place(pk: int, chosen: list[int]) -> int:
    """The editors' own order, before everything else."""
    return chosen.index(pk) if pk in chosen else len(chosen)


@register.simple_tag(takes_context=True)
def media_of_city(context: dict[str, Any], city: City) -> list[dict[str, Any]]:
    request = context["request"]
    found = MultimediaPage.objects.originals().filter(city=city).visible_to(request.user)
    return media_cards(entries(found.order_by("-date"), request), request)


@register.simple_tag(takes_context=True)
def front_news(context: dict[str, Any], featured: Any, limit: int = 5) -> list[dict[str, Any]]:
    """The article the editors feature, then the newest."""
    request = context["request"]
    first = featured.pk if featured is not None else 0
    found = (
        with_card_facts(
            in_readers_language(NewsPage.objects.originals().visible_to(reader_of(request)))
        )
        .filter(Q(archived=False) | Q(pk=first))
        .order_by(Case(When(pk=first, then=Value(0)), default=Value(1)), "-date", "pk")
    )
    return news_cards(entries(found[:limit], request), request, with_cover=False)
