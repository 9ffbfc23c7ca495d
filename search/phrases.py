"""What is suggested, kept in step: titles and cities with their documents, tags and themes.

A phrase is stored once for each of its words, folded, from that word on: *wod* finds
"Zagospodarowanie wód opadowych" by one look into an ordinary index, and *lodz* finds Łódź.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from practices.transfer.bulk import insert
from registers.models import City, Tag, Theme

from .analysis import LANGUAGES, fold
from .models import DocumentType, PhraseKind, PhraseStart, SearchDocument

LONGEST_ENDING = PhraseStart._meta.get_field("ending").max_length or 0
# Of a longer title its first words are enough to find it by.
MOST_STARTS = 14
_NO_WORD = re.compile(r"[^\w]+")


def folded_words(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, no diacritics, no punctuation."""
    return _NO_WORD.sub(" ", fold(text)).split()


def endings(text: str) -> Iterator[str]:
    """The folded text from each word on; a single letter (*w*, *z*) starts nothing but a text."""
    words = folded_words(text)
    for place, word in enumerate(words[:MOST_STARTS]):
        if place == 0 or len(word) > 1:
            yield " ".join(words[place:])[:LONGEST_ENDING].rstrip()


def _starts(text: str, *, found_by: str = "", **columns: Any) -> list[PhraseStart]:
    """The rows of a phrase; ``found_by`` is the synonym that is typed for it."""
    return [
        PhraseStart(
            ending=ending, is_first=place == 0, text=text, note=found_by, **columns
        )
        for place, ending in enumerate(endings(found_by or text))
    ]  # fmt: skip


def keep_documents(keys: Iterable[str]) -> None:
    """Make the phrases of the documents with these keys new; they go with their documents."""
    documents = list(
        SearchDocument.objects.filter(key__in=keys).only(
            "pk", "type", "who", "object_id", "languages", "title_pl", "title_en", "cities"
        )
    )
    populations = dict(
        City.objects.filter(
            pk__in=[each.object_id for each in documents if each.type == DocumentType.CITY]
        ).values_list("pk", "population")
    )
    PhraseStart.objects.filter(document__in=documents).delete()
    insert(
        PhraseStart,
        [start for document in documents for start in _of_document(document, populations)],
    )


def _of_document(
    document: SearchDocument, populations: dict[int, int | None]
) -> Iterator[PhraseStart]:
    is_city = document.type == DocumentType.CITY
    for language in document.languages:
        yield from _starts(
            getattr(document, f"title_{language}"),
            language=language,
            kind=PhraseKind.CITY if is_city else PhraseKind.TITLE,
            key=document.cities[0] if is_city and document.cities else "",
            weight=(populations.get(document.object_id or 0) or 0) if is_city else 0,
            document_id=document.pk,
            who=document.who,
        )


def keep_tag(tag: Tag) -> None:
    """Make the phrases of a tag and its synonyms new."""
    forget(PhraseKind.TAG, tag.pk)
    names = {"pl": tag.name, "en": tag.name_en or tag.name}
    synonyms = {"pl": tag.synonyms_pl, "en": tag.synonyms_en}
    columns = {"kind": PhraseKind.TAG, "key": tag.slug, "object_id": tag.pk}
    insert(
        PhraseStart,
        [
            start
            for language in LANGUAGES
            for found_by in ("", *filter(None, synonyms[language]))
            for start in _starts(names[language], found_by=found_by, language=language, **columns)
        ],
    )


def keep_theme(theme: Theme) -> None:
    forget(PhraseKind.THEME, theme.pk)
    columns = {"kind": PhraseKind.THEME, "object_id": theme.pk}
    named = {
        "pl": (theme.name_pl, theme.slug_pl),
        "en": (theme.name_en or theme.name_pl, theme.slug_en),
    }
    insert(
        PhraseStart,
        [
            start
            for language, (name, slug) in named.items()
            for start in _starts(name, language=language, key=slug, **columns)
        ],
    )


def forget(kind: str, object_id: int) -> None:
    PhraseStart.objects.filter(kind=kind, object_id=object_id).delete()


def keep_registers() -> None:
    """Tags and themes, all of them; part of a rebuild."""
    PhraseStart.objects.filter(document=None).delete()
    for tag in Tag.objects.all():
        keep_tag(tag)
    for theme in Theme.objects.all():
        keep_theme(theme)


@receiver(post_save, sender=Tag, dispatch_uid="search.keep_tag")
def keep_saved_tag(sender: type, instance: Tag, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        transaction.on_commit(lambda: keep_tag(instance))


@receiver(post_save, sender=Theme, dispatch_uid="search.keep_theme")
def keep_saved_theme(sender: type, instance: Theme, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        transaction.on_commit(lambda: keep_theme(instance))


@receiver(post_delete, sender=Tag, dispatch_uid="search.forget_tag")
def forget_deleted_tag(sender: type, instance: Tag, **_kwargs: Any) -> None:
    forget(PhraseKind.TAG, instance.pk)


@receiver(post_delete, sender=Theme, dispatch_uid="search.forget_theme")
def forget_deleted_theme(sender: type, instance: Theme, **_kwargs: Any) -> None:
    forget(PhraseKind.THEME, instance.pk)
