"""Plain pages and the declaration of accessibility."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.models import Page

from home.models import AccessibilityPage, HomePage, PlainPage

from .pages import index, made


def plain_page(*, parent: Page | None = None, published: bool = True, **fields: Any) -> PlainPage:
    given = {"lead": "O czym to jest.", "body": [("paragraph", "<p>Treść.</p>")], **fields}
    return made(PlainPage, parent or index(HomePage), given, published=published)


def declaration(*, published: bool = True, **fields: Any) -> AccessibilityPage:
    day = date(2026, 3, 1)
    given = {
        "lead": "Deklaracja.",
        "entity": "Związek Miast Polskich",
        "procedure": "<p>Odpowiemy w ciągu 7 dni, najpóźniej w ciągu 2 miesięcy. Skargę można "
        'złożyć do <a href="https://bip.brpo.gov.pl">Rzecznika Praw Obywatelskich</a>.</p>',
        "architecture": "<p>Wejście bez schodów.</p>",
        "communication": "<p>Telefon i poczta.</p>",
        "site_name": "EMPIRIE",
        "site_url": "https://example.org",
        "published_on": day,
        "updated_on": day,
        "prepared_on": day,
        "status": "fully",
        "contact_name": "Jan Przykładny",
        "email": "dostepnosc@example.org",
        "phone": "61 000 00 00",
        **fields,
    }
    return made(AccessibilityPage, index(HomePage), given, published=published)
