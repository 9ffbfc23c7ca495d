"""Finding records by a part of their name, without diacritics, in any database.

The databases have no Polish collation and their case folding is not relied on, so letters are
folded by a ``translate()`` whose alphabet is made here, the same way :func:`base.text.fold` does.
What is no part of a name may be a form of it ("w Gorzowie"): that knows the search backend, which
is asked as well.
"""

from __future__ import annotations

from typing import Any

from anyascii import anyascii
from django.db.models import Case, F, Func, Model, Q, QuerySet, TextField, Value, When
from django.db.models.constants import LOOKUP_SEP
from django.db.models.functions import Concat
from modelsearch.index import AutocompleteField, BaseField, SearchField, class_is_indexed
from wagtail.search.backends import get_search_backend

from .text import fold

# No name has more; of a longer query the first are looked for.
MOST_WORDS = 16
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


def searched_by(*names: str) -> list[BaseField]:
    """The ``search_fields`` that make the search backend find a record by these attributes."""
    return [kind(name) for name in names for kind in (SearchField, AutocompleteField)]


def containing(
    queryset: QuerySet, query: str, *fields: str, ordering: tuple[str, ...] = ()
) -> QuerySet:
    """The records whose ``fields`` hold every word of ``query``, whole, in part or inflected.

    Those whose first field begins with the query come first, then those with a word that does,
    last those that have other forms of the words; within that the order is ``ordering``, else the
    queryset's own.
    """
    words = fold(query).split()[:MOST_WORDS]
    if not words:
        return queryset
    parts: list[Any] = []
    for name in fields:
        parts += [F(name), Value(" ")]
    found = queryset.annotate(
        _folded=Folded(Concat(*parts, output_field=TextField()) if len(parts) > 1 else parts[0])
    )
    held = Q(*[Q(_folded__contains=word) for word in words])
    found = found.filter(held | _inflected(queryset.model, query, fields))
    phrase = " ".join(words)
    rank = Case(
        When(_folded__startswith=phrase, then=Value(0)),
        When(_folded__contains=f" {phrase}", then=Value(1)),
        When(held, then=Value(2)),
        default=Value(3),
    )
    order = ordering or tuple(queryset.query.order_by) or tuple(queryset.model._meta.ordering)
    return found.annotate(_rank=rank).order_by("_rank", *order)


def _inflected(model: type[Model], query: str, fields: tuple[str, ...]) -> Q:
    """What the search backend finds of the records themselves, and of those the fields lead to."""
    backend, condition = get_search_backend(), Q()
    paths = dict.fromkeys(name.rpartition(LOOKUP_SEP)[0] for name in fields)
    for path in ("", *filter(None, paths)):
        target: Any = model
        for step in filter(None, path.split(LOOKUP_SEP)):
            target = target._meta.get_field(step).related_model
        if class_is_indexed(target):
            found = backend.autocomplete(query, target).get_queryset().order_by().values("pk")
            condition |= Q(**{f"{path}{LOOKUP_SEP if path else ''}pk__in": found})
    return condition
