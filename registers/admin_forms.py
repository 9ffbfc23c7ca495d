"""Forms of the registers: what an editor writes is remembered, what cannot be right is refused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from base.icons import validate_icon

from .curation.operations import note_change, snapshot, with_words
from .models import City, Tag, Theme
from .themes import addresses_of, lead_from


class CityForm(WagtailAdminModelForm):
    """Remembers which facts an editor wrote, so that the official register leaves them alone."""

    give_back = forms.MultipleChoiceField(
        label=_("Entered by editors"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The next update from the official register leaves these facts as "
            "they are. Tick those it may overwrite."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        # A field whose default is a function compares with a hidden copy that Wagtail never shows.
        for field in self.fields.values():
            field.show_hidden_initial = False
        if not self.instance.edited_fields:
            self.fields.pop("give_back", None)
            return
        self.fields["give_back"].choices = [  # type: ignore[attr-defined]
            (name, capfirst(str(City._meta.get_field(name).verbose_name)))
            for name in City.REGISTER_FIELDS
            if name in self.instance.edited_fields
        ]

    def save(self, commit: bool = True) -> City:
        written = {name for name in self.changed_data if name in City.REGISTER_FIELDS}
        given_back = set(self.cleaned_data.get("give_back") or []) - written
        kept = (set(self.instance.edited_fields) | written) - given_back
        self.instance.edited_fields = [name for name in City.REGISTER_FIELDS if name in kept]
        return super().save(commit=commit)


class ThemeForm(WagtailAdminModelForm):
    """When the address of a theme changes, the former one leads to it."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.former = addresses_of(self.instance) if self.instance.pk else {}

    def clean_icon(self) -> str:
        validate_icon(self.cleaned_data["icon"])
        return self.cleaned_data["icon"]

    def save(self, commit: bool = True) -> Theme:
        theme = super().save(commit=commit)
        if commit:
            for language, address in addresses_of(theme).items():
                lead_from(self.former.get(language, ""), to=address)
        return theme


class TagForm(WagtailAdminModelForm):
    """What is changed of a tag is written down, so that it can be undone."""

    keep_name = forms.BooleanField(
        label=_("When the name changes, keep the former one as a synonym"),
        required=False,
        initial=True,
        help_text=_("Searching for it will find the tag, and typing it will choose the tag."),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = False
        self.before = snapshot(self.instance) if self.instance.pk else None
        if self.before is None:
            self.fields.pop("keep_name", None)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        former = self.before["name"] if self.before else ""
        if data.get("keep_name") and former and data.get("name") not in (None, former):
            data["synonyms_pl"] = with_words(data.get("synonyms_pl") or [], data["name"], former)
        return data

    def save(self, commit: bool = True) -> Tag:
        tag = super().save(commit=commit)
        if commit and self.before is not None:
            note_change(tag, self.before, self.for_user)
        return tag
