"""The rules about facts and texts as system checks: a model that breaks one does not start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericRelation
from django.core.checks import CheckMessage, Error, register
from django.db.models import ForeignKey, ManyToManyField, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

if TYPE_CHECKING:
    from .models import BasePage

# Fields of Wagtail's own page and of our base are decided once, here and in BasePage.
_WAGTAIL_FIELDS = {field.name for field in Page._meta.get_fields()}


@register()
def every_field_is_a_fact_or_a_text(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """A field that is neither would be copied by chance; a fact must not be asked backwards."""
    from .models import BasePage

    return [
        problem
        for model in apps.get_models()
        if issubclass(model, BasePage) and not model._meta.proxy
        for problem in problems_of(model)
    ]


def problems_of(model: type[BasePage]) -> Iterator[CheckMessage]:
    """What a page type breaks: fields in neither list or in both, and reverse accessors."""
    texts = {item.field_name for item in model.translatable_fields}
    facts = set(model.facts)
    own = _own_fields(model)
    for field in own:
        if (field.name in facts) == (field.name in texts):
            yield Error(
                f"{model.__name__}.{field.name} must be in exactly one of facts and "
                "translatable_fields.",
                obj=model,
                id="base.E001",
            )
        if field.name in facts and _can_be_asked_backwards(field):
            yield _asked_backwards(model, field)
    for name in (facts | texts) - {field.name for field in own} - _WAGTAIL_FIELDS:
        yield Error(f"{model.__name__} has no field {name}.", obj=model, id="base.E003")
    for row in _row_models(model):
        for field in row._meta.get_fields():
            if _can_be_asked_backwards(field) and not isinstance(field, ParentalKey):
                yield _asked_backwards(row, field)


def _own_fields(model: type[Model]) -> list[Any]:
    """The fields and child rows a page type adds to Wagtail's page."""
    own = [
        field
        for field in model._meta.get_fields()
        if field.name not in _WAGTAIL_FIELDS
        and not isinstance(field, GenericRelation)
        and not (field.one_to_one and getattr(field.remote_field, "parent_link", False))
    ]
    return [
        field
        for field in own
        if not field.auto_created or isinstance(getattr(field, "remote_field", None), ParentalKey)
    ]


def _row_models(model: type[Model]) -> Iterator[type[Model]]:
    """The models of a page's own rows, and of the rows of its rows."""
    for relation in get_all_child_relations(model):
        if relation.name not in _WAGTAIL_FIELDS:
            yield relation.related_model
            yield from _row_models(relation.related_model)


def _can_be_asked_backwards(field: Any) -> bool:
    """Whether a record knows the pages or rows that point at it: the English copies too."""
    if not isinstance(field, ForeignKey | ManyToManyField) or field.auto_created:
        return False
    return not field.remote_field.hidden


def _asked_backwards(model: type[Model], field: Any) -> CheckMessage:
    return Error(
        f"{model.__name__}.{field.name} is a fact and needs related_name='+': the English row's "
        "copy would answer the reverse question.",
        obj=model,
        id="base.E002",
    )
