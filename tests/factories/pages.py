"""How a page of any type is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

from base.models import BasePage

from .numbers import number

SUMMARY = "Miasto zrobiło coś, co inne miasto mogłoby powtórzyć. " * 8


def index(model: type[BasePage]) -> BasePage:
    """The Polish index page of a type, made with the frame of the site."""
    return model.objects.originals().get()


def made(
    model: type[BasePage],
    parent: Page,
    fields: dict[str, Any],
    *,
    published: bool,
    fill: Callable[[Any], None] | None = None,
) -> Any:
    """Make a page as an editor does: add a draft, complete it, publish its revision."""
    title = fields.pop("title", "") or f"Tytuł {number()}"
    page = model(title=title, live=False, **fields)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    if fill is not None:
        fill(page)
    revision = page.save_revision()
    if published:
        revision.publish()
    return model.objects.get(pk=page.pk)


def draft(model: type[BasePage], parent: Page, **fields: Any) -> Any:
    """A page with a title and nothing else, as an editor may leave it for tomorrow."""
    return made(model, parent, fields, published=False)
