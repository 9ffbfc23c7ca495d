"""Programmes and networks."""

from __future__ import annotations

from typing import Any

from networks.models import NetworkIndexPage, NetworkPage, ProgrammePage

from .english_pages import english
from .pages import SUMMARY, index, made


def programme(*, published: bool = True, **fields: Any) -> ProgrammePage:
    given = {"lead": "Program wymiany doświadczeń.", "summary": SUMMARY, **fields}
    return made(ProgrammePage, index(NetworkIndexPage), given, published=published)


def network(
    *, parent: ProgrammePage | None = None, published: bool = True, **fields: Any
) -> NetworkPage:
    given = {
        "lead": "Miasta, które uczą się od siebie.",
        "summary": SUMMARY,
        "short_name": "Cyfryzacja",
        "purpose": "<p>Wspólne rozwiązania.</p>",
        **fields,
    }
    return made(NetworkPage, parent or programme(), given, published=published)


def translated_network(**fields: Any) -> NetworkPage:
    """A network whose English page is live, so that what is below it can be translated."""
    above = programme()
    english(above)
    page = network(parent=above, **fields)
    english(page)
    return page


def some_network() -> NetworkPage:
    """Any network that is there already, for those who only need one."""
    return NetworkPage.objects.originals().filter(live=True).first() or network()
