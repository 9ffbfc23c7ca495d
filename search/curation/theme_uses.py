"""What carries a theme, over all rooms, each with the list that shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from exchange.models import MeetingPage, ProductPage
from networks.models import NetworkPage
from news.models import NewsPage
from practices.models import PracticePage
from registers.models import Person, Tag, Theme
from registers.themes import family

# The lists of the admin that are narrowed by a theme and its narrower ones.
_LISTS: list[tuple[Any, str]] = [
    (PracticePage, "practice_pages"),
    (MeetingPage, "meeting_pages"),
    (ProductPage, "product_pages"),
    (NewsPage, "news_pages"),
]


def uses_of_theme(theme: Theme) -> list[tuple[str, int, str]]:
    """(what, how many, where they are listed), the narrower themes' included."""
    themes = family(theme)
    tags = f"{reverse(Tag.snippet_viewset.get_url_name('list'))}?" + "&".join(
        f"theme={pk}" for pk in themes
    )
    uses = [(_("tags"), Tag.objects.filter(theme__in=themes).count(), tags)]
    for model, listing in _LISTS:
        bearers = model.objects.originals().filter(tagged_items__tag__theme__in=themes)
        address = f"{reverse(f'{listing}:index')}?theme={theme.pk}"
        uses.append((_named(model), bearers.distinct().count(), address))
    networks = NetworkPage.objects.originals().filter(themes__in=themes).distinct()
    address = f"{reverse('network_pages:index')}?theme={theme.pk}"
    uses.append((_named(NetworkPage), networks.count(), address))
    people = Person.objects.filter(themes__in=themes).distinct()
    listed = f"{reverse(Person.snippet_viewset.get_url_name('list'))}?" + "&".join(
        f"themes={pk}" for pk in themes
    )
    uses.append((_named(Person), people.count(), listed))
    return uses


def _named(model: Any) -> str:
    return str(model._meta.verbose_name_plural)
