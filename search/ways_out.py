"""An empty list is never a dead end: what was understood, and what would find something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from base import sections
from practices.models import PracticeIndexPage
from registers.models import Tag, Theme

from . import facets
from .finding import Found, find, in_language
from .models import DocumentType
from .phrases import folded_words

if TYPE_CHECKING:
    from base.access import Reader

    from .analysis import Clause
    from .hits import Hits

MOST_WORDS_DROPPED, MOST_FILTERS_DROPPED = 4, 8
MOST_THEMES = 5
# Words looked for as well that are said.
MOST_SAID = 8
# How alike a theme's or tag's name must be to what was typed, of 100.
LEAST_LIKENESS = 72

Way = dict[str, Any]


@dataclass(frozen=True)
class Scope:
    """Where fewer words are looked for: how a way there is called, its address, what it shows."""

    label: str
    choices: facets.Choices
    shown: Callable[[Hits], Hits]


def understood(found: Found, choices: facets.Choices) -> dict[str, Any]:
    """How the words were read: what was looked for, left out, corrected and added."""
    clauses = found.query.clauses
    said: dict[str, str] = {}
    for word in (word for each in found.expansions for word in each.found):
        said.setdefault(word.casefold(), word)
    return {
        "words": [_typed(each) for each in clauses if not each.excluded],
        "excluded": [each.surface for each in clauses if each.excluded],
        "corrections": [
            {
                "typed": each.typed,
                "word": each.word,
                "url": choices.address(q=_corrected(found.query.text, each.typed, each.word)),
            }
            for each in found.corrections
        ],
        "expansions": list(said.values())[:MOST_SAID],
    }


def _corrected(text: str, typed: str, word: str) -> str:
    return re.sub(re.escape(typed), lambda _match: word, text, count=1, flags=re.IGNORECASE)


def _typed(clause: Clause) -> str:
    text = f'"{clause.surface}"' if clause.is_phrase else clause.surface
    return f"-{text}" if clause.excluded else text


def ways_out(
    found: Found, choices: facets.Choices, labels: facets.Labels, user: Reader
) -> list[Way]:
    """Addresses of the list that do show something, each with how much."""
    ways = [
        (_("without “%(filter)s”") % {"filter": chip.label}, chip.address)
        for chip in choices.chips(labels)[:MOST_FILTERS_DROPPED]
    ]
    if len(ways) > 1 or (choices and not found.query.is_empty):
        ways.append((_("without any filter"), choices.without_facets()))
    if choices and not found.query.is_empty:
        ways.append((_("all practices with these filters"), choices.address(q=None)))
    counted = [_way(label, address, found, user) for label, address in ways]
    return [
        *[way for way in counted if way["count"]],
        *fewer_words(found, user, _scopes(choices)),
        {"label": _("all practices"), "url": "?"},
    ]


def _way(label: str, address: str, found: Found, user: Reader) -> Way:
    parameters = QueryDict(address.removeprefix("?"))
    if not parameters.get("q"):
        found = find("", user)
    hits = facets.Choices(parameters, user).apply(_practices(found.hits))
    return {"label": label, "url": address, "count": len(in_language(hits))}


def _practices(hits: Hits) -> Hits:
    return hits.having("type", [DocumentType.PRACTICE])


def _scopes(choices: facets.Choices) -> Iterator[Scope]:
    """Under the filters chosen, else without them."""
    yield Scope("%(words)s", choices, lambda hits: choices.apply(_practices(hits)))
    if choices:
        without = facets.Choices(QueryDict(choices.without_facets().removeprefix("?")))
        yield Scope(_("%(words)s, without any filter"), without, _practices)


def fewer_words(found: Found, user: Reader, scopes: Iterable[Scope]) -> list[Way]:
    """What fewer words find in the first of the scopes in which they find anything."""
    again = {text: find(text, user).hits for text in _fewer(found)}
    for scope in scopes:
        counts = {text: len(in_language(scope.shown(hits))) for text, hits in again.items()}
        ways = [
            {
                "label": scope.label % {"words": text},
                "url": scope.choices.address(q=text),
                "count": count,
            }
            for text, count in counts.items()
            if count
        ]
        if ways:
            return ways
    return []


def _fewer(found: Found) -> list[str]:
    """The words without each of them in turn; where no document has several, without all those."""
    clauses = found.query.clauses
    absent = found.evidence.postings.absent if found.evidence else []
    left = [[each for each in clauses if each not in absent]]
    if len(absent) < 2:
        left = [[each for each in clauses if each is not one] for one in clauses]
    return [
        " ".join(map(_typed, each))
        for each in left[:MOST_WORDS_DROPPED]
        if any(not clause.excluded for clause in each)
    ]


def nearest_themes(text: str, user: Reader) -> list[Way]:
    """Themes whose names, or whose tags' names, are like what was typed; else the broadest.

    Only those with practices to show. A tag that such practices bear gives its theme, never its
    own name.
    """
    practices = in_language(find("", user, type=DocumentType.PRACTICE).hits)
    counted = practices.counted(["themes", "tags"])
    counts, borne = counted["themes"], counted["tags"]
    themes = [each for each in Theme.objects.all() if counts.get(each.code)]
    by_key = {theme.pk: theme for theme in themes}
    names = [(name, theme) for theme in themes for name in (theme.name_pl, theme.name_en)]
    names += [
        (name, by_key[tag.theme_id])
        for tag in Tag.objects.filter(theme__in=by_key, slug__in=borne)
        for name in tag.names
    ]
    folded = [" ".join(folded_words(name)) for name, _theme in names]
    found = process.extract(
        " ".join(folded_words(text)),
        folded,
        scorer=fuzz.token_set_ratio,
        score_cutoff=LEAST_LIKENESS,
        limit=20,
    )
    near = list(dict.fromkeys(names[place][1] for _name, _score, place in found))
    near = near or [theme for theme in themes if theme.parent_id is None]
    address = sections.address_of(PracticeIndexPage)
    return [
        {
            "label": theme.label,
            "url": f"{address}?{urlencode({'theme': theme.code})}",
            "count": counts[theme.code],
        }
        for theme in near[:MOST_THEMES]
    ]
