"""People who agreed to be shown, by what they do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from base.filters import Filters
from base.pictures import PORTRAIT, pictures

from .cards import person_card
from .models import Person, Theme
from .models.vocabularies import PersonKind

if TYPE_CHECKING:
    from django.http import HttpRequest

# Those whom a reader looks for first come first.
GROUPS = [
    (PersonKind.COORDINATOR, gettext_lazy("Coordinators")),
    (PersonKind.MODERATOR, gettext_lazy("Moderators")),
    (PersonKind.EXPERT, gettext_lazy("Experts")),
    (PersonKind.ADVISER, gettext_lazy("Advisers")),
    (PersonKind.LEADER, gettext_lazy("Leaders")),
    (PersonKind.REPRESENTATIVE, gettext_lazy("Representatives of cities")),
]


def people_list(request: HttpRequest, roles: Mapping[int, dict[str, str]]) -> dict[str, Any]:
    """The directory; ``roles`` say what a person does in the networks, by her primary key."""
    public = Person.objects.public()
    themes = list(Theme.objects.all())
    used = set(public.exclude(themes=None).values_list("themes", flat=True))
    filters = Filters(request, {"theme": _choices(themes, used)})
    shown = public
    if code := filters.get("theme"):
        chosen = next(theme for theme in themes if theme.code == code)
        shown = public.filter(themes__in=_with_narrower(chosen, themes)).distinct()
    people = list(shown.select_related("city", "photo"))
    photos = pictures([person.photo_id for person in people], PORTRAIT)
    groups = [
        {
            "id": str(kind),
            "title": title,
            "cards": [
                person_card(
                    person, **roles.get(person.pk, {}), photo=photos.get(person.photo_id or 0)
                )
                for person in people
                if person.kind == kind
            ],
        }
        for kind, title in GROUPS
    ]
    return {
        "groups": [group for group in groups if group["cards"]],
        "count": len(people),
        "filters": filters,
        "theme": filters.select("theme", _("All themes")),
    }


def _with_narrower(theme: Theme, themes: list[Theme]) -> list[int]:
    return [each.pk for each in themes if theme.pk in (each.pk, each.parent_id)]


def _choices(themes: list[Theme], used: set[int]) -> list[tuple[str, str]]:
    """The themes somebody stands for, narrower ones below their broader one."""
    choices = []
    for broader in themes:
        if broader.parent_id is not None:
            continue
        if used.intersection(_with_narrower(broader, themes)):
            choices.append((broader.code, broader.label))
        choices += [
            (each.code, f"– {each.label}")
            for each in themes
            if each.parent_id == broader.pk and each.pk in used
        ]
    return choices
