"""What a page lacks."""

from __future__ import annotations

from wagtail.models import Page


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def names(page) -> set[str]:
    return {missing.field for missing in page.missing_for_publication()}
