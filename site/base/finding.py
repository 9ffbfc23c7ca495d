"""Finding records by a part of their name, without diacritics, in any database.

The databases have no Polish collation and their case folding is not relied on, so letters are
folded by a ``translate()`` whose alphabet is made here, the same way :func:`base.text.fold` does.
"""

from __future__ import annotations

from typing import Any

from anyascii import anyascii
from django.db.models import Case, F, Func, QuerySet, TextField, Value, When
from django.db.models.functions import Concat

from .text import fold

# Capitals of the plain alphabet and every accented Latin letter that folds to one plain letter.
_LETTERS = {
    letter: folded
    for letter in map(chr, [*range(ord("A"), ord("Z") + 1), *range(0xC0, 0x180)])
    if len(folded := anyascii(letter).lower()) == 1
}


class Folded(Func):
    """A text column in lower case without diacritics: "Łódź" becomes "lodz"."""

    function = "TRANSLATE"
    output_field = TextField()

    def __init__(self, expression: Any):
        alphabet = Value("".join(_LETTERS)), Value("".join(_LETTERS.values()))
        super().__init__(expression, *alphabet)


def containing(
    queryset: QuerySet, query: str, *fields: str, ordering: tuple[str, ...] = ()
) -> QuerySet:
    """The records whose ``fields`` hold every word of ``query``, whole or in part.

    Those whose first field begins with the query come first, then those with a word that does;
    within that the order is ``ordering``, else the queryset's own.
    """
    words = fold(query).split()
    if not words:
        return queryset
    parts: list[Any] = []
    for name in fields:
        parts += [F(name), Value(" ")]
    found = queryset.annotate(
        _folded=Folded(Concat(*parts, output_field=TextField()) if len(parts) > 1 else parts[0])
    )
    for word in words:
        found = found.filter(_folded__contains=word)
    phrase = " ".join(words)
    rank = Case(
        When(_folded__startswith=phrase, then=Value(0)),
        When(_folded__contains=f" {phrase}", then=Value(1)),
        default=Value(2),
    )
    order = ordering or tuple(queryset.query.order_by) or tuple(queryset.model._meta.ordering)
    return found.annotate(_rank=rank).order_by("_rank", *order)
