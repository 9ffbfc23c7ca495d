"""The rules about facts and texts as system checks: a model that breaks one does not start."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericRelation
from django.core.checks import CheckMessage, Error, register
from django.db.models import ForeignKey, ManyToManyField
from modelcluster.fields import ParentalKey
from wagtail.models import Page

# Fields of Wagtail's own page and of our base are decided once, here and in BasePage.
_WAGTAIL_FIELDS = {field.name for field in Page._meta.get_fields()}


def _own_fields(model: type) -> list[Any]:
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


@register()
def every_field_is_a_fact_or_a_text(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """A field that is neither would be copied by chance; a fact must not be asked backwards."""
    from .models import BasePage

    problems: list[CheckMessage] = []
    for model in apps.get_models():
        if not issubclass(model, BasePage) or model._meta.proxy:
            continue
        texts = {item.field_name for item in model.translatable_fields}
        facts = set(model.facts)
        for field in _own_fields(model):
            name = field.name
            if (name in facts) == (name in texts):
                problems.append(
                    Error(
                        f"{model.__name__}.{name} must be in exactly one of facts and "
                        "translatable_fields.",
                        obj=model,
                        id="base.E001",
                    )
                )
            if (
                name in facts
                and isinstance(field, ForeignKey | ManyToManyField)
                and not field.remote_field.hidden
            ):
                problems.append(
                    Error(
                        f"{model.__name__}.{name} is a fact and needs related_name='+': the "
                        "English row's copy would answer the reverse question.",
                        obj=model,
                        id="base.E002",
                    )
                )
        known = {field.name for field in _own_fields(model)}
        for name in (facts | texts) - known - _WAGTAIL_FIELDS:
            problems.append(
                Error(f"{model.__name__} has no field {name}.", obj=model, id="base.E003")
            )
    return problems
