"""What the index of the admin keeps of a text, and what is asked of it, as literals.

An entry has one vector for both languages: a record without a language of its own is read in
both. Beside the base forms there is each word as it was written, folded and marked, which is what
the beginning of a word meets: *gorz* meets *Gorzów*, and no base form that begins alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..analysis import LANGUAGES, Clause, Language, analyse, fold, parse_query
from ..analysis.literals import (
    FIELD_GAP,
    HIGHEST_POSITION,
    LARGEST_VECTOR,
    MOST_POSITIONS,
    all_of,
    any_of,
    quoted,
)

# Stands before a word as it was written; no base form begins with it.
AS_WRITTEN = "^"


def vector(
    texts: Iterable[tuple[str, str]], languages: Sequence[Language], *, as_written: bool = False
) -> str:
    """The vector of texts with their weights, to be cast with ``::tsvector``.

    ``as_written`` keeps the folded words too, for what is searched while one types.
    """
    found: dict[str, list[str]] = {}
    size = offset = 0
    for text, weight in texts:
        last = 0
        for position, term in _terms(text, languages, as_written):
            last = max(last, position)
            place = f"{min(offset + position, HIGHEST_POSITION)}{weight}"
            cost = 2 if term in found else len(term.encode()) + 10
            if size + cost > LARGEST_VECTOR:
                continue
            places = found.setdefault(term, [])
            if place not in places[-1:] and len(places) < MOST_POSITIONS:
                places.append(place)
                size += cost
        offset += last + FIELD_GAP
    return " ".join(f"{quoted(term)}:{','.join(places)}" for term, places in sorted(found.items()))


def _terms(text: str, languages: Sequence[Language], as_written: bool) -> Iterable[tuple[int, str]]:
    for number, language in enumerate(languages):
        for token in analyse(text, language):
            for term in token.terms:
                yield token.position, term
            if as_written and not number:
                yield token.position, AS_WRITTEN + fold(token.surface)


def tsquery(
    text: str, *, match_all: bool = True, is_phrase: bool = False, with_beginnings: bool = False
) -> str:
    """What is asked for, to be cast with ``::tsquery``; empty where nothing is.

    Each word is met in either language; ``with_beginnings`` also by words that begin with it.
    Words that say nothing by themselves are left out as long as others remain.
    """
    query = parse_query(f'"{text}"' if is_phrase else text)
    wanted = [clause for clause in query.clauses if not clause.excluded]
    telling = [clause for clause in wanted if not clause.stop_word_in]
    join = all_of if match_all else any_of
    met = join(_met(clause, with_beginnings) for clause in telling or wanted)
    unmet = any_of(_met(clause, False) for clause in query.excluded)
    return all_of((met, unmet and f"!{unmet}"))


def _met(clause: Clause, with_beginnings: bool) -> str:
    ways = [clause.tsquery(language) for language in LANGUAGES]
    if with_beginnings and not clause.is_phrase:
        ways.append(_begun(clause.surface))
    return any_of(ways)


def _begun(surface: str) -> str:
    """What words beginning with each part of a typed word meet."""
    parts = [token.surface for token in analyse(surface, "pl")]
    return all_of(f"{quoted(AS_WRITTEN + fold(part))}:*" for part in parts)
