"""What the practices' room adds to other rooms' pages: lists and counts."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count

from base.access import ANONYMOUS
from base.listing import entries, readable
from practices.cards import practice_cards, with_credit
from practices.models import CollectionPage, PracticePage
from practices.presentation import list_address
from registers.models import City, Theme

register = template.Library()


def _cards(context: dict[str, Any], queryset: Any, limit: int | None) -> dict[str, Any]:
    """Cards of what the reader's language has, and how many exist in Polish only."""
    request = context["request"]
    shown, polish_only = readable(
        entries(queryset.visible_to(request.user).order_by("-last_published_at", "pk"), request)
    )
    return {
        "cards": practice_cards(shown[:limit], request),
        "count": len(shown),
        "polish_only": polish_only,
    }


@register.simple_tag(takes_context=True)
def practices_of_network(context: dict[str, Any], network: Any, limit: int = 6) -> dict[str, Any]:
    return _cards(context, PracticePage.objects.originals().filter(networks=network), limit)


@register.simple_tag(takes_context=True)
def practices_of_city(context: dict[str, Any], city: City, limit: int = 24) -> dict[str, Any]:
    return _cards(context, PracticePage.objects.originals().filter(city=city), limit)


@register.simple_tag(takes_context=True)
def practices_of_theme(context: dict[str, Any], theme: Theme, limit: int = 6) -> dict[str, Any]:
    themes = [theme.pk, *theme.children.values_list("pk", flat=True)]
    found = PracticePage.objects.originals().filter(tagged_items__tag__theme__in=themes).distinct()
    return _cards(context, found, limit)


@register.simple_tag(takes_context=True)
def newest_practices(context: dict[str, Any], limit: int = 3, besides: int = 0) -> dict[str, Any]:
    return _cards(context, PracticePage.objects.originals().exclude(pk=besides), limit)


@register.simple_tag(takes_context=True)
def chosen_practices(context: dict[str, Any], pages: list[Any], large: bool = False) -> list[dict]:
    """Cards of these originals in their order, those the reader may see."""
    request = context["request"]
    keys = [page.pk for page in pages if page is not None]
    found = {
        page.pk: page
        for page in PracticePage.objects.originals().filter(pk__in=keys).visible_to(request.user)
    }
    cards = practice_cards(entries([found[pk] for pk in keys if pk in found], request), request)
    return [with_credit(card) for card in cards] if large else cards


@register.simple_tag(takes_context=True)
def collections(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The collections as cards, each with the colours of its practices."""
    from base.relations import ids_by_page
    from networks.labels import labels_of

    request = context["request"]
    shown, _polish = readable(
        entries(CollectionPage.objects.originals().visible_to(request.user), request)
    )
    cards = []
    for entry in shown:
        practices = [item.practice_id for item in entry.original.items.all()]
        pages = PracticePage.objects.originals().visible_to(request.user).filter(pk__in=practices)
        networks = ids_by_page(PracticePage, "networks", pages)
        nets = [label for ids in networks.values() for label in labels_of(ids, request)[:1]]
        cards.append(
            {
                "url": entry.address,
                "title": entry.title,
                "lead": entry.lead,
                "lang": entry.lang,
                "count": len(pages),
                "networks": nets,
            }
        )
    return cards


@register.simple_tag
def practice_figures() -> dict[str, int]:
    """Headline figures counted from what everybody may see."""
    visible = PracticePage.objects.originals().visible_to(ANONYMOUS)
    cities = visible.exclude(city=None).values("city").distinct().count()
    documents = sum(page.pack.count() for page in visible.prefetch_related("pack"))
    return {"practices": visible.count(), "cities": cities, "documents": documents}


@register.simple_tag
def practice_counts_by_city() -> dict[int, int]:
    """How many public practices each city has, by the city's primary key."""
    visible = PracticePage.objects.originals().visible_to(ANONYMOUS).exclude(city=None)
    return dict(visible.order_by().values_list("city").annotate(n=Count("pk")))


@register.simple_tag(takes_context=True)
def related_practices(context: dict[str, Any], original: Any, limit: int = 3) -> list[dict]:
    """What the editors chose, else practices that share most tags; readable ones first."""
    chosen = chosen_practices(context, [row.practice for row in original.related.all()])
    if chosen:
        return chosen[:limit]
    request = context["request"]
    tags = [item.tag_id for item in original.tagged_items.all()]
    similar = (
        PracticePage.objects.originals()
        .visible_to(request.user)
        .exclude(pk=original.pk)
        .filter(tagged_items__tag__in=tags)
        .annotate(shared=Count("tagged_items"))
        .order_by("-shared", "-last_published_at")
    )
    shown, _polish = readable(entries(similar[: limit * 4], request))
    return practice_cards(shown[:limit], request)


@register.simple_tag(takes_context=True)
def practice_list_url(context: dict[str, Any]) -> str:
    """The address of the practice list in the reader's language."""
    return list_address(context["request"])


@register.simple_tag(takes_context=True)
def front_practices(context: dict[str, Any], featured: Any, limit: int = 7) -> list[dict]:
    """The practice the editors feature, or the newest, and the newest after it."""
    newest = newest_practices(context, limit=limit)["cards"]
    chosen = chosen_practices(context, [featured]) if featured is not None else []
    first = chosen or newest[:1]
    rest = [card for card in newest if card["url"] not in {each["url"] for each in first}]
    return [*[with_credit(card) for card in first], *rest][:limit]
