"""Tags that would suit a practice: what its text speaks of, and what practices like it bear.

Proposed, never given: an editor adds what fits.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from time import monotonic
from typing import Any

from base.text import plain
from practices.models import PracticePage, PracticeTag
from registers.models import Tag

from ..analysis import analyse
from ..drafts import Draft
from ..likeness import REMEMBERED, common_words, similar_to_draft
from ..models import DocumentType, Expansion

# Of the text, and of similar practices.
FROM_TEXT, FROM_SIMILAR = 8, 6
SIMILAR = 12
# A tag of so many similar practices says something; of one it may be chance.
LEAST_SIMILAR = 2
# What stands in title, lead or summary counts as so many mentions; more mentions than the most say
# no more.
HEAD, MOST_MENTIONS = 4, 6
# A single word mentioned less often is mentioned in passing; a phrase never is.
LEAST_MENTIONS = 2
# How rare a word is that the planner does not count among the commonest.
RAREST = 0.001
STORY = (
    "challenge", "objectives", "solution", "participation", "results", "what_helped",
    "not_repeated", "transferability",
)  # fmt: skip


@dataclass
class Proposal:
    """A tag and why: how often the text has it, and which similar practices bear it."""

    tag: Tag
    mentions: int = 0
    in_head: bool = False
    practices: tuple[str, ...] = ()


def proposals(page: PracticePage) -> list[Proposal]:
    """For a practice as it was saved last, without the tags it bears; the surest first."""
    tags = [row.tag for row in page.tagged_items.all()]
    borne = {tag.pk for tag in tags}
    found: dict[int, Proposal] = {}
    spoken = [each for each in _spoken_of(page) if each[0] not in borne][:FROM_TEXT]
    alike = _of_similar(page, tags, borne)
    known = Tag.objects.select_related("theme").in_bulk(
        {*(pk for pk, _mentions, _in_head in spoken), *alike}
    )
    for pk, mentions, in_head in spoken:
        if pk in known:
            found[pk] = Proposal(known[pk], mentions, in_head)
    for pk, titles in alike.items():
        found.setdefault(pk, Proposal(known[pk])).practices = tuple(titles)
    return list(found.values())


def _spoken_of(page: PracticePage) -> list[tuple[int, int, bool]]:
    """(tag, mentions, whether in title, lead or summary) for every tag the text has, best first."""
    head = _positions(" . ".join([page.title, page.lead, page.summary]))
    story = _positions(" . ".join(plain(getattr(page, name)) for name in STORY))
    common = common_words(int(monotonic() // REMEMBERED))
    ranked = []
    rows = Expansion.objects.filter(source__startswith="tag:").values_list("source", "asked")
    for source, keys in rows:
        phrases = [key.split()[1:] for key in keys if key.startswith("pl ")]
        above = max((_mentions(words, head) for words in phrases), default=0)
        below = max((_mentions(words, story) for words in phrases), default=0)
        phrase = max((_mentions(words, story) for words in phrases if len(words) > 1), default=0)
        if not above and not phrase and below < LEAST_MENTIONS:
            continue
        counted = min(above * HEAD + below, MOST_MENTIONS)
        pk = int(source.removeprefix("tag:"))
        ranked.append((counted * _rarity(phrases, common), pk, above + below, above > 0))
    ranked.sort(key=lambda each: (-each[0], each[1]))
    return [(pk, mentions, in_head) for _weight, pk, mentions, in_head in ranked]


def _positions(text: str) -> dict[str, set[int]]:
    """Where each base form stands in a text."""
    positions: dict[str, set[int]] = defaultdict(set)
    for token in analyse(text, "pl"):
        for term in token.terms:
            positions[term].add(token.position)
    return positions


def _mentions(words: list[str], positions: dict[str, set[int]]) -> int:
    """How often the words stand one after the other."""
    starts = positions.get(words[0], set())
    for step, word in enumerate(words[1:], 1):
        if not starts:
            break
        starts = starts & {place - step for place in positions.get(word, ())}
    return len(starts)


def _rarity(phrases: list[list[str]], common: dict[str, float]) -> float:
    """That of the rarest word of the commonest phrase."""
    shares = [min(common.get(word, RAREST) for word in words) for words in phrases]
    return math.log(1 / max(max(shares), RAREST))


def _of_similar(page: PracticePage, tags: list[Tag], borne: set[int]) -> dict[int, list[str]]:
    """The tags of several similar practices, with their titles; the most frequent first."""
    draft = Draft(
        DocumentType.PRACTICE,
        title={"pl": page.title},
        texts={"pl": [(f"{page.lead} {page.summary}", "C")]},
        facets={
            "tags": [tag.slug for tag in tags],
            "themes": sorted({tag.theme.code for tag in tags if tag.theme is not None}),
        },
    )
    similar = similar_to_draft(page.pk, draft, limit=SIMILAR)
    rows = PracticeTag.objects.filter(content_object__in=similar).exclude(tag__in=borne)
    titles: dict[int, list[Any]] = defaultdict(list)
    for tag, title in rows.values_list("tag", "content_object__title").order_by("pk"):
        titles[tag].append(title)
    several = {tag: found for tag, found in titles.items() if len(found) >= LEAST_SIMILAR}
    ranked = sorted(several, key=lambda tag: (-len(several[tag]), tag))
    return {tag: several[tag] for tag in ranked[:FROM_SIMILAR]}
