"""Films and pictures as components want them."""

from __future__ import annotations

from typing import Any, Literal

from django import template

from base import films
from base.languages import active_language
from base.models import CustomImage
from base.pictures import WIDE, Picture, picture

register = template.Library()


@register.simple_tag(takes_context=True)
def film(context: Any, address: str) -> films.Film:
    """A film to be shown; the answer's security policy then admits its player, and only there.

    See ``ReaderHeadersMiddleware``: what a request shows is told to it here.
    """
    found = films.film(address, active_language())
    request = context.get("request")
    if found.player and request is not None:
        request.players = {*getattr(request, "players", ()), found.player_site}
    return found


@register.simple_tag
def picture_of(image: CustomImage | Literal[""] | None) -> Picture | None:
    """A picture in a text, or before a film; none where none is chosen."""
    return picture(image or None, WIDE)
