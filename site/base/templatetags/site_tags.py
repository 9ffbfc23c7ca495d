"""Tags of the frame: where a page stands, what machines read of it, text as the site shows it."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from base import access, sections, structured_data
from base.language_state import ASKED, badge_of
from base.languages import ORIGINAL_LANGUAGE, active_language, locale_id
from base.listing import entries
from base.models import LanguageState
from base.models.pages import HOME_DEPTH
from base.pictures import WIDE, credit_line, picture

register = template.Library()


# --- Where a page stands ----------------------------------------------------------------


@register.simple_tag(takes_context=True)
def breadcrumb_items(context: dict[str, Any], *last: str, page: Any = None) -> list[dict[str, str]]:
    """The way from the home to ``page``, in the reader's language; ``last`` names a record on it.

    Ancestors the reader may not see are left out; one without a version in the reader's language
    leads to its language-state page, its Polish title marked.
    """
    request = context["request"]
    page = page or context.get("page")
    if page is None:
        return [{"title": title, "url": ""} for title in last]
    original = page.original
    items = [] if original.depth <= HOME_DEPTH else [_home(request), *_way(original, request)]
    foreign = active_language() != ORIGINAL_LANGUAGE and page.is_original
    items.append({"title": page.title, "url": _own_address(page, request, foreign=foreign),
                  "lang": ORIGINAL_LANGUAGE if foreign else ""})  # fmt: skip
    return [*items, *[{"title": title, "url": ""} for title in last]]


def _home(request: Any) -> dict[str, str]:
    return {"title": _("Home page"), "url": request.frame.home_url}


def _way(original: Page, request: Any) -> list[dict[str, str]]:
    """What lies between the home and a page."""
    paths = [
        original.path[:end]
        for end in range((HOME_DEPTH + 1) * original.steplen, len(original.path), original.steplen)
    ]
    known = {section.path: section for section in sections.sections(request)}
    if all(path in known for path in paths):
        return [{"title": known[path].title, "url": known[path].url} for path in paths]
    above = access.visible(Page.objects.filter(path__in=paths).order_by("path"), request.user)
    return [_item(each, request) for each in _in_readers_language(list(above))]


def _in_readers_language(originals: list[Page]) -> list[Page]:
    """Each ancestor in the reader's language where there is one, in one query for all."""
    if active_language() == ORIGINAL_LANGUAGE:
        return originals
    translations = {
        page.translation_key: page
        for page in Page.objects.filter(
            translation_key__in=[page.translation_key for page in originals],
            locale_id=locale_id(active_language()),
            live=True,
        )
    }
    return [translations.get(page.translation_key, page) for page in originals]


def _item(page: Page, request: Any) -> dict[str, str]:
    if page.locale_id == locale_id(active_language()):
        return {"title": page.title, "url": page.get_url(request)}
    entry = entries([page.specific], request)[0]
    return {"title": entry.title, "url": entry.address, "lang": entry.lang or ""}


def _own_address(page: Any, request: Any, *, foreign: bool) -> str:
    return request.path if foreign else page.get_url(request) or request.path


# --- What machines read -----------------------------------------------------------------


@register.simple_tag
def breadcrumb_data(items: list[dict[str, str]]) -> SafeString:
    """The breadcrumbs as schema.org's BreadcrumbList."""
    return structured_data.script(structured_data.breadcrumb_list(items))


@register.simple_tag(takes_context=True, name="structured_data")
def page_data(context: dict[str, Any], schema: str, **properties: Any) -> SafeString:
    """The page as JSON-LD: its schema.org type, and its facts in schema.org's own names.

    ``{% structured_data "Event" startDate=original.start location=where %}``; what is empty is
    left out.
    """
    page = context["page"]
    data = structured_data.page_data(page, context["metadata"], schema, properties)
    return structured_data.script(data)


@register.simple_tag(takes_context=True)
def site_data(context: dict[str, Any]) -> SafeString:
    """The organisation and the site, for the home page."""
    website = structured_data.website(context["request"].frame.search_url)
    return structured_data.script({"@graph": [structured_data.organisation(), website]})


@register.simple_tag
def schema_place(name: str = "", locality: str = "") -> dict[str, Any] | None:
    """A place for ``location`` or ``contentLocation``; nothing where neither is known."""
    return structured_data.place(name, locality=locality) if name or locality else None


@register.simple_tag
def schema_person(name: str = "") -> dict[str, Any] | None:
    """Somebody for ``author`` or ``performer``."""
    return {"@type": "Person", "name": name} if name else None


@register.filter
def licence_address(code: str) -> str:
    """The address of an open licence for ``license``; empty where there is none."""
    return structured_data.LICENCE_ADDRESSES.get(code, "")


# --- What a page begins with ------------------------------------------------------------


@register.inclusion_tag("components/language_notice.html", takes_context=True)
def language_notice(context: dict[str, Any]) -> dict[str, Any]:
    """What an English page says of its language, and the wish for more than an abstract."""
    original, state = context["original"], context["language_state"]
    badge = badge_of(state)
    wanting = badge == LanguageState.State.ABSTRACT
    request = context["request"]
    return {
        "state": badge,
        "url": original.get_url(request),
        "polish_date": state.polish_changed_at if state else None,
        "english_date": state.english_published_at if state else None,
        "ask_url": reverse("ask_for_english", args=[original.translation_key]) if wanting else "",
        "asked": wanting and ASKED in request.GET,
    }


@register.simple_tag
def cover_of(original: Any) -> dict[str, Any] | None:
    """A page's cover and its credit, for ``components/figure.html``."""
    shown = picture(original.cover, WIDE)
    return {"picture": shown, "credit": credit_line(original.cover)} if shown else None


# --- Text -------------------------------------------------------------------------------


@register.simple_tag
def richtext_of(html: str) -> SafeString:
    """Rich text as a value for a component; links as :mod:`base.rich_text` decides."""
    return SafeString(expand_db_html(html))


@register.simple_tag
def section_url(model: str) -> str:
    """The address of an index page, by its model, in the reader's language."""
    return sections.address_of(model)
