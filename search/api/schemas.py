"""The shapes of answers that every kind of record shares.

Descriptions are msgids: the document that programs read is translated when it is served.
"""

from __future__ import annotations

from datetime import datetime
from typing import Generic, TypeVar

from django.utils.translation import gettext_noop as _
from django.utils.translation import override
from ninja import Schema
from pydantic import Field, create_model

from ..facets import BY_NAME

Record_ = TypeVar("Record_")


class Text(Schema):
    pl: str = Field(description=_("In Polish."))
    en: str | None = Field(description=_("In English; null where nobody has translated it."))


class Label(Schema):
    pl: str = Field(description=_("The name in Polish."))
    en: str = Field(description=_("The name in English; the Polish one where there is no other."))


class Coded(Schema):
    code: str = Field(description=_("A stable code: the value of the filter of the same name."))
    label: Label = Field(description=_("What the code means, in both languages."))


class Named(Coded):
    id: str = Field(description=_("The identifier of the record this names."))
    href: str = Field(description=_("The address of that record in this API."))


class Record(Schema):
    id: str = Field(description=_("Stable for ever, whatever becomes of titles and addresses."))
    type: str = Field(description=_("The kind of record."))
    lang: str = Field(
        description=_(
            "The language of title, lead and url: the one asked for where the record has it, "
            "else Polish."
        )
    )
    title: str = Field(description=_("The title in the language named by lang."))
    url: str | None = Field(description=_("The page for people, in the language named by lang."))
    href: str = Field(description=_("The address of the whole record in this API."))


class PageRecord(Record):
    external_id: str = Field(
        description=_("The identifier in the list it was imported from; empty where it was not.")
    )
    lead: str = Field(description=_("One sentence about it, in the language named by lang."))
    languages: list[str] = Field(description=_("The languages the record can be read in."))
    titles: Text = Field(description=_("The title in both languages."))
    leads: Text = Field(description=_("The lead in both languages."))
    urls: Text = Field(description=_("The page for people in both languages."))
    date: datetime | None = Field(
        description=_("What the newest are sorted by: a meeting's start, else the publication.")
    )
    updated_at: datetime | None = Field(description=_("When it was last published."))


class Document(Schema):
    title: Label = Field(description=_("The title of the document."))
    kind: Coded | None = Field(description=_("What kind of document it is."))
    url: str = Field(description=_("Where it can be downloaded."))
    language: str = Field(description=_("The language it is written in."))
    licence: str = Field(description=_("The code of its licence; empty where none is given."))
    size: int | None = Field(description=_("Its size in bytes."))


class Page(Schema, Generic[Record_]):
    total: int = Field(
        description=_("How many records there are that you may see; what is closed is not counted.")
    )
    page: int = Field(description=_("The number of this page, from 1."))
    page_size: int = Field(description=_("How many records a page holds."))
    pages: int = Field(description=_("How many pages there are."))
    next: str | None = Field(description=_("The address of the next page; null on the last."))
    previous: str | None = Field(
        description=_("The address of the page before; null on the first.")
    )
    results: list[Record_]


class Error(Schema):
    parameter: str = Field(description=_("The parameter that is wrong."))
    detail: str = Field(description=_("What is wrong with it."))


class Problem(Schema):
    title: str = Field(description=_("What went wrong, in a few words."))
    status: int = Field(description=_("The status of the answer, again."))
    detail: str | None = Field(None, description=_("What to do about it."))
    instance: str = Field(description=_("The path that was asked for."))
    errors: list[Error] | None = Field(None, description=_("Each parameter that is wrong."))


def facets_schema(name: str, facets: tuple[str, ...]) -> type[Schema]:
    """The facets of a kind of record, each a list: the same codes as the filters take."""
    fields = {facet: (list[Coded], Field(description=label_msgid(facet))) for facet in facets}
    return create_model(name, __base__=Schema, **fields)  # type: ignore[call-overload]


def label_msgid(facet: str) -> str:
    """The English label, which is what the catalogue knows it by."""
    with override("en"):
        return str(BY_NAME[facet].label)
