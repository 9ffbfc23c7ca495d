"""The English of a page, as a translator writes it."""

from __future__ import annotations

from typing import Any

from base.models import BasePage
from base.translating import write_english

from .numbers import number

# What the law wants said in a declaration of accessibility.
ENGLISH_PROCEDURE = (
    "<p>We answer within 7 days, within 2 months at most. Complaints go to the "
    '<a href="https://bip.brpo.gov.pl">Commissioner for Human Rights</a>.</p>'
)


def english(
    page: BasePage, *, full: bool = True, publish: bool = True, slug: str = "", **texts: Any
) -> Any:
    """The English page: every text of it, or its abstract (title, lead, summary and no more).

    Pages above it that have no live English are not made; say ``english`` of them first.
    """
    n = number()
    given: dict[str, Any] = {}
    for field in page.translatable_fields:
        model_field = page._meta.get_field(field.field_name)
        is_text = not model_field.one_to_many
        wanted = full or field.field_name in ("title", "lead", "summary")
        if is_text and wanted and getattr(page, field.field_name):
            given[field.field_name] = english_text(page, field.field_name, n)
    rows = _english_rows if full else None
    return write_english(page, {**given, **texts}, slug=slug, rows=rows, publish=publish)


def english_way_to(page: BasePage) -> None:
    """Give every page above this one its live English, where it has none yet."""
    for above in page.get_ancestors().filter(depth__gt=2).specific():
        if above.english is None or not above.english.live:
            english(above)


def english_text(page: BasePage, name: str, n: int) -> Any:
    """English for one field of a page: words in the field's own form."""
    value = getattr(page, name)
    if name == "procedure":
        return ENGLISH_PROCEDURE
    if hasattr(value, "stream_block"):
        return [("paragraph", f"<p>English words {n}.</p>")]
    text = f"English {name.replace('_', ' ')} {n}"
    return f"<p>{text}</p>" if str(value).startswith("<") else text


def _english_rows(page: BasePage) -> None:
    for field in page.translatable_fields:
        if page._meta.get_field(field.field_name).one_to_many:
            manager = getattr(page, field.field_name)
            for row in manager.all():
                for text in row.texts:
                    setattr(row, text, f"English {text}")
                manager.add(row)
