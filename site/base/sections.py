"""The sections of the site: what stands right below the home, in the reader's language.

Menus and footers list them, and much else leads to one of them by its type: the list of
practices, of cities, of news. Their names and addresses are read together and kept for a
minute; whether each may be seen is asked of the database on every request.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Page, Site

from . import access
from .languages import active_language, original_locale_id
from .listing import entries

if TYPE_CHECKING:
    from django.http import HttpRequest

KEPT_FOR = 1 if settings.DEBUG else 60


@dataclass(frozen=True)
class Section:
    """A page below the home: ``pk`` is the original's, title and address the reader's language's.

    ``model`` is the label of its type, ``practices.PracticeIndexPage``.
    """

    pk: int
    path: str
    model: str
    title: str
    url: str
    in_menu: bool
    in_footer: bool


def all_sections() -> list[Section]:
    """Those that have a version in the reader's language, whoever may see them."""
    known = kept()
    if known is None:
        known = _read()
        cache.set(_key(), known, KEPT_FOR)
    return known


def kept() -> list[Section] | None:
    """The same as they were read within the last minute, if they were."""
    return cache.get(_key())


def _key() -> str:
    return f"sections:{active_language()}"


def sections(request: HttpRequest) -> list[Section]:
    """Those that everybody may see now, in the order of the tree; asked once a request."""
    shown = getattr(request, "_sections", None)
    if shown is None:
        known = all_sections()
        pages = Page.objects.filter(pk__in=[section.pk for section in known])
        public = set(access.visible(pages, access.ANONYMOUS).values_list("pk", flat=True))
        shown = [section for section in known if section.pk in public]
        request._sections = shown  # type: ignore[attr-defined]
    return shown


def address_of(model: str | type[Page]) -> str:
    """The address of the section of a type in the reader's language; empty where there is none."""
    label = model if isinstance(model, str) else model._meta.label
    return next((section.url for section in all_sections() if section.model == label), "")


def _read() -> list[Section]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return []
    below = site.root_page.get_children().filter(locale_id=original_locale_id(), live=True)
    found = entries(below.order_by("path"))
    unlisted = _not_in_footer([entry.original for entry in found])
    return [
        Section(
            pk=entry.original.pk,
            path=entry.original.path,
            model=entry.original.specific_class._meta.label,
            title=entry.title,
            url=entry.address or "",
            in_menu=entry.original.show_in_menus,
            in_footer=entry.original.pk not in unlisted,
        )
        for entry in found
        if entry.page is not None and entry.original.specific_class is not None
    ]


def _not_in_footer(pages: list[Page]) -> set[int]:
    """Pages whose editors took them out of the footer; only types with that choice are asked."""
    models = {page.specific_class for page in pages} - {None}
    return {
        pk
        for model in models
        if any(field.name == "in_footer" for field in model._meta.get_fields())
        for pk in model._default_manager.filter(
            pk__in=[page.pk for page in pages], in_footer=False
        ).values_list("pk", flat=True)
    }
