"""Which pages the fields of a form may choose, and name, to who fills it in.

A chooser offers what the admin may name to somebody; a form that is sent may ask for any page
there is, and Wagtail would take it and show its title. So the fields are told: what is new must
be listed to the user, and what the page held before stays, but is not named.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q
from django.forms import BaseForm, Field, ModelChoiceField
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from . import access
from .widgets import PickMany

if TYPE_CHECKING:
    from .access import Reader


def is_listed(page: Page, user: Reader) -> bool:
    """Whether the admin may name the page to the user."""
    return access.listed(Page.objects.filter(pk=page.pk), user).exists()


class ListedPageChooser(AdminPageChooser):
    """The chooser of a page that names the chosen one only to who may know of it."""

    def __init__(self, *, user: Reader, **kwargs: Any):
        super().__init__(**kwargs)
        self.user = user

    def get_display_title(self, instance: Page) -> str:
        if not is_listed(instance, self.user):
            return _("a page you cannot see")
        return super().get_display_title(instance)


def name_what_is_listed(field: Field, user: Reader) -> None:
    """Have the field's widget name, of the chosen pages, those the user may know of."""
    widget = field.widget
    if isinstance(widget, PickMany):
        widget.user = user
    elif isinstance(widget, AdminPageChooser):
        field.widget = ListedPageChooser(
            user=user,
            target_models=widget.target_models,
            can_choose_root=widget.can_choose_root,
            user_perms=widget.user_perms,
            linked_fields=widget.linked_fields,
            attrs=widget.attrs,
        )
        field.widget.is_required = field.required


def choose_what_is_listed(form: Any, user: Reader) -> None:
    """Let every field for pages, in the form and in its rows, take no page it may not name."""
    _guard(form, [form.instance], user)


def _guard(form: BaseForm, rows: Iterable[Model], user: Reader) -> None:
    for name, field in form.fields.items():
        if isinstance(field, ModelChoiceField) and issubclass(field.queryset.model, Page):
            listed = access.listed(Page.objects.all(), user).values("pk")
            field.queryset = field.queryset.filter(Q(pk__in=listed) | Q(pk__in=_held(name, rows)))
            name_what_is_listed(field, user)
    for formset in getattr(form, "formsets", {}).values():
        # A row of a draft has no key by which its form could be told from a new one.
        kept = list(formset.get_queryset())
        for each in formset.forms:
            _guard(each, kept, user)


def _held(name: str, rows: Iterable[Model]) -> set[Any]:
    """The keys of the pages that the rows have in this field."""
    held: set[Any] = set()
    for row in rows:
        field = row._meta.get_field(name)
        value = field.value_from_object(row)
        held.update((each.pk for each in value) if field.many_to_many else [value])
    return held - {None}
