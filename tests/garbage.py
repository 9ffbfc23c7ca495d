"""Garbage for the copies of facts that wagtail-localize leaves in the rows of English pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin

from base.models import BasePage, CustomDocument, CustomImage
from practices.models import PracticePage
from registers.models import City, FundingSource, Person, Tag, Theme
from tests import factories

WORD = "śmieć"


def records() -> dict[type[models.Model], models.Model]:
    """Real records that nothing points at, for the foreign keys of the garbage."""
    network = factories.network(title="Sieć nie ta", short_name="Nie ta")
    practice = factories.practice(title="Praktyka nie ta", networks=[network])
    return {
        City: factories.city(name_pl="Miasto nie to"),
        Person: factories.person(name="Osoba Nieta"),
        CustomImage: factories.image(alt_pl="Obraz nie ten", alt_en="The wrong picture"),
        CustomDocument: factories.document(title="Dokument nie ten"),
        Tag: factories.tag(name="nie to słowo", name_en="the wrong word"),
        Theme: factories.theme(name_pl="Temat nie ten", name_en="The wrong theme"),
        FundingSource: factories.funding_source(name_pl="Źródło nie to"),
        type(network): network,
        PracticePage: practice,
        Page: practice,
        type(meeting := factories.meeting(parent=network, title="Spotkanie nie to")): meeting,
    }


def value_for(field: models.Field, known: dict[type[models.Model], models.Model]) -> Any:
    """What no original has, in the field's own type; ``None`` where nothing can be pointed at."""
    if isinstance(field, models.ForeignKey):
        record = known.get(field.related_model)
        return record and record.pk
    if isinstance(field, ArrayField):
        return [WORD]
    if isinstance(field, models.BooleanField):
        return not field.get_default()
    if isinstance(field, models.DateTimeField):
        return datetime(1901, 1, 1, 11, 11, tzinfo=UTC)
    if isinstance(field, models.DateField):
        return date(1901, 1, 1)
    if isinstance(field, models.TimeField):
        return time(11, 11)
    if isinstance(field, models.DecimalField):
        return Decimal(77)
    if isinstance(field, models.IntegerField):
        return 77
    return WORD[: field.max_length]


def write_into_facts(page: BasePage, known: dict[type[models.Model], models.Model]) -> None:
    """Fill every fact of one page with garbage, as SQL does: no form, no signal, no revision."""
    model = type(page)
    columns: dict[str, Any] = {}
    for name in model.facts:
        field = model._meta.get_field(name)
        if field.many_to_many and hasattr(field.remote_field, "through"):
            _point_at_garbage(page, field, known)
        elif field.concrete and not field.many_to_many:
            columns[field.attname] = value_for(field, known)
    model.objects.filter(pk=page.pk).update(**columns)
    for relation in get_all_child_relations(model):
        if relation.name in model.facts:
            _add_row(relation, page.pk, known)
        elif any(text.field_name == relation.name for text in model.translatable_fields):
            _spoil_rows(relation, page, known)


def _point_at_garbage(page: BasePage, field: Any, known: dict) -> None:
    record = known.get(field.related_model)
    through = field.remote_field.through
    if record is None or not hasattr(field, "m2m_column_name"):
        return
    through.objects.filter(**{field.m2m_column_name(): page.pk}).delete()
    through.objects.create(
        **{field.m2m_column_name(): page.pk, field.m2m_reverse_name(): record.pk}
    )


def _columns(model: type[models.Model], known: dict) -> dict[str, Any]:
    """Garbage for every column of a row but those that say whose it is."""
    own = {"id", "translation_key", "locale"}
    return {
        field.attname: value_for(field, known)
        for field in model._meta.concrete_fields
        if field.name not in own and not isinstance(field, ParentalKey)
    }


def _add_row(relation: Any, owner: int, known: dict) -> None:
    model = relation.related_model
    row = model(**_columns(model, known), **{relation.field.attname: owner})
    model.objects.bulk_create([row])
    for nested in get_all_child_relations(model):
        _add_row(nested, row.pk, known)


def _spoil_rows(relation: Any, page: BasePage, known: dict) -> None:
    """Spoil the facts of rows with text, and add a row that the original does not have."""
    model = relation.related_model
    assert issubclass(model, TranslatableMixin)
    facts = {
        name: value for name, value in _columns(model, known).items() if name not in model.texts
    }
    model.objects.filter(**{relation.field.attname: page.pk}).update(**facts)
    texts = dict.fromkeys(model.texts, WORD)
    model.objects.bulk_create(
        [
            model(
                **facts,
                **texts,
                locale_id=page.locale_id,
                **{relation.field.attname: page.pk},
            )
        ]
    )
