"""Where a text meets a query: in memory, for highlights and for single texts.

The same answer as PostgreSQL gives for the literals of the two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .query import Addition, Clause, Query, Rows
from .terms import Language, Token, analyse

TokensByTerm = dict[str, list[Token]]


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A stretch of text that meets a clause of the query."""

    start: int
    end: int
    clause: int


def hits(text: str, query: Query, language: Language) -> list[Hit]:
    """Everything in the text that meets a wanted clause, in no order."""
    numbers = query.numbers(language)
    by_term = _tokens_by_term(text, language) if numbers else {}
    meant = [(number, query.clauses[number].rows) for number in numbers]
    meant += [(each.clauses[0], each.rows) for each in query.additions]
    return [
        Hit(start, end, number)
        for number, rows in meant
        for start, end in _occurrences(rows, by_term, language)
    ]


def matches(text: str, query: Query, language: Language) -> bool:
    """Whether the text has everything wanted and nothing excluded, as the database would find."""
    if query.is_empty:
        return False
    by_term = _tokens_by_term(text, language)

    def has(meant: Clause | Addition) -> bool:
        return any(True for _ in _occurrences(meant.rows, by_term, language))

    added = {number for each in query.additions if has(each) for number in each.clauses}
    return all(
        number in added or has(query.clauses[number]) for number in query.numbers(language)
    ) and not any(map(has, query.excluded))


def _tokens_by_term(text: str, language: Language) -> TokensByTerm:
    by_term: TokensByTerm = {}
    for token in analyse(text, language):
        for term in token.terms:
            by_term.setdefault(term, []).append(token)
    return by_term


def _occurrences(
    rows: Rows, by_term: TokensByTerm, language: Language
) -> Iterator[tuple[int, int]]:
    """Where in the text the places of one of the rows stand one after the other."""
    for row in rows.get(language, ()):
        places = [
            {token.position: token for term in place for token in by_term.get(term.text, ())}
            for place in row
        ]
        for position, first in places[0].items():
            tokens = [place.get(position + step) for step, place in enumerate(places)]
            if (last := tokens[-1]) is not None and all(tokens):
                yield first.start, max(first.end, last.end)
