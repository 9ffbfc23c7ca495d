"""Why a result: what each part of its score is for, for those who keep the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .ranking import MEANING, WEIGHTS, rarities, share_of

if TYPE_CHECKING:
    from base.access import Reader

    from .finding import Evidence


@dataclass(frozen=True)
class Reason:
    """A part of a score: what earned it, where it stands, and how many points it is."""

    what: str
    where: str
    points: float


def may_ask_why(user: Reader) -> bool:
    """Whether this reader is shown how results came about: administrators."""
    return bool(user.is_active and user.is_superuser)


def reasons(evidence: Evidence, pk: int) -> list[Reason]:
    """The parts of a document's score, in the order of the query; they add up to it."""
    found = [*_of_words(evidence, pk)]
    if bonus := evidence.ranking.adjacent.get(pk):
        found.append(Reason(_("words side by side"), "", bonus))
    near = MEANING * float(evidence.similar.scores(np.array([pk]))[0])
    if near:
        found.append(Reason(_("near in meaning"), "", near))
    rest = _score(evidence, pk) - sum(each.points for each in found)
    if abs(rest) > 0.005:
        found.append(Reason(_("guessed from meaning, or too small a part of the words"), "", rest))
    return found


def _of_words(evidence: Evidence, pk: int) -> list[Reason]:
    postings = evidence.postings
    places = {
        "A": pgettext("field", "title and names"),
        "B": pgettext("field", "tags"),
        "C": pgettext("field", "lead and summary"),
        "": pgettext("field", "text"),
    }
    rarity = rarities(postings)
    found = []
    for number, asked in enumerate(postings.asked):
        earned: dict[str, float] = {}
        for posting in postings.found:
            if number in posting.clauses and pk in posting.ids:
                share = share_of(postings, posting)
                earned[posting.field] = max(earned.get(posting.field, 0), share)
        points = sum(WEIGHTS[field] * share for field, share in earned.items())
        if earned:
            where = ", ".join(label for field, label in places.items() if field in earned)
            points *= float(rarity[number] / rarity.sum())
            found.append(Reason(asked.clause.surface, where, points))
    # Too small a part of the words earns less; that is said in one sum.
    return found if pk in evidence.ranking.ids and not _by_meaning(evidence, pk) else []


def _score(evidence: Evidence, pk: int) -> float:
    ranking = evidence.ranking
    return float(ranking.scores[np.searchsorted(ranking.ids, pk)])


def _by_meaning(evidence: Evidence, pk: int) -> bool:
    ranking = evidence.ranking
    return bool(ranking.by_meaning[np.searchsorted(ranking.ids, pk)])
