"""Words that mean the same: from tags, themes and the editors' glossary into the query.

Who asks for *budżet partycypacyjny* finds *budżet obywatelski* and *participatory budgeting*. A
tag's synonyms lead to its two names only, since documents with the tag have them all; a glossary
entry's words lead to each other and to its narrower ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from registers.models import Tag, Theme

from .analysis import LANGUAGES, Clause, Language, Query, parse_query
from .models import Expansion, GlossaryEntry, SearchDocument, WordVector

if TYPE_CHECKING:
    from .lexicon import Correction

# Words of a phrase, readings of one that are kept, phrases added to a query.
LONGEST_PHRASE, MOST_READINGS, MOST_ADDED = 5, 24, 12

SOURCES: dict[str, type] = {"tag": Tag, "theme": Theme, "glossary": GlossaryEntry}


@dataclass(frozen=True)
class Expanded:
    """What was asked for, and what was looked for as well because it means the same."""

    asked: str
    found: tuple[str, ...]


def expanded(
    query: Query, corrections: Iterable[Correction] = (), *, who: str
) -> tuple[Query, tuple[Expanded, ...]]:
    """The query with everything that means the same, and what that is."""
    clauses = list(query.clauses)
    for correction in corrections:
        clauses[correction.clause] = parse_query(correction.word).clauses[0]
    places: dict[str, tuple[int, int]] = {}
    for start, end in _stretches(clauses):
        for key in _keys(clauses[start:end]):
            places.setdefault(key, (start, end))
    room, said = MOST_ADDED, []
    for keys, finds in _met(list(places), who):
        asked = next(key for key in keys if key in places)
        start, end = places[asked]
        typed = " ".join(clause.surface for clause in clauses[start:end])
        added = [words for words in finds if asked not in _keys_of(words)][:room]
        for words in added:
            query = query.adding(words, range(start, end))
        room -= len(added)
        if added:
            said.append(Expanded(typed, tuple(added)))
    return query, tuple(said)


def _met(keys: list[str], who: str) -> list[tuple[list[str], list[str]]]:
    """What is asked for and found of the expansions with any of the keys; of a tag's, where a
    document of the audience bears it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT asked, finds FROM {Expansion._meta.db_table} AS known"
            " WHERE asked && %s::text[] AND (tag = '' OR EXISTS ("
            f"SELECT FROM {SearchDocument._meta.db_table} AS document"
            f" JOIN {WordVector._meta.db_table} AS words ON words.document_id = document.id"
            " WHERE document.tags @> ARRAY[known.tag]::varchar[] AND words.who = %s))",
            [keys, who],
        )
        return cursor.fetchall()


def _stretches(clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Where neighbouring plain words of the query begin and end, the longest first."""
    for length in range(min(LONGEST_PHRASE, len(clauses)), 0, -1):
        for start in range(len(clauses) - length + 1):
            stretch = clauses[start : start + length]
            if not any(clause.excluded or clause.is_phrase for clause in stretch):
                yield start, start + length


def _keys(clauses: Sequence[Clause]) -> Iterator[str]:
    """Every reading of words in a row, as it is kept in ``Expansion.asked``."""
    for language in LANGUAGES:
        places = [place for clause in clauses for place in _places(clause, language)]
        for reading in islice(product(*places), MOST_READINGS):
            yield f"{language} {' '.join(reading)}"


def _keys_of(words: str) -> set[str]:
    return set(_keys(parse_query(words).clauses))


def _places(clause: Clause, language: Language) -> list[list[str]]:
    """The readings of each word of a clause; of a compound, those of its parts."""
    rows = clause.rows.get(language, ())
    return [list(dict.fromkeys(term.text for term in place)) for place in rows[-1]] if rows else []


def keep(record: Tag | Theme | GlossaryEntry) -> None:
    """Write the expansion of a tag, a theme or an entry of the glossary."""
    source = _source(record)
    asked, finds, tag = _said_by(record)
    keys = set[str]().union(*map(_keys_of, asked))
    finds = list(dict.fromkeys(word for word in finds if word))
    if not keys or not finds:
        Expansion.objects.filter(source=source).delete()
        return
    Expansion.objects.update_or_create(
        source=source, defaults={"asked": sorted(keys), "finds": finds, "tag": tag}
    )


def keep_all() -> None:
    """Write all of them anew, and drop those of what is gone."""
    kept = []
    for model in SOURCES.values():
        for record in model.objects.all():
            keep(record)
            kept.append(_source(record))
    Expansion.objects.exclude(source__in=kept).delete()


def _source(record: Any) -> str:
    names = {model: name for name, model in SOURCES.items()}
    return f"{names[type(record)]}:{record.pk}"


def _said_by(record: Tag | Theme | GlossaryEntry) -> tuple[Iterable[str], list[str], str]:
    """The words that are asked for, those that are found, and the tag that has to be borne."""
    if isinstance(record, Tag):
        return record.names, [record.name, record.name_en], record.slug
    if isinstance(record, Theme):
        return [record.name_pl, record.name_en], [record.name_pl, record.name_en], ""
    return record.words, [*record.words, *record.narrower], ""


@receiver(post_save, dispatch_uid="search.keep_expansion")
def keep_saved(sender: type, instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    if sender in SOURCES.values() and not raw:
        keep(instance)


@receiver(post_delete, dispatch_uid="search.drop_expansion")
def drop_deleted(sender: type, instance: Any, **_kwargs: Any) -> None:
    if sender in SOURCES.values():
        Expansion.objects.filter(source=_source(instance)).delete()
