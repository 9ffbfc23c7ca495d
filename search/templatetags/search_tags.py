"""What the search room adds to the pages of practices: results of the list, similar practices."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from base.filters import in_readers_language
from base.languages import active_language
from base.listing import entries
from base.templatetags.typography import bound
from practices.cards import practice_cards, with_card_facts
from practices.models import PracticePage, RelatedPractice
from search.analysis.highlighting import Segments
from search.feeds import feed_address
from search.likeness import similar_to
from search.results import practice_results

SIMILAR = 3
# A few more are asked for: some may be chosen already, or closed a moment ago.
SPARE = 3

register = template.Library()


@register.simple_tag(takes_context=True)
def practice_list(context: dict[str, Any]) -> dict[str, Any]:
    """What the practice list shows for the address asked."""
    return practice_results(context["request"])


@register.simple_tag(takes_context=True)
def similar_practices(context: dict[str, Any], original: PracticePage) -> list[dict[str, Any]]:
    """Cards of what the editors chose, and then of the practices most like this one."""
    request = context["request"]
    alike = similar_to(original.pk, language=active_language(), limit=SIMILAR + SPARE)
    others = PracticePage.objects.originals().visible_to(request.user).exclude(pk=original.pk)
    found = (
        with_card_facts(in_readers_language(others))
        .annotate(chosen=_place_among_chosen(original, request))
        .filter(Q(pk__in=alike) | Q(chosen__isnull=False))
    )
    order = {pk: place for place, pk in enumerate(alike)}
    shown = sorted(
        found,
        key=lambda page: (0, page.chosen) if page.chosen is not None else (1, order[page.pk]),
    )
    return practice_cards(entries(shown[:SIMILAR], request), request)


def _place_among_chosen(original: PracticePage, request: HttpRequest) -> Case | Subquery:
    """Where a practice stands in the editors' choice; a preview has the draft's in memory."""
    if getattr(request, "is_preview", False):
        rows = enumerate(original.related.all())
        places = [When(pk=row.practice_id, then=Value(place)) for place, row in rows]
        return Case(*places, output_field=IntegerField())
    chosen = RelatedPractice.objects.filter(page=original, practice=OuterRef("pk"))
    return Subquery(chosen.values_list(Coalesce("sort_order", 0))[:1])


@register.simple_tag(takes_context=True)
def search_feed(context: dict[str, Any], kind: str = "") -> str:
    """The address of the feed of what is searched for here; of one kind of record where told."""
    return feed_address(context["request"], kind)


@register.filter
def marked(segments: Segments) -> SafeString:
    """A text with the words searched for marked, in the form that stands there."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if is_marked else bound(text),)
                   for text, is_marked in segments)
    )  # fmt: skip
