"""How the English of a page stands."""

from __future__ import annotations

from wagtail.models import Page

from base.models import LanguageState

State = LanguageState.State


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def state_of(page) -> LanguageState:
    return fresh(page).state_of_english
