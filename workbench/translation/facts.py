"""The facts of an original, for a translator to read: they are the same in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import localize, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from taggit.managers import TaggableManager
from wagtail.fields import StreamField
from wagtail_localize.views.edit_translation import TabHelper

from base.choosing import name_of
from base.models import BasePage
from base.relations import ids_of
from base.text import plain

# Of several records (cities, tags), so many are named.
MOST_NAMED = 6
LONGEST = 160


def facts_of(original: BasePage) -> list[tuple[str, str]]:
    """What each fact in the page's form is called and what it says, unless it says nothing."""
    shown = []
    in_form = TabHelper(original).field_tab_mapping
    for name in original.facts:
        if name not in in_form:
            continue
        field = original._meta.get_field(name)
        value = _shown(original, field)
        if value:
            shown.append((_label(field), value))
    return shown


def _label(field: Any) -> str:
    if field.one_to_many:
        return capfirst(str(field.related_model._meta.verbose_name_plural))
    return capfirst(str(field.verbose_name))


def _shown(page: BasePage, field: Any) -> str:
    if field.one_to_many:
        number = getattr(page, field.name).count()
        said = ngettext("%(number)d entry", "%(number)d entries", number) % {"number": number}
        return said if number else ""
    if isinstance(field, TaggableManager):
        rows = field.remote_field.through.objects.filter(content_object=page.pk)
        return _named(list(field.remote_field.model.objects.filter(pk__in=rows.values("tag"))))
    if field.many_to_many:
        return _named(list(field.related_model.objects.filter(pk__in=ids_of(page, field.name))))
    if isinstance(field, StreamField):
        return ""
    return _one(page, field)


def _one(page: BasePage, field: Any) -> str:
    """A fact that is one value."""
    value = getattr(page, field.name)
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return _("yes")
    if isinstance(value, list):
        labels = dict(field.base_field.flatchoices)
        return ", ".join(str(labels.get(each, each)) for each in value)
    if field.choices:
        return str(getattr(page, f"get_{field.name}_display")())
    if isinstance(value, Decimal):
        # Money is read by its thousands; years, which are whole numbers, are not.
        exact = value.normalize()
        return number_format(exact if exact % 1 else int(exact), force_grouping=True)
    if isinstance(value, date | int | float):
        return str(localize(value))
    text = plain(name_of(value, str(value)) if field.is_relation else str(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _named(records: list[Any]) -> str:
    names = [
        name_of(each, str(getattr(each, "label", "") or each)) for each in records[:MOST_NAMED]
    ]
    more = len(records) - len(names)
    if more > 0:
        names.append(_("and %(number)d more") % {"number": more})
    return ", ".join(names)
