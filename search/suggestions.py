"""Suggestions as one types: themes, tags, cities, what others searched for, titles.

By the prefix of any word, on folded forms. Nothing of a document that the reader may not see is
suggested, nor a tag that only such documents bear: the audience is a condition in SQL.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.db import connection
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from base import access, sections
from base.listing import entries
from base.models.records import Who
from practices.models import PracticeIndexPage
from registers.models import CityIndexPage, Tag, ThemeIndexPage

from .finding import visible_documents
from .models import DocumentType, PhraseKind
from .phrases import LONGEST_ENDING, folded_words

if TYPE_CHECKING:
    from base.access import Reader

# How many of a kind at most, so that none fills the list; titles take what is left.
MOST = {PhraseKind.THEME: 2, PhraseKind.TAG: 3, PhraseKind.CITY: 3, PhraseKind.SEARCH: 2}
# Titles have at least so many places, where there are as many.
FEWEST_TITLES = 3
# No text begins with the last of all characters.
_LAST = "\U0010ffff"

# Each part is read in the order of the index, and no further than may be shown. The audience kept
# with a phrase spares reading closed ones; the documents' own is asked of what is found.
_PHRASES = """
    (SELECT kind, text, note, key, document_id FROM search_phrasestart
    WHERE language = %(language)s AND who = %(who)s AND kind = '{kind}'
        AND ending >= %(first)s AND ending < %(last)s {condition}
    ORDER BY {order} LIMIT {most})"""
# A document may meet the prefix with several of its words; a tag may have no practice to show.
_PARTS = [
    _PHRASES.format(kind="theme", condition="", order="is_first DESC, ending", most=2),
    _PHRASES.format(kind="tag", condition="", order="is_first DESC, note, ending", most=10),
    _PHRASES.format(kind="city", condition="", order="is_first DESC, weight DESC", most=6),
    _PHRASES.format(kind="title", condition="AND is_first", order="ending", most="%(titles)s"),
    _PHRASES.format(kind="title", condition="AND NOT is_first", order="ending", most="%(titles)s"),
]
_ASKED = """
    (SELECT 'search', text, '', '', best_id FROM search_askedwords
    WHERE language = %(language)s AND days >= 3 AND found > 0 AND folded <> %(first)s
        AND (folded LIKE %(begins)s OR folded LIKE %(has)s)
    ORDER BY times DESC LIMIT 4)"""
# Titles with all the words in another order, the last perhaps unfinished ("reten gorz"): among
# the first five hundred with the longest of them.
_IN_ANY_ORDER = """
    (SELECT kind, text, note, key, document_id FROM (
        SELECT * FROM search_phrasestart
        WHERE language = %(language)s AND who = %(who)s AND kind = 'title'
            AND ending >= %(longest)s AND ending < %(longest_last)s
        ORDER BY is_first, ending LIMIT 500
    ) AS one WHERE {others} LIMIT %(titles)s)"""
_ANOTHER_WORD = """EXISTS (
        SELECT FROM search_phrasestart AS other
        WHERE other.document_id = one.document_id AND other.language = one.language
            AND other.ending >= %({name})s AND other.ending < %({name}_last)s)"""


@dataclass(frozen=True)
class Suggestion:
    """``kind`` is one of "theme", "tag", "city", "search", "title"; ``url`` is where it leads.

    ``note`` is the synonym that was typed for it, if it was one; ``type`` is the document's, where
    it leads to one.
    """

    text: str
    kind: str
    url: str
    note: str = ""
    type: str = ""

    @property
    def kind_label(self) -> str:
        """What opens: a title is named by what bears it."""
        if self.kind == PhraseKind.TITLE:
            return DocumentType(self.type).one
        return str(PhraseKind(self.kind).label)


class Known(NamedTuple):
    """A document that may be seen: its page, if it is one, and its type."""

    page: int | None
    type: str


class Met(NamedTuple):
    """A phrase that begins with what was typed."""

    kind: str
    text: str
    note: str
    key: str
    document_id: int | None


def suggest(text: str, user: Reader, language: str, *, limit: int = 8) -> list[Suggestion]:
    """What somebody who has typed ``text`` may mean, in the order it is shown."""
    words = folded_words(text)
    if not words:
        return []
    met = _met(words, language, limit)
    ids = {each.document_id for each in met if each.document_id}
    visible = visible_documents(user).filter(pk__in=ids).values_list("pk", "page_id", "type")
    documents = {pk: Known(page, type) for pk, page, type in visible}
    tags = _borne({each.key for each in met if each.kind == PhraseKind.TAG}, user, language)
    seen = [
        each
        for each in met
        if each.kind == PhraseKind.THEME or each.document_id in documents or each.key in tags
    ]
    with override(language):
        return _with_addresses(_chosen(seen, limit), documents, user)


def _met(words: Sequence[str], language: str, limit: int) -> list[Met]:
    typed = " ".join(words)[:LONGEST_ENDING].rstrip()
    parts = [*_PARTS, _ASKED]
    params: dict[str, Any] = {
        "language": language, "who": Who.PUBLIC, "titles": 2 * limit,
        "first": typed, "last": typed + _LAST,
        "begins": _escaped(typed) + "%", "has": f"% {_escaped(typed)}%",
    }  # fmt: skip
    if len(words) > 1:
        longest = max(words, key=len)
        others = {f"word{n}": word for n, word in enumerate(set(words[:8]) - {longest})}
        for name, word in {"longest": longest, **others}.items():
            params |= {name: word, f"{name}_last": word + _LAST}
        conditions = [_ANOTHER_WORD.format(name=name) for name in others] or ["true"]
        parts.append(_IN_ANY_ORDER.format(others=" AND ".join(conditions)))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        return [Met(*row) for row in cursor.fetchall()]


def _escaped(text: str) -> str:
    """For LIKE; of its own signs only the underscore is left in folded words."""
    return text.replace("_", r"\_")


def _borne(slugs: Collection[str], user: Reader, language: str) -> set[str]:
    """Those of the tags that lead to a practice the reader may see, in the language."""
    if not slugs:
        return set()
    bearing = visible_documents(user).filter(
        type=DocumentType.PRACTICE,
        languages__contains=[language],
        tags__contains=[OuterRef("slug")],
    )
    tags = Tag.objects.filter(Exists(bearing), slug__in=slugs).order_by()
    return set(tags.values_list("slug", flat=True))


def _chosen(seen: Sequence[Met], limit: int) -> list[Met]:
    """Each once, of each kind no more than its share, in the order of the kinds."""
    known: dict[Any, Met] = {}
    for each in seen:
        known.setdefault((each.kind, each.key or each.document_id), each)
    of_kind = {
        kind: [each for each in known.values() if each.kind == kind] for kind in PhraseKind.values
    }
    titles = of_kind[PhraseKind.TITLE]
    others = [each for kind, most in MOST.items() for each in of_kind[kind][:most]]
    places = limit - min(len(titles), FEWEST_TITLES, limit // 2)
    return [*others[:places], *titles][:limit]


def _with_addresses(
    chosen: Sequence[Met], documents: dict[int, Known], user: Reader
) -> list[Suggestion]:
    titles = [
        documents[each.document_id].page
        for each in chosen
        if each.kind == PhraseKind.TITLE and each.document_id in documents
    ]
    found = entries(access.visible(Page.objects.filter(pk__in=titles), user)) if titles else []
    addresses = {entry.original.pk: entry.address for entry in found}
    result = []
    for each in chosen:
        document = documents.get(each.document_id or 0)
        match each.kind:
            case PhraseKind.TITLE:
                url = addresses.get(document.page or 0, "") if document else ""
            case PhraseKind.SEARCH:
                url = f"{reverse('search')}?{urlencode({'q': each.text})}"
            case PhraseKind.TAG:
                url = f"{sections.address_of(PracticeIndexPage)}?{urlencode({'tag': each.key})}"
            case PhraseKind.CITY:
                url = f"{sections.address_of(CityIndexPage)}{each.key}/"
            case _:
                url = f"{sections.address_of(ThemeIndexPage)}{each.key}/"
        if url:
            is_of_document = document and each.kind != PhraseKind.SEARCH
            type = document.type if is_of_document else ""
            result.append(Suggestion(each.text, each.kind, url, each.note, type))
    return result
