"""What the exchange's room adds to other rooms' pages: meetings and products."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count

from base.access import ANONYMOUS
from base.listing import entries
from exchange.cards import meeting_cards, product_cards
from exchange.listing import not_over
from exchange.models import MeetingPage, ProductPage
from registers.models import City, Theme
from registers.themes import family

register = template.Library()


def _meetings(context: dict[str, Any]) -> Any:
    meetings = MeetingPage.objects.originals().visible_to(context["request"].user)
    return meetings.select_related("host_city")


def _products(context: dict[str, Any]) -> Any:
    return ProductPage.objects.originals().visible_to(context["request"].user)


def _meeting_cards(context: dict[str, Any], queryset: Any) -> list[dict[str, Any]]:
    return meeting_cards(entries(queryset, context["request"]), context["request"])


def _product_cards(context: dict[str, Any], queryset: Any) -> list[dict[str, Any]]:
    return product_cards(entries(queryset, context["request"]), context["request"])


@register.simple_tag(takes_context=True)
def next_meetings(context: dict[str, Any], limit: int = 3) -> list[dict[str, Any]]:
    """Meetings still to come, the soonest first."""
    coming = _meetings(context).filter(not_over())
    return _meeting_cards(context, coming.order_by("start")[:limit])


@register.simple_tag(takes_context=True)
def past_meetings(context: dict[str, Any], limit: int = 3) -> list[dict[str, Any]]:
    """Meetings that took place, the latest first."""
    past = _meetings(context).exclude(start=None).exclude(not_over())
    return _meeting_cards(context, past.order_by("-start")[:limit])


@register.simple_tag(takes_context=True)
def meetings_of_network(context: dict[str, Any], network: Any) -> list[dict[str, Any]]:
    """A network's meetings in order, for its timeline."""
    below = _meetings(context).filter(path__startswith=network.path, depth=network.depth + 1)
    return _meeting_cards(context, below.order_by("start"))


@register.simple_tag(takes_context=True)
def meetings_hosted_by(context: dict[str, Any], city: City) -> list[dict[str, Any]]:
    return _meeting_cards(context, _meetings(context).filter(host_city=city).order_by("-start"))


@register.simple_tag
def meeting_counts_by_city() -> dict[int, int]:
    """How many public meetings each city has hosted or will host, by its primary key."""
    visible = MeetingPage.objects.originals().visible_to(ANONYMOUS).exclude(host_city=None)
    return dict(visible.order_by().values_list("host_city").annotate(n=Count("pk")))


@register.simple_tag(takes_context=True)
def meetings_of_theme(context: dict[str, Any], theme: Theme, limit: int = 4) -> list[dict]:
    themes = family(theme)
    found = _meetings(context).filter(tagged_items__tag__theme__in=themes).distinct()
    return _meeting_cards(context, found.order_by("-start")[:limit])


@register.simple_tag(takes_context=True)
def meetings_showing(context: dict[str, Any], practice: Any) -> list[dict[str, Any]]:
    """The meetings at which a practice was shown."""
    found = _meetings(context).filter(practices_shown=practice).order_by("-start")
    return _meeting_cards(context, found)


@register.simple_tag(takes_context=True)
def products_of_network(context: dict[str, Any], network: Any) -> list[dict[str, Any]]:
    below = _products(context).filter(path__startswith=network.path, depth=network.depth + 1)
    return _product_cards(context, below.order_by("-public_from", "pk"))


@register.simple_tag(takes_context=True)
def products_of_theme(context: dict[str, Any], theme: Theme, limit: int = 4) -> list[dict]:
    themes = family(theme)
    found = _products(context).filter(tagged_items__tag__theme__in=themes).distinct()
    return _product_cards(context, found.order_by("-public_from", "pk")[:limit])


@register.simple_tag(takes_context=True)
def products_using(context: dict[str, Any], practice: Any) -> list[dict[str, Any]]:
    """The products a practice went into."""
    return _product_cards(context, _products(context).filter(practices=practice))


@register.simple_tag(takes_context=True)
def all_products(context: dict[str, Any]) -> list[dict[str, Any]]:
    return _product_cards(context, _products(context).order_by("-public_from", "pk"))


@register.simple_tag(takes_context=True)
def exchange_figures(context: dict[str, Any]) -> dict[str, int]:
    """How many meetings and products everybody may see."""
    return {"meetings": _meetings(context).count(), "products": _products(context).count()}
