"""The columns of a practice in a file: one scheme for import, export and the template.

Columns are the model's fields, and what a cell holds follows from the field's type; a text has a
second column with ``_en``, which makes the English page. Rows of a practice are numbered columns
in a sheet (``step_1_what``) and lists of objects in JSON Lines (``"steps": [{"what": …}]``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.fields import RichTextField
from wagtail.models import Page

from base.models import CustomDocument, CustomImage
from networks.models import NetworkPage
from registers.models import City, FundingSource

from ..models import (
    Funding,
    Indicator,
    LegalBasis,
    PackDocument,
    PracticePage,
    PracticeState,
    Step,
)

ENGLISH = "_en"


class Kind(Enum):
    """What a cell holds."""

    LINE = "line"
    TEXT = "text"
    RICH_TEXT = "rich text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"
    CITY = "city"
    CITIES = "cities"
    NETWORKS = "networks"
    TAGS = "tags"
    FUNDING_SOURCE = "funding source"
    IMAGE = "image"
    IMAGES = "images"
    DOCUMENT = "document"
    PRACTICES = "practices"


class Home(Enum):
    """Where a value is kept."""

    TEXT = "text"
    FACT = "fact"
    STATE = "state"
    PERSON = "person"
    # Asked of the import itself: may this record go live?
    LIVE = "live"


MULTIPLE = {Kind.CHOICES, Kind.CITIES, Kind.NETWORKS, Kind.TAGS, Kind.IMAGES, Kind.PRACTICES}
# Several values without an order: the database may give them in another one.
UNORDERED = {Kind.CHOICES, Kind.CITIES, Kind.NETWORKS, Kind.TAGS}

_KIND_OF_FIELD: list[tuple[type, Kind]] = [
    (ClusterTaggableManager, Kind.TAGS),
    (RichTextField, Kind.RICH_TEXT),
    (ArrayField, Kind.CHOICES),
    (models.TextField, Kind.TEXT),
    (models.CharField, Kind.LINE),
    (models.DecimalField, Kind.DECIMAL),
    (models.IntegerField, Kind.INTEGER),
    (models.DateField, Kind.DATE),
    (models.BooleanField, Kind.BOOLEAN),
]
_KIND_OF_TARGET: dict[type, tuple[Kind, Kind]] = {
    City: (Kind.CITY, Kind.CITIES),
    NetworkPage: (Kind.NETWORKS, Kind.NETWORKS),
    FundingSource: (Kind.FUNDING_SOURCE, Kind.FUNDING_SOURCE),
    CustomImage: (Kind.IMAGE, Kind.IMAGES),
    CustomDocument: (Kind.DOCUMENT, Kind.DOCUMENT),
    Page: (Kind.PRACTICES, Kind.PRACTICES),
}


def _kind_of(field: Any) -> Kind:
    if isinstance(field, models.ForeignKey):
        return _KIND_OF_TARGET[field.related_model][0]
    if isinstance(field, models.ManyToManyField):
        return _KIND_OF_TARGET[field.related_model][1]
    if field.choices:
        return Kind.CHOICE
    return next(kind for type_, kind in _KIND_OF_FIELD if isinstance(field, type_))


@dataclass(frozen=True)
class Column:
    """A column: its name in files, and the model field its value is kept in."""

    name: str
    kind: Kind
    home: Home
    field: Any = None
    english: bool = False

    @property
    def attribute(self) -> str:
        """The attribute of the page or row that holds the value."""
        return self.name.removesuffix(ENGLISH) if self.english else self.name

    @cached_property
    def choices(self) -> list[tuple[Any, Any]]:
        """The vocabulary as (code, label) pairs; empty where the cell is free."""
        field = self.field.base_field if isinstance(self.field, ArrayField) else self.field
        return list(getattr(field, "choices", None) or [])

    @property
    def empty(self) -> Any:
        """What the model keeps for an empty cell."""
        if self.kind in MULTIPLE:
            return []
        if self.kind in (Kind.LINE, Kind.TEXT, Kind.RICH_TEXT):
            return ""
        if isinstance(self.field, models.BooleanField):
            return False
        is_text = self.kind is Kind.CHOICE and isinstance(self.field, models.CharField)
        return "" if is_text else None


@dataclass(frozen=True)
class Relation:
    """Rows of a practice: ``prefix`` and a number name them in a sheet."""

    name: str
    prefix: str
    model: type[models.Model]
    columns: dict[str, Column]
    # How many the template offers.
    offered: int

    def header(self, number: int, column: Column) -> str:
        return f"{self.prefix}_{number}_{column.name}"

    @property
    def is_text(self) -> bool:
        """Whether the rows have an English side."""
        return any(column.english for column in self.columns.values())

    @property
    def naming(self) -> str:
        """The column a row is recognised by when rows were moved or inserted."""
        return next(iter(self.columns))


def _column(model: type[models.Model], name: str, home: Home, *, english: bool = False) -> Column:
    field = model._meta.get_field(name)
    return Column(name + ENGLISH * english, _kind_of(field), home, field, english)


def _relation(model: type[models.Model], prefix: str, names: list[str], offered: int) -> Relation:
    columns = [_column(model, name, Home.FACT) for name in names]
    texts = [_column(model, name, Home.TEXT, english=True) for name in getattr(model, "texts", [])]
    accessor = model._meta.get_field("page").remote_field.get_accessor_name()
    return Relation(accessor, prefix, model, {c.name: c for c in [*columns, *texts]}, offered)


RELATIONS: dict[str, Relation] = {
    relation.name: relation
    for relation in [
        _relation(Step, "step", ["what", "unit", "duration_months"], 6),
        _relation(Indicator, "indicator", ["name", "before", "after", "unit", "year", "source"], 4),
        _relation(Funding, "funding", ["source", "amount"], 4),
        _relation(
            LegalBasis,
            "legal_basis",
            ["kind", "number", "issued_on", "title_pl", "title_en", "url", "document"],
            3,
        ),
        _relation(PackDocument, "pack", ["document", "kind"], 4),
    ]
}

TEXTS = [
    item.field_name
    for item in PracticePage.translatable_fields
    if not PracticePage._meta.get_field(item.field_name).one_to_many
]
_BEGINNING = ["title", "lead", "summary"]
_PEOPLE = ["contact", "expert"]
# Kept in rows of their own, but a list of names in a file.
_LISTS = {"gallery": Kind.IMAGES, "related": Kind.PRACTICES}
_MEDIA = ["cover", "video_url", "video_has_captions"]
_NOT_COLUMNS = {"external_id", "tagged_items", *RELATIONS, *_LISTS, *_MEDIA, *_PEOPLE}
FACTS = [name for name in PracticePage.facts if name not in _NOT_COLUMNS]
STATES = ["level", "verification", "confirmed_on", "origin"]


def _all() -> list[Column]:
    def text(name: str, *, english: bool = False) -> Column:
        return _column(PracticePage, name, Home.TEXT, english=english)

    rest = [name for name in [*TEXTS, "slug"] if name not in _BEGINNING]
    people = [
        Column(f"{person}_{part}", Kind.LINE, Home.PERSON)
        for person in _PEOPLE
        for part in ("name", "email")
    ]
    return [
        _column(PracticePage, "external_id", Home.FACT),
        *map(text, _BEGINNING),
        *[_column(PracticePage, name, Home.FACT) for name in FACTS],
        *people,
        *map(text, rest),
        *[_column(PracticePage, name, Home.FACT) for name in _MEDIA],
        *[Column(name, kind, Home.FACT) for name, kind in _LISTS.items()],
        *[_column(PracticeState, name, Home.STATE) for name in STATES],
        Column("live", Kind.BOOLEAN, Home.LIVE),
        *[text(name, english=True) for name in [*_BEGINNING, *rest]],
        Column("live_en", Kind.BOOLEAN, Home.LIVE, english=True),
    ]


COLUMNS: dict[str, Column] = {column.name: column for column in _all()}
# What people write instead.
ALIASES = {"year": "start_year"}
# One cell "Anna Nowak <a.nowak@example.org>" for the two columns of a person.
PEOPLE = {person: (f"{person}_name", f"{person}_email") for person in _PEOPLE}

_NUMBERED = re.compile(
    rf"({'|'.join(relation.prefix for relation in RELATIONS.values())})_(\d{{1,3}})_(\w+)"
)
_BY_PREFIX = {relation.prefix: relation for relation in RELATIONS.values()}


@dataclass(frozen=True)
class Cell:
    """Where a sheet's column leads: a column, or the column of a numbered row."""

    column: Column
    relation: Relation | None = None
    number: int = 0


def cell_of(header: str) -> Cell | None:
    """What a sheet's header means; nothing where it is not known."""
    name = ALIASES.get(header, header)
    if name in COLUMNS:
        return Cell(COLUMNS[name])
    if match := _NUMBERED.fullmatch(header):
        relation = _BY_PREFIX[match[1]]
        if column := relation.columns.get(match[3]):
            return Cell(column, relation, int(match[2]))
    return None
