"""Themes in two levels: what belongs to one belongs to its broader one; and their addresses."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect

from .models import Theme


def family(theme: Theme) -> list[int]:
    """A theme and its narrower ones, by primary key.

    No query where the theme came with its ``children`` prefetched, as on its own page.
    """
    return [theme.pk, *[child.pk for child in theme.children.all()]]


def addresses_of(theme: Theme) -> dict[str, str]:
    """Where a theme's page stands in each language; empty while the list of themes is not live."""
    addresses = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses[language] = theme.get_absolute_url()
    return addresses


def lead_from(former: str, *, to: str) -> None:
    """Let a former address, and those that led to it, lead to the present one."""
    if not former or not to or former == to:
        return
    Redirect.objects.filter(redirect_link=former).update(redirect_link=to)
    paths = [Redirect.normalise_path(address) for address in (former, to)]
    Redirect.objects.filter(old_path__in=paths, site=None).delete()
    Redirect.add_redirect(former, redirect_to=to, automatically_created=True)
