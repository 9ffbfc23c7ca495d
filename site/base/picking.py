"""Choosing several records in a form: what may be picked, and how each kind is found and shown.

A room registers its models with :func:`register`; every many-to-many field to such a model then
gets the widget :class:`base.widgets.PickMany`, which asks :func:`options` while one types. A
plain list of a thousand cities would be of no use to anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import ManyToManyField, Model, QuerySet
from django.http import Http404, HttpRequest, JsonResponse
from wagtail.admin.forms.models import register_form_field_override
from wagtail.models import Page

from . import access

SHOWN = 20


def _known(records: QuerySet, user: access.Reader) -> QuerySet:
    return access.listed(records, user) if issubclass(records.model, Page) else records


@dataclass(frozen=True)
class Pickable:
    """A model whose records can be picked.

    ``find`` returns the records for what was typed, best first; ``label`` names one, ``note``
    says what tells it from its namesakes. ``value`` is what the form sends. ``known`` leaves the
    records that may be named to a person: pages as far as the admin lists them, and of others
    all, unless their register says less.
    """

    model: type[Model]
    find: Callable[[str], QuerySet]
    label: Callable[[Any], str] = str
    note: Callable[[Any], str] = lambda record: ""
    value: Callable[[Any], Any] = lambda record: record.pk
    known: Callable[[QuerySet, access.Reader], QuerySet] = _known

    def option(self, record: Any) -> dict[str, str]:
        return {
            "value": str(self.value(record)),
            "label": self.label(record),
            "note": self.note(record),
        }


_pickables: dict[type[Model], Pickable] = {}


def register(pickable: Pickable) -> None:
    _pickables[pickable.model] = pickable


def pickable_of(model: type[Model] | None) -> Pickable | None:
    return _pickables.get(model) if model is not None else None


def _widget_for(field: Any) -> dict[str, Any]:
    from .widgets import PickMany

    pickable = pickable_of(field.related_model)
    return {"widget": PickMany(pickable.model)} if pickable else {}


register_form_field_override(ManyToManyField, override=_widget_for)


def options(request: HttpRequest, app_label: str, model_name: str) -> JsonResponse:
    """What the widget offers for ``?q=``: at most :data:`SHOWN` records, and whether more match."""
    for pickable in _pickables.values():
        meta = pickable.model._meta
        if (meta.app_label, meta.model_name) == (app_label, model_name):
            break
    else:
        raise Http404
    matching = pickable.known(pickable.find(request.GET.get("q", "")[:100]), request.user)
    found = list(matching[: SHOWN + 1])
    return JsonResponse(
        {
            "options": [pickable.option(record) for record in found[:SHOWN]],
            "more": len(found) > SHOWN,
        }
    )
