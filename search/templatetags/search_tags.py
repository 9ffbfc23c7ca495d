"""What the search room adds to the pages of practices: results of the list, similar practices."""

from __future__ import annotations

from typing import Any

from django import template

from base.filters import in_readers_language
from base.languages import active_language
from base.listing import entries
from practices.cards import practice_cards, with_card_facts
from practices.models import PracticePage
from search.likeness import similar_to
from search.results import practice_results

SIMILAR = 3
# A few more are asked for, since some may have been closed a moment ago.
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
    wanted = [row.practice_id for row in original.related.all()]
    if (room := SIMILAR - len(wanted)) > 0:
        limit = room + len(wanted) + SPARE
        alike = similar_to(original.pk, language=active_language(), limit=limit)
        wanted += [pk for pk in alike if pk not in wanted]
    others = PracticePage.objects.originals().visible_to(request.user).exclude(pk=original.pk)
    found = {page.pk: page for page in with_card_facts(in_readers_language(others)).filter(
        pk__in=wanted)}  # fmt: skip
    shown = [found[pk] for pk in wanted if pk in found][:SIMILAR]
    return practice_cards(entries(shown, request), request)
