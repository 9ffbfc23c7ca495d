"""What the registers' room gives to templates: lists and pages of cities, themes and people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from base.labels import in_language
from base.pictures import gallery
from registers import presentation
from registers.cards import theme_tiles
from registers.city_listing import Participation, city_list
from registers.models import City, Tag, Theme
from registers.people import people_list
from registers.poland_map import locator
from registers.themes import family

register = template.Library()


@register.simple_tag
def participation(
    roles: Mapping[int, Any], practices: Mapping[int, int], meetings: Mapping[int, int]
) -> Participation:
    """What higher rooms know of cities, for :func:`cities_asked_for`."""
    return Participation(roles=roles, practices=practices, meetings=meetings)


@register.simple_tag(takes_context=True)
def cities_asked_for(
    context: dict[str, Any], known: Participation, networks: Iterable[Any]
) -> dict[str, Any]:
    """The list of cities for the address asked; ``networks`` are labels with slug and title."""
    choices = [(network.slug, network.title) for network in networks if not network.closed]
    return city_list(context["request"], known, choices)


@register.simple_tag
def facts_of_city(city: City, cities_url: str, practices_url: str) -> list[dict[str, Any]]:
    return presentation.city_facts(city, cities_url=cities_url, practices_url=practices_url)


@register.simple_tag
def practice_links_of(city: City, practices_url: str) -> list[dict[str, str]]:
    """Ways to practices from cities of the same size, voivodeship and kind."""
    return presentation.practice_links(city, practices_url)


@register.simple_tag(takes_context=True)
def programme_statuses_of(context: dict[str, Any], city: City) -> list[dict[str, Any]]:
    return presentation.programme_statuses(city, context["request"])


@register.simple_tag
def gallery_of_city(city: City) -> list[dict[str, Any]]:
    return gallery(row.image for row in city.gallery.select_related("image"))


@register.simple_tag
def locator_map(city: City) -> dict[str, Any] | None:
    """The city on the map of Poland; nothing where its place is unknown."""
    return locator(city)


@register.simple_tag
def schema_of_city(city: City) -> dict[str, Any]:
    return presentation.city_schema(city)


@register.simple_tag
def shown_as(title: str, lead: str = "") -> dict[str, str]:
    """A record as ``components/metadata.html`` wants the page it speaks of."""
    return {"title": title, "lead": lead}


@register.simple_tag
def all_themes(counts: Mapping[int, int]) -> list[dict[str, Any]]:
    """The broader themes as tiles with their narrower ones; ``counts`` are the practices."""
    return theme_tiles(Theme.objects.all(), counts)


@register.simple_tag
def narrower_themes(theme: Theme, counts: Mapping[int, int]) -> list[dict[str, Any]]:
    """The narrower themes as tiles of their own."""
    return theme_tiles(theme.children.all(), counts, below=theme)


@register.simple_tag
def tags_of_theme(
    theme: Theme, counts: Mapping[int, int], practices_url: str
) -> list[dict[str, Any]]:
    """The tags of a theme and its narrower ones that lead to some practice, as filters."""
    themes = family(theme)
    return [
        {
            "label": in_language(tag.name, tag.name_en),
            "count": counts[tag.pk],
            "url": f"{practices_url}?tag={tag.slug}",
            "lang": tag.label_language,
        }
        for tag in Tag.objects.filter(theme__in=themes)
        if counts.get(tag.pk)
    ]


@register.simple_tag(takes_context=True)
def people_asked_for(
    context: dict[str, Any], roles: Mapping[int, dict[str, str]]
) -> dict[str, Any]:
    """The directory of people for the address asked."""
    return people_list(context["request"], roles)
