"""Form fields of the admin that Wagtail does not bring: many records, several codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import access
from .asking import asker
from .picking import pickable_of


class PickMany(forms.SelectMultiple):
    """Several records found by typing a part of a name; works by keyboard alone.

    What is chosen stands in a hidden ``<select>`` as Django expects it, so nothing but the
    choosing depends on the script. Only the chosen records are read from the database. Pages are
    named as far as the admin lists them to who asks.
    """

    may_create = False

    def __init__(self, model: type[Model], attrs: dict[str, Any] | None = None):
        super().__init__(attrs)
        self.model = model

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=["js/pick-many.js"])

    def chosen(self, value: Any) -> list[dict[str, str]]:
        """The options to show as chosen, for a list of primary keys."""
        keys = [key for key in value or [] if str(key).isdecimal()]
        if not keys:
            return []
        pickable = pickable_of(self.model)
        records = self.model._default_manager.filter(pk__in=keys)
        if not issubclass(self.model, Page):
            return [pickable.option(record) for record in records]
        known = pickable.known(records, asker() or access.ANONYMOUS)
        nameable = set(known.values_list("pk", flat=True))
        unnamed = {"label": _("a page you cannot see"), "note": ""}
        return [
            pickable.option(record)
            if record.pk in nameable
            else {"value": str(pickable.value(record)), **unnamed}
            for record in records
        ]

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        meta = self.model._meta
        attributes = self.build_attrs(self.attrs, attrs)
        return render_to_string(
            "base/admin/pick_many.html",
            {
                "name": name,
                "id": attributes.get("id") or f"id_{name}",
                "described_by": attributes.get("aria-describedby", ""),
                "invalid": attributes.get("aria-invalid", ""),
                "chosen": self.chosen(value),
                "may_create": self.may_create,
                "url": reverse("pick_options", args=[meta.app_label, meta.model_name]),
                "what": meta.verbose_name_plural,
            },
        )


class CodeBoxes(forms.CheckboxSelectMultiple):
    """Tick boxes for an array of codes, whose form field hands its value over as one text."""

    def format_value(self, value: Any) -> list[str]:
        if isinstance(value, str):
            value = [code for code in value.split(",") if code]
        return super().format_value(value)
