"""Honest English: what state an original's English is in, and what its address answers.

State, digest and dates are one row per original (:class:`base.models.LanguageState`). An English
address whose page does not exist answers with that state, never with Polish text as English.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail.url_routing import RouteResult
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from . import access, sections
from .languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language
from .models.records import LanguageState
from .text import has_text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from .models import BasePage

State = LanguageState.State
# What an abstract consists of; everything else translated makes the version full.
ABSTRACT_FIELDS = {"title", "lead", "summary", "seo_title", "search_description"}
# The parameter with which a reader comes back who has asked for an English version.
ASKED = "asked"


def texts_of(page: BasePage) -> list[tuple[str, str]]:
    """The translatable words of a page: (path of the field, row or block; text)."""
    return [
        (segment.path, segment.string.data)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and has_text(segment.string.data)
    ]


def digest_of(original: BasePage) -> str:
    """A fingerprint of the translatable text; facts do not count, nor does the order of rows."""
    texts = sorted(texts_of(original), key=lambda text: _row_of(original, text[0]))
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def _row_of(page: BasePage, path: str) -> str:
    """The row a text belongs to; nothing for the texts of the page itself, whose order counts."""
    return path if page._meta.get_field(path.partition(".")[0]).one_to_many else ""


def fields_with_text(page: BasePage) -> set[str]:
    """The fields that say something; a row of a relation counts by itself."""
    names = set()
    for path, _text in texts_of(page):
        first, _, rest = path.partition(".")
        field = page._meta.get_field(first)
        names.add(f"{first}.{rest.partition('.')[0]}" if field.one_to_many else first)
    return names


def _state_of(original: BasePage, english: BasePage | None) -> str:
    if english is None or not english.live:
        return State.POLISH_ONLY
    untranslated = fields_with_text(original) - fields_with_text(english) - ABSTRACT_FIELDS
    return State.ABSTRACT if untranslated else State.FULL


def badge_of(state: LanguageState | None) -> str:
    """What a card or a notice says of the language: Polish readers need to be told nothing."""
    if active_language() == ORIGINAL_LANGUAGE or state is None:
        return "full"
    if state.state == State.POLISH_ONLY:
        return "pl_only"
    return "stale" if state.outdated else state.state


def refresh(page: BasePage) -> LanguageState | None:
    """Compute the row of this page's original again from what is published now."""
    original = (
        page
        if page.is_original
        else type(page).objects.originals().filter(translation_key=page.translation_key).first()
    )
    if original is None or original.pk is None:
        return None
    row, _created = LanguageState.objects.get_or_create(
        translation_key=original.translation_key, defaults={"page_id": original.pk}
    )
    row.state = _state_of(original, original.english)
    row.outdated = (
        row.state != State.POLISH_ONLY
        and bool(row.english_digest)
        and row.english_digest != row.polish_digest
    )
    row.save()
    return row


def note_publication(page: BasePage) -> None:
    """Record what was published, in either language, and refresh the state."""
    row = refresh(page)
    if row is None:
        return
    now = timezone.now()
    if page.is_original:
        digest = digest_of(page)
        if digest != row.polish_digest:
            row.polish_digest, row.polish_changed_at = digest, now
    else:
        # The text the translator worked from is what the original says at this moment.
        row.english_digest, row.english_published_at = row.polish_digest, now
    row.outdated = (
        row.state != State.POLISH_ONLY
        and bool(row.english_digest)
        and row.english_digest != row.polish_digest
    )
    row.save()


def start_english(original: BasePage) -> None:
    """Make the English draft that structure gets with its Polish page."""
    from wagtail_localize.operations import translate_object

    parent = original.get_parent()
    english = Locale.objects.get(language_code=TRANSLATION_LANGUAGE)
    if parent.has_translation(english) and original.english is None:
        translate_object(original, [english])


def ask_for_english(original: BasePage) -> None:
    """Count one reader's wish; nothing about the reader is kept."""
    LanguageState.objects.get_or_create(
        translation_key=original.translation_key, defaults={"page_id": original.pk}
    )
    LanguageState.objects.filter(translation_key=original.translation_key).update(
        english_requests=F("english_requests") + 1
    )


# --- English addresses ------------------------------------------------------------------


def _original_below(parent: Page, slugs: list[str]) -> Page | None:
    """The page at this path of Polish slugs below an original; for an alias what it shows."""
    page = parent
    for slug in slugs:
        page = page.get_children().filter(slug=slug).first()
        if page is None:
            return None
    return (page.alias_of or page).specific


