"""What editors choose before something is done to tags."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from base.text import fold

from ..models import Tag, Theme
from .bearers import PageKey

STAYS, MOVES, BOTH = "stays", "moves", "both"


class MergeForm(forms.Form):
    """Which tag stays: one of those chosen in the list, or any other."""

    kept = forms.ChoiceField(
        label=gettext_lazy("The tag to keep"), required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, tags: list[Tag], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.tags = {str(tag.pk): tag for tag in tags}
        field: Any = self.fields["kept"]
        field.choices = [(key, tag.name) for key, tag in self.tags.items()]
        if len(tags) == 1:
            del self.fields["kept"]
        self.fields["other"] = forms.ModelChoiceField(
            Tag.objects.all(),
            label=_("Into this tag") if len(tags) == 1 else _("Another tag instead"),
            required=len(tags) == 1,
            widget=Tag.snippet_viewset.chooser_viewset.widget_class,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kept = data.get("other") or self.tags.get(data.get("kept", ""))
        if kept is None and not self.errors:
            raise forms.ValidationError(_("Choose the tag to keep."))
        if kept is not None and set(self.tags) == {str(kept.pk)}:
            self.add_error("other", _("This is the same tag; choose another one."))
        data["stays"] = kept
        return data


class ThemeAssignForm(forms.Form):
    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=gettext_lazy("Theme"),
        required=False,
        empty_label=gettext_lazy("no theme"),
        help_text=gettext_lazy("It replaces the themes these tags have now."),
    )


class SplitForm(forms.ModelForm):
    """The new tag, and for each page whether it goes there."""

    class Meta:
        model = Tag
        fields = ("name", "name_en", "theme")

    def __init__(self, *args: Any, tag: Tag, pages: list[tuple[str, Page]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.tag, self.pages = tag, pages
        self.fields["name"].label = _("Name of the new tag in Polish")
        self.fields["theme"].help_text = ""
        choices = [
            (STAYS, _("stays with “%(name)s”") % {"name": tag.name}),
            (MOVES, _("gets the new tag instead")),
            (BOTH, _("gets both")),
        ]
        for _model, page in pages:
            self.fields[_field_of(page)] = forms.ChoiceField(
                label=page.get_admin_display_title(), choices=choices, initial=STAYS
            )

    def clean_name(self) -> str:
        """A name that is known in either language, or as a synonym, makes no second tag."""
        name = self.cleaned_data["name"].strip()
        known = Tag.resolve(name)
        if known is not None and not (known == self.tag and fold(name) != fold(known.name)):
            raise forms.ValidationError(
                _("There is already a tag called “%(name)s”.") % {"name": known.name}
            )
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (self.chosen(MOVES) or self.chosen(BOTH)):
            raise forms.ValidationError(_("Choose at least one page for the new tag."))
        return data

    def chosen(self, what: str) -> set[PageKey]:
        """The pages for which this was chosen."""
        return {
            (model, page.pk)
            for model, page in self.pages
            if self.cleaned_data.get(_field_of(page)) == what
        }

    @property
    def rows(self) -> list[tuple[Page, Any]]:
        """Each page with its choice."""
        return [(page, self[_field_of(page)]) for model, page in self.pages]


def _field_of(page: Page) -> str:
    return f"page_{page.pk}"
