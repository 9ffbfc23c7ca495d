"""The design page: every component in its states, on templates/design/samples.json."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.shortcuts import render
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SAMPLES = settings.PROJECT_DIR / "templates" / "design" / "samples.json"
PROSE = (
    "<p>Zaczęlibyśmy od pomiarów, nie od dotacji. Przez pierwszy rok wypłacaliśmy pieniądze tam, "
    "gdzie ktoś złożył wniosek, a nie tam, gdzie zalewa piwnice.</p><ul><li>Regulamin miał "
    "czternaście stron; po skróceniu do dwóch liczba wniosków wzrosła trzykrotnie.</li>"
    "<li>Rośliny kupowaliśmy jesienią, w najdroższym miesiącu.</li></ul>"
)


class SampleForm(forms.Form):
    """A question to a city, with one field of each kind."""

    question = forms.CharField(
        label="Pytanie",
        widget=forms.Textarea,
        help_text="Na przykład: jak rozliczyliście dotacje?",
    )
    email = forms.EmailField(
        label="Twój adres e-mail", help_text="Zobaczy go tylko osoba, która odpowie."
    )
    size = forms.ChoiceField(
        label="Wielkość miasta", choices=[("", "—"), ("s", "poniżej 5 tys.")], required=False
    )
    about = forms.MultipleChoiceField(
        label="Czego dotyczy pytanie",
        choices=[("k", "koszty"), ("d", "dokumenty")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    consent = forms.BooleanField(label="Zapoznałam(-em) się z informacją o przetwarzaniu danych")


def with_dates(item: dict[str, Any]) -> dict[str, Any]:
    """JSON has no dates: text that reads as one becomes one."""
    return {
        name: date.fromisoformat(value)
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        else value
        for name, value in item.items()
    }


def design(request: HttpRequest) -> HttpResponse:
    samples = json.loads(SAMPLES.read_text(encoding="utf-8"), object_hook=with_dates)
    return render(
        request,
        "design.html",
        {
            **samples,
            "prose": mark_safe(PROSE),
            "form": SampleForm({"email": "anna@"}, prefix="sent"),
            "empty_form": SampleForm(prefix="empty"),
        },
    )
