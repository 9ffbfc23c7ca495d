"""Registers, pictures and files: records whose words stand in both languages in one form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import CharField, Model, QuerySet, TextField
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as images
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

# Addresses are made of names, and are nobody's to translate.
_NOT_WORDS = ("slug_en",)


@cache
def fields_in_english() -> dict[type[Model], list[tuple[str, str]]]:
    """The models edited in the admin that have words in both languages, with the names of their
    Polish and English fields.
    """
    found: dict[type[Model], list[tuple[str, str]]] = {}
    for model in apps.get_models():
        if issubclass(model, Page) or not _has_form(model):
            continue
        names = {field.name for field in model._meta.get_fields()}
        for field in model._meta.concrete_fields:
            if not field.name.endswith("_en") or field.name in _NOT_WORDS:
                continue
            if not isinstance(field, CharField | TextField):
                continue
            base = field.name.removesuffix("_en")
            polish = f"{base}_pl" if f"{base}_pl" in names else base
            if polish in names:
                found.setdefault(model, []).append((polish, field.name))
    return found


def _has_form(model: type[Model]) -> bool:
    return hasattr(model, "snippet_viewset") or model in (get_image_model(), get_document_model())


def without_english(user: Any, model: type[Model], polish: str, english: str) -> QuerySet:
    """The records this person may change that say something in Polish and nothing in English."""
    return _changeable(user, model).filter(**{english: ""}).exclude(**{polish: ""})


def _changeable(user: Any, model: type[Model]) -> QuerySet:
    if model is get_image_model():
        return images.instances_user_has_permission_for(user, "change")
    if model is get_document_model():
        return documents.instances_user_has_permission_for(user, "change")
    return ModelPermissionPolicy(model).instances_user_has_permission_for(user, "change")


@dataclass(frozen=True)
class Gap:
    """A field that lacks English in ``number`` records, which are listed at ``address``."""

    model: type[Model]
    field: Any
    number: int
    address: str

    @property
    def register(self) -> str:
        return capfirst(str(self.model._meta.verbose_name_plural))


def gaps(user: Any) -> list[Gap]:
    """The fields that lack English, the largest number first."""
    found = []
    for model, pairs in fields_in_english().items():
        for polish, english in pairs:
            # A city's name is its English one too, until somebody says otherwise.
            if english in getattr(model, "optional_in_english", ()):
                continue
            if number := without_english(user, model, polish, english).count():
                found.append(
                    Gap(model, model._meta.get_field(english), number, _listed(model, english))
                )
    return sorted(found, key=lambda gap: -gap.number)


def _listed(model: type[Model], english: str) -> str:
    meta = model._meta
    return reverse("workbench_without_english", args=[meta.app_label, meta.model_name, english])


def form_of(record: Model) -> str:
    """The address of a record's form."""
    if isinstance(record, get_image_model()):
        return reverse("wagtailimages:edit", args=[record.pk])
    if isinstance(record, get_document_model()):
        return reverse("wagtaildocs:edit", args=[record.pk])
    return reverse(type(record).snippet_viewset.get_url_name("edit"), args=[record.pk])
