"""What may be asked: words, filters named as the facets, order, pages, language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.http import QueryDict
from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field, StringConstraints, create_model

from ..facets import BY_NAME, MOST_VALUES
from ..models import DocumentType
from ..retired_tags import living

if TYPE_CHECKING:
    from base.access import Reader

PAGE_SIZE, MOST_ON_A_PAGE, LAST_PAGE = 20, 100, 100_000
LONGEST = 2_000
# The same that the guard before every view refuses: nobody can have typed it.
READABLE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"

Words = Annotated[str, StringConstraints(max_length=LONGEST, pattern=READABLE)]
Code = Annotated[str, StringConstraints(max_length=100, pattern=READABLE)]
Lang = Literal["pl", "en"]


class Language(Schema):
    lang: Lang | None = Field(
        None,
        description=_(
            "The language of titles, addresses and messages; without it Accept-Language decides, "
            "else Polish. Records without an English version are given in Polish, and say so."
        ),
    )


class Paging(Language):
    page: int = Field(1, ge=1, le=LAST_PAGE, description=_("The number of the page, from 1."))
    page_size: int = Field(
        PAGE_SIZE, ge=1, le=MOST_ON_A_PAGE, description=_("How many records a page holds.")
    )


class Listing(Paging):
    q: Words = Field(
        "",
        description=_(
            "Words to look for, in Polish or English; endings and missing Polish letters do not "
            "matter. “A phrase” in quotes, -word leaves out. The first 200 characters and 16 words "
            "count."
        ),
    )
    available_in: Lang | None = Field(
        None, description=_("Only records that can be read in this language.")
    )
    sort: Literal["relevance", "newest", "az"] = Field(
        "relevance",
        description=_("The order; by relevance only where there are words, else the newest first."),
    )


class PracticeListing(Listing):
    sort: Literal["relevance", "newest", "cheapest", "quickest", "az"] = Field(
        "relevance",
        description=_("The order; by relevance only where there are words, else the newest first."),
    )
    like: str = Field(
        "",
        max_length=100,
        description=_(
            "A city by its TERYT number, name or slug: by relevance, practices "
            "from cities of its size, kind and voivodeship are ranked higher."
        ),
    )


class Search(Paging):
    q: Words = Field("", description=Listing.model_fields["q"].description)
    type: list[Literal[tuple(DocumentType.values)]] = Field(  # type: ignore[valid-type]
        [], max_length=len(DocumentType.values), description=_("Only these kinds of records.")
    )
    available_in: Lang | None = Field(
        None, description=Listing.model_fields["available_in"].description
    )


def with_facets(name: str, base: type[Schema], facets: tuple[str, ...]) -> type[Schema]:
    """``base`` with the filters of a kind of record; the values of one widen, several narrow."""
    return create_model(name, __base__=base, **{facet: _filter(facet) for facet in facets})  # type: ignore[call-overload]


def _filter(name: str) -> tuple[Any, Any]:
    from .schemas import label_msgid

    value: Any = Code
    vocabulary = BY_NAME[name].vocabulary
    if name == "year":
        value = Annotated[int, Field(ge=1900, le=2200)]
    elif vocabulary is not None:
        value = Literal[tuple(str(code) for code, _label in vocabulary)]
    return list[value], Field([], max_length=MOST_VALUES, description=label_msgid(name))


def chosen(filters: Any, facets: tuple[str, ...], user: Reader) -> QueryDict:
    """The filters as the facets read them from an address; a former tag is what it is now."""
    parameters = QueryDict(mutable=True)
    for name in facets:
        values = [str(value) for value in getattr(filters, name)]
        parameters.setlist(name, living(values, user) if name == "tag" else values)
    return parameters