def _former_place(parent: Page, slugs: list[str]) -> Page | None:
    """What stood at this path of Polish slugs before it was renamed or moved.

    Its Polish redirect remembers; it names the page and not its address, so that however often
    the page was renamed, one step leads to where it is now.
    """
    old_path = Redirect.normalise_path(f"{parent.get_url_parts()[2]}{'/'.join(slugs)}")
    found = Redirect.objects.filter(old_path=old_path, redirect_page__isnull=False).first()
    return (found.redirect_page.alias_of or found.redirect_page).specific if found else None


def route_missing_english(
    parent: BasePage, request: HttpRequest, components: list[str]
) -> RouteResult:
    """What an English parent answers for an address below it that has no live English page.

    The Polish slug, a former one too, leads to the state page; a draft's own English slug leads
    to the same item.
    Raises ``Http404`` where there is no such Polish page or the reader may not see it.
    """
    try:
        above = parent.original
        item = _original_below(above, components) or _former_place(above, components)
        if item is None:
            draft = parent.get_children().filter(slug=components[0], live=False).first()
            if draft is None or len(components) > 1:
                raise Http404
            item = getattr(draft.specific, "original", None)
    except ObjectDoesNotExist as error:
        # A page without its original, which the audit lists, answers nothing.
        raise Http404 from error
    if not hasattr(item, "is_original") or not access.can_see(item, request.user):
        raise Http404
    return RouteResult(parent, kwargs={"missing_english": item})


def english_address(original: BasePage, request: HttpRequest | None = None) -> str | None:
    """The English address of anything: its English page, else its state page."""
    english = original.english
    if english is not None and english.live:
        return english.get_url(request)
    parent = original.get_parent().specific
    above = english_address(parent, request) if hasattr(type(parent), "english") else None
    return f"{above}{original.slug}/" if above else None


def state_addresses(
    originals: Iterable[BasePage], request: HttpRequest | None = None
) -> dict[int, str]:
    """The English addresses of originals without an English page, by their primary keys.

    What stands below the same page shares the way to it, so that page is asked once.
    """
    served = getattr(request, "served_page", None)
    # A request's lists often lie below the same pages: their addresses are kept for it.
    above: dict[str, str] = getattr(request, "_english_ways", {})
    if request is not None:
        request._english_ways = above  # type: ignore[attr-defined]
    if served is not None and not served.is_original and served.live:
        above[served.original.path] = served.get_url(request) or ""
    if active_language() == TRANSLATION_LANGUAGE:
        above.update({section.path: section.url for section in sections.kept() or ()})
    originals = list(originals)
    wanted = {original.path[: -original.steplen] for original in originals} - {*above}
    above.update(_english_addresses(wanted, request))
    return {
        original.pk: f"{start}{original.slug}/" if start else ""
        for original in originals
        for start in [above[original.path[: -original.steplen]]]
    }


def _english_addresses(paths: set[str], request: HttpRequest | None) -> dict[str, str]:
    """Where the pages with these tree paths stand in English: two queries for any number.

    Those without a live English one are found by the pages above them, two more for each level.
    """
    if not paths:
        return {}
    parents = list(Page.objects.filter(path__in=paths))
    english = {
        page.translation_key: page
        for page in Page.objects.filter(
            translation_key__in=[parent.translation_key for parent in parents],
            locale__language_code=TRANSLATION_LANGUAGE,
            live=True,
        )
    }
    addresses, missing = dict.fromkeys(paths, ""), {}
    for parent in parents:
        if found := english.get(parent.translation_key):
            addresses[parent.path] = found.get_url(request) or ""
        elif hasattr(parent.specific_class, "english"):
            missing[parent.path] = parent
    above = _english_addresses({path[: -Page.steplen] for path in missing}, request)
    for path, parent in missing.items():
        if start := above[path[: -Page.steplen]]:
            addresses[path] = f"{start}{parent.slug}/"
    return addresses


def serve_missing_english(request: HttpRequest, original: BasePage) -> HttpResponse:
    """The language-state page: 200, English, not to be indexed, canonical to the Polish page."""
    english = original.english
    if english is not None and english.live:
        return HttpResponseRedirect(english.get_url(request), status=301)
    if (address := english_address(original, request)) and address != request.path:
        return HttpResponseRedirect(address)
    # What is shown has a place in each language; its lead and its other words stay Polish, so
    # the frame is not given it as the page whose words to quote.
    request.served_page = original  # type: ignore[attr-defined]
    return TemplateResponse(
        request,
        "base/language_state.html",
        {
            "original": original,
            "state": original.state_of_english,
            "polish_url": original.get_url(request),
            "canonical_url": original.full_url,
            "noindex": True,
            "ask_url": reverse("ask_for_english", args=[original.translation_key]),
            "thanks": ASKED in request.GET,
        },
    )
