"""A redirect that would lead its reader in a circle is refused where it is made.

Wagtail 7.4 takes a redirect to its own address, and two that point at each other: a browser gives
up on them after twenty steps. A page that a redirect leads to ends the way, since it is led to only
while it is seen. Delete :func:`apply` when ``Redirect.clean`` follows the way itself.
"""

from __future__ import annotations

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site


def circle(redirect: Redirect) -> list[str]:
    """The addresses that somebody comes through to where they began; empty if the way ends.

    ``redirect`` may be new or changed: it counts as it is, the others as they are kept. One that
    leads into a circle of others is not asked about here, each of those being refused already.
    """
    others = Redirect.get_for_site(redirect.site).exclude(pk=redirect.pk)
    way: list[str] = []
    at: Redirect | None = redirect
    while at is not None:
        address = _within_this_site(at)
        if address is None or address in way:
            return []
        way.append(address)
        for asked in _asked_for(address):
            if asked == redirect.old_path:
                return way
            # One for this site alone comes before one for all.
            at = others.filter(old_path=asked).order_by("site").first()
            if at is not None:
                break
    return []


def _asked_for(address: str) -> list[str]:
    """What is looked up for an address: the whole of it, then without its query."""
    return list(dict.fromkeys([address, address.partition("?")[0]]))


def _within_this_site(redirect: Redirect) -> str | None:
    """Where a redirect leads, as redirects keep addresses; nothing if that is another site."""
    parts = urlsplit(redirect.link or "")
    if not redirect.link or (parts.hostname and parts.hostname not in own_hosts()):
        return None
    return Redirect.normalise_path(redirect.link)


def own_hosts() -> set[str]:
    """The names this site answers by."""
    own = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""
    return {own, *Site.objects.values_list("hostname", flat=True)}


def _without_circles(original):
    @wraps(original)
    def clean(self: Redirect) -> None:
        original(self)
        way = circle(self)
        if not way:
            return
        field = "redirect_page" if self.redirect_page else "redirect_link"
        if len(way) == 1:
            raise ValidationError({field: _("The address would lead to itself.")})
        message = _("This would lead in a circle: %(way)s. Change or delete one of the redirects.")
        circle_shown = " → ".join([self.old_path, *way])
        raise ValidationError({field: message % {"way": circle_shown}})

    return clean


def apply() -> None:
    Redirect.clean = _without_circles(Redirect.clean)
