"""Icons that editors name: a name that does not exist would break the page it stands on."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

# Offered while one types; any other name of the Lucide set does as well.
OFFERED = [
    *("accessibility", "baby", "badge-check", "banknote", "bike", "book-open", "briefcase"),
    *("building-2", "bus", "calendar-days", "cloud-rain", "coins", "compass", "cpu", "droplets"),
    *("factory", "file-text", "flower-2", "gauge", "graduation-cap", "hand-coins", "hand-heart"),
    *("handshake", "heart-pulse", "house", "landmark", "laptop", "leaf", "library", "lightbulb"),
    *(
        "map",
        "map-pin",
        "megaphone",
        "message-circle",
        "mountain",
        "network",
        "palette",
        "plug-zap",
    ),
    *("recycle", "route", "scale", "school", "shield-check", "shopping-bag", "sprout", "store"),
    *(
        "sun",
        "tag",
        "theater",
        "thermometer",
        "ticket",
        "traffic-cone",
        "train-front",
        "tree-deciduous",
    ),
    *(
        "trees",
        "users",
        "users-round",
        "vote",
        "wallet",
        "warehouse",
        "waves-horizontal",
        "wifi",
        "wind",
    ),
]


@cache
def icon_names() -> frozenset[str]:
    """Every name of the Lucide set that is installed."""
    archive = ZipFile(BytesIO((files("lucide") / "lucide.zip").read_bytes()))
    return frozenset(name.removesuffix(".svg") for name in archive.namelist())


def validate_icon(name: str) -> None:
    if name not in icon_names():
        raise ValidationError(_("There is no icon “%(name)s” in the Lucide set.") % {"name": name})


class IconInput(forms.TextInput):
    """A text field that offers the names of icons."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        list_id = f"{(attrs or {}).get('id', name)}_icons"
        field = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        options = format_html_join("", '<option value="{}">', ((each,) for each in OFFERED))
        return format_html('{}<datalist id="{}">{}</datalist>', field, list_id, options)
