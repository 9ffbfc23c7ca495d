"""What an editor asks of a digest: the period, the languages, the networks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from base import access
from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE
from networks.models import NetworkPage

LONGEST_DAYS = 366
# Dates of the calendar's ends cannot be reckoned with, and nobody means them.
_SENSIBLE = [MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 1, 1))]
LANGUAGES = [
    (ORIGINAL_LANGUAGE, gettext_lazy("Polish")),
    (TRANSLATION_LANGUAGE, gettext_lazy("English")),
]


def last_month() -> tuple[date, date]:
    """The first and the last day of the month before this one."""
    end = timezone.localdate().replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


class DigestForm(forms.Form):
    start = forms.DateField(label=gettext_lazy("From"), widget=AdminDateInput, validators=_SENSIBLE)
    end = forms.DateField(label=gettext_lazy("To"), widget=AdminDateInput, validators=_SENSIBLE)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    networks = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Networks"),
        help_text=gettext_lazy("If you tick none, the digest covers everything."),
        queryset=NetworkPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, asked: Any):
        """As the address asks; an address that asks for nothing is asked for last month."""
        start, end = last_month()
        usual = {"start": start, "end": end, "languages": [code for code, _label in LANGUAGES]}
        super().__init__(asked if "start" in asked else None, initial=usual)
        networks = NetworkPage.objects.originals().visible_to(access.ANONYMOUS)
        self.fields["networks"].queryset = networks.order_by("path")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("start"), given.get("end")
        if start and end and end < start:
            self.add_error("end", _("The period ends before it starts."))
        elif start and end and (end - start).days >= LONGEST_DAYS:
            self.add_error("end", _("A digest can cover one year at most."))
        return given

    @property
    def wanted(self) -> dict[str, Any]:
        """What is asked for, if it makes sense; what is usual where nothing is."""
        if not self.is_bound:
            return {**self.initial, "networks": []}
        return {**self.cleaned_data, "networks": list(self.cleaned_data["networks"])}
