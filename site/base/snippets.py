"""Registers in the admin: lists and choosers that find a record without diacritics.

A register's :class:`base.picking.Pickable` says how its records are found and told apart; the
list, the chooser of one record and the chooser of several all ask it.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import chooser as chooser_views
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from . import picking, stale
from .picking import Pickable
from .telling import lazily_said


def _described(pickable: Pickable, record: Any) -> str:
    """A record as a form shows it once chosen: with what tells it from its namesakes."""
    note = pickable.note(record)
    return f"{pickable.label(record)} ({note})" if note else pickable.label(record)


def _known(records: QuerySet, request: HttpRequest) -> QuerySet:
    pickable = picking.pickable_of(records.model)
    return pickable.known(records, request.user) if pickable else records


@lazily_said
def _worded(sentence: str, name: Any) -> str:
    """A sentence of Wagtail's catalogue, in the reader's language each time it is read."""
    return gettext(sentence) % {"object": name}


class RegisterChooser(AdminSnippetChooser):
    """The field that holds one record of a register."""

    def __init__(self, model: Any, **kwargs: Any):
        super().__init__(model, **kwargs)
        # Wagtail 7.4 words these once, in the language in which the site starts.
        name = self.model._meta.verbose_name
        self.choose_one_text = _worded("Choose %(object)s", name)
        self.choose_another_text = _worded("Choose another %(object)s", name)
        self.link_to_chosen_text = _worded("Edit this %(object)s", name)

    def get_display_title(self, instance: Any) -> str:
        pickable = picking.pickable_of(type(instance))
        return _described(pickable, instance) if pickable else str(instance)


class SearchForm(BaseFilterForm):
    """The search field of a chooser."""

    pickable: Pickable
    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(
            attrs={"placeholder": _("Part of the name; Polish letters are optional")}
        ),
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        objects = super().filter(objects)
        query = self.cleaned_data.get("q")
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        return self.pickable.find(query).filter(pk__in=objects.order_by().values("pk"))


class _Chooses:
    """What the chooser's two views (the dialogue, and its results alone) have in common."""

    extra_columns: list[Column] = []
    model: Any
    request: HttpRequest

    def get_object_list(self) -> QuerySet:
        return _known(super().get_object_list(), self.request)  # type: ignore[misc]

    def get_filter_form_class(self) -> type[forms.Form]:
        pickable = picking.pickable_of(self.model)
        return type("FilterForm", (SearchForm,), {"pickable": pickable})

    @property
    def columns(self) -> list[Column]:
        columns = super().columns  # type: ignore[misc]
        columns[0].label = _("Name")
        return [*columns, *self.extra_columns]


class ChooseView(_Chooses, chooser_views.ChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The window's name in one phrase: a verb and a noun put side by side are no Polish."""
        title = _worded("Choose %(object)s", self.model._meta.verbose_name)
        return {**super().get_context_data(**kwargs), "page_title": title, "page_subtitle": ""}


class ChooseResultsView(_Chooses, chooser_views.ChooseResultsView):
    pass


class ChosenView(chooser_views.SnippetChosenView):
    def get_object(self, pk: str) -> Any:
        return _known(self.model_class.objects.filter(pk=pk), self.request).get()

    def get_display_title(self, instance: Any) -> str:
        pickable = picking.pickable_of(type(instance))
        return _described(pickable, instance) if pickable else str(instance)


class ChosenMultipleView(chooser_views.SnippetChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet:
        return _known(super().get_objects(pks), self.request)


class RegisterChooserViewSet(SnippetChooserViewSet):
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    # Columns that tell namesakes apart.
    extra_columns: list[Column] = []

    @property
    def choose_view_class(self) -> type:  # type: ignore[override]
        return type("ChooseView", (ChooseView,), {"extra_columns": self.extra_columns})

    @property
    def choose_results_view_class(self) -> type:  # type: ignore[override]
        return type(
            "ChooseResultsView", (ChooseResultsView,), {"extra_columns": self.extra_columns}
        )

    @cached_property
    def widget_class(self) -> RegisterChooser:
        return RegisterChooser(model=self.model, icon=self.icon)


class RegisterIndexView(IndexView):
    """A list that is searched like its chooser, and sorted the Polish way by its first column."""

    is_searchable = True
    name_sort_key = "sort_key"

    @cached_property
    def columns(self) -> list[Column]:
        columns = super().columns
        # After the boxes for bulk actions comes the name.
        columns[1].sort_key = self.name_sort_key
        return columns

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        pickable = picking.pickable_of(self.model)
        return queryset.filter(pk__in=pickable.find(self.search_query).order_by().values("pk"))


class RegisterEditView(EditView):
    """A record's form, which does not overwrite what somebody else saved since it was opened."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        record = super().get_object(*args, **kwargs)
        self.seen = stale.mark_of(record)
        return record

    def form_valid(self, form: Any) -> Any:
        shown = self.request.POST.get(stale.SEEN)
        if shown and shown != self.seen:
            now = self.model.objects.get(pk=self.object.pk)
            form.add_error(None, stale.say_what_stands_there(form, now))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "seen": self.seen}


class RegisterViewSet(SnippetViewSet):
    """A register: ``pickable`` finds its records, ``chooser_columns`` tell them apart."""

    pickable: Pickable
    chooser_columns: list[Column] = []
    index_view_class = RegisterIndexView
    edit_view_class = RegisterEditView
    edit_template_name = "base/admin/register_edit.html"
    list_per_page = 50
    chooser_per_page = 15
    copy_view_enabled = False

    def on_register(self) -> None:
        picking.register(self.pickable)
        super().on_register()

    @property
    def chooser_viewset_class(self) -> type[RegisterChooserViewSet]:  # type: ignore[override]
        return type(
            "ChooserViewSet", (RegisterChooserViewSet,), {"extra_columns": self.chooser_columns}
        )
