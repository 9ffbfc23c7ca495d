"""What the practices' room adds to other rooms' pages: lists and counts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import template
from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.functions import Coalesce

from base.access import ANONYMOUS, reader_of
from base.filters import in_readers_language, only_in_polish
from base.listing import entries
from base.pictures import WIDE
from base.relations import ids_by_page
from base.unseen import unseen
from networks.labels import labels_of
from practices.cards import practice_cards, with_card_facts, with_credit
from practices.models import CollectionPage, PracticePage
from registers.models import City, Theme
from registers.themes import family

register = template.Library()


def _cards(context: dict[str, Any], queryset: Any, limit: int | None) -> dict[str, Any]:
    """Cards of what the reader's language has, and what exists in Polish only."""
    request = context["request"]
    visible = queryset.visible_to(request.user)
    found = with_card_facts(visible).order_by("-last_published_at", "pk")
    in_language = in_readers_language(found)
    shown = entries(in_language[:limit], request)
    polish_only, polish_count = only_in_polish(found, request)
    return {
        "cards": practice_cards(shown, request),
        "count": in_language.count() if len(shown) == limit else len(shown),
        "polish_only": polish_only,
        "polish_only_count": polish_count,
    }


@register.simple_tag(takes_context=True)
def practices_of_network(context: dict[str, Any], network: Any, limit: int = 6) -> dict[str, Any]:
    return _cards(context, PracticePage.objects.originals().filter(networks=network), limit)


@register.simple_tag(takes_context=True)
def practices_of_city(context: dict[str, Any], city: City, limit: int = 24) -> dict[str, Any]:
    """What a city has described, alone or as another city's partner."""
    found = PracticePage.objects.originals().filter(Q(city=city) | Q(partner_cities=city))
    return _cards(context, found.distinct(), limit)


@register.simple_tag(takes_context=True)
def practices_of_theme(context: dict[str, Any], theme: Theme, limit: int = 6) -> dict[str, Any]:
    themes = family(theme)
    found = PracticePage.objects.originals().filter(tagged_items__tag__theme__in=themes).distinct()
    return _cards(context, found, limit)


@register.simple_tag(takes_context=True)
def chosen_practices(context: dict[str, Any], pages: list[Any], large: bool = False) -> list[dict]:
    """Cards of these originals in their order, those the reader may see."""
    request = context["request"]
    keys = [page.pk for page in pages if page is not None]
    visible = PracticePage.objects.originals().filter(pk__in=keys).visible_to(request.user)
    found = {page.pk: page for page in with_card_facts(visible)}
    cards = practice_cards(entries([found[pk] for pk in keys if pk in found], request), request)
    return [with_credit(card) for card in cards] if large else cards


@register.simple_tag(takes_context=True)
def collections(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The collections as cards, each with the colours of its practices."""
    request = context["request"]
    found = in_readers_language(CollectionPage.objects.originals().visible_to(request.user))
    shown = entries(found.prefetch_related("items").order_by("path"), request)
    chosen = {item.practice_id for entry in shown for item in entry.original.items.all()}
    visible = list(PracticePage.objects.originals().visible_to(request.user).filter(pk__in=chosen))
    networks = ids_by_page(PracticePage, "networks", visible)
    cards = []
    for entry in shown:
        practices = [item.practice_id for item in entry.original.items.all()]
        practices = [pk for pk in practices if pk in {page.pk for page in visible}]
        labels = [label for pk in practices for label in labels_of(networks[pk], request)[:1]]
        cards.append(
            {
                "url": entry.address,
                "title": entry.title,
                "lead": entry.lead,
                "lang": entry.lang,
                "count": len(practices),
                "networks": labels,
            }
        )
    return cards


@register.simple_tag(takes_context=True)
def collections_in_polish_only(context: dict[str, Any]) -> dict[str, Any]:
    """The inputs of ``components/polish_only.html`` for the list of collections."""
    request = context["request"]
    found = CollectionPage.objects.originals().visible_to(request.user).order_by("path")
    polish_only, count = only_in_polish(found, request)
    return {"entries": polish_only, "count": count}


@register.simple_tag(takes_context=True)
def practices_of_collection(context: dict[str, Any], collection: Any) -> list[dict[str, Any]]:
    """Large cards of a collection's practices in its order, those the reader may see."""
    request = context["request"]
    keys = [item.practice_id for item in collection.items.all()]
    found = PracticePage.objects.originals().filter(pk__in=keys).visible_to(reader_of(request))
    by_key = {page.pk: page for page in with_card_facts(found)}
    chosen = entries([by_key[key] for key in keys if key in by_key], request)
    return [with_credit(card) for card in practice_cards(chosen, request, shape=WIDE)]


@register.simple_tag
def practice_figures() -> dict[str, int]:
    """Headline figures counted from what everybody may see."""
    return (
        PracticePage.objects.originals()
        .visible_to(ANONYMOUS)
        .aggregate(
            practices=Count("pk", distinct=True),
            cities=Count("city", distinct=True),
            documents=Count("pack", distinct=True),
        )
    )


@register.simple_tag
def practice_counts_by_city() -> dict[int, int]:
    """How many public practices each city has, alone or as a partner, by its primary key."""
    visible = PracticePage.objects.originals().visible_to(ANONYMOUS).order_by()
    counts: Counter[int] = Counter()
    for field in ("city", "partner_cities"):
        rows = visible.exclude(**{field: None}).values_list(field)
        counts.update(dict(rows.annotate(n=Count("pk", distinct=True))))
    return dict(counts)


@register.simple_tag
def practice_counts_by_theme(broadest: bool = False) -> dict[int, int]:
    """How many public practices each theme has by its own tags.

    With ``broadest``: how many each of the broadest has, its narrower themes' included.
    """
    visible = PracticePage.objects.originals().visible_to(ANONYMOUS).order_by()
    own = "tagged_items__tag__theme"
    theme = Coalesce(f"{own}__parent", own) if broadest else F(own)
    rows = visible.annotate(theme=theme).exclude(theme=None).values_list("theme")
    return dict(rows.annotate(n=Count("pk", distinct=True)))


@register.simple_tag
def practice_counts_by_tag() -> dict[int, int]:
    """How many public practices each tag has, by the tag's primary key."""
    visible = PracticePage.objects.originals().visible_to(ANONYMOUS).order_by()
    rows = visible.exclude(tagged_items=None).values_list("tagged_items__tag")
    return dict(rows.annotate(n=Count("pk", distinct=True)))


@register.simple_tag(takes_context=True)
def front_practices(context: dict[str, Any], featured: Any, limit: int = 7) -> list[dict]:
    """The practice the editors feature, or the newest, and the newest after it."""
    request = context["request"]
    visible = PracticePage.objects.originals().visible_to(reader_of(request))
    order = Case(When(pk=featured.pk if featured else 0, then=Value(0)), default=Value(1))
    newest = with_card_facts(in_readers_language(visible)).order_by(
        order, "-last_published_at", "pk"
    )
    cards = practice_cards(entries(newest[:limit], request), request)
    return [with_credit(card) for card in cards[:1]] + cards[1:]


@register.simple_tag
def unseen_practices(collection: CollectionPage) -> list[tuple[Any, list[str]]]:
    """The practices chosen for a collection that its readers will not see, with the reasons."""
    known = unseen(item.practice_id for item in collection.items.all() if item.practice_id)
    return [(page, why) for page, why in known.values() if why]
