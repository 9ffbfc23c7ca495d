"""Filters of the registers' lists."""

from __future__ import annotations

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect

from .models import City, Person, Tag, Theme
from .models.vocabularies import CityKind, PersonKind, SizeClass, Voivodeship


class CityFilterSet(WagtailFilterSet):
    voivodeship = MultipleChoiceFilter(
        label=_("Voivodeship"), choices=Voivodeship, widget=CheckboxSelectMultiple
    )
    kind = MultipleChoiceFilter(label=_("Kind"), choices=CityKind, widget=CheckboxSelectMultiple)
    size_class = MultipleChoiceFilter(
        label=_("Size"), choices=SizeClass, widget=CheckboxSelectMultiple
    )
    zmp_member = BooleanFilter(label=_("ZMP member"), widget=BooleanRadioSelect)
    edited = BooleanFilter(
        label=_("Entered by editors"), method="by_edited", widget=BooleanRadioSelect
    )

    class Meta:
        model = City
        fields: list[str] = []

    def by_edited(self, queryset, name: str, value: bool):
        return (
            queryset.filter(edited_fields__len__gt=0)
            if value
            else queryset.filter(edited_fields__len=0)
        )


class TagFilterSet(WagtailFilterSet):
    theme = ModelMultipleChoiceFilter(
        label=_("Theme"), queryset=Theme.objects.all(), widget=CheckboxSelectMultiple
    )
    has_theme = BooleanFilter(
        label=_("Has a theme"), field_name="theme", lookup_expr="isnull", exclude=True,
        widget=BooleanRadioSelect,
    )  # fmt: skip

    class Meta:
        model = Tag
        fields: list[str] = []


class PersonFilterSet(WagtailFilterSet):
    kind = MultipleChoiceFilter(label=_("Kind"), choices=PersonKind, widget=CheckboxSelectMultiple)
    themes = ModelMultipleChoiceFilter(
        label=_("Themes"), queryset=Theme.objects.all(), widget=CheckboxSelectMultiple
    )
    is_public = BooleanFilter(label=_("Shown to the public"), widget=BooleanRadioSelect)

    class Meta:
        model = Person
        fields: list[str] = []
