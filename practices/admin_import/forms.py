"""What is asked for a new import, and what an editor chooses for values that are wrong."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from base import uploads

from ..models import ImportProblem, ImportRun, PracticeIndexPage

KINDS: dict[str, uploads.Check] = {
    "xlsx": uploads.CHECKS["xlsx"],
    "csv": uploads.is_text,
    "jsonl": uploads.is_text,
}
# Chosen where a cell is to be read as if nothing stood in it.
EMPTY = "(empty)"
# Characters; a longer value is mended in the file.
LONGEST_TYPED = 1_000


class NewImportForm(WagtailAdminModelForm):
    class Meta:
        model = ImportRun
        fields = ["file", "publishing", "known", "alike"]
        widgets = {
            "publishing": forms.RadioSelect,
            "known": forms.RadioSelect,
            "alike": forms.RadioSelect,
            "file": forms.FileInput(attrs={"accept": ",".join(f".{kind}" for kind in KINDS)}),
        }
        help_texts = {
            "file": _(
                "A workbook (.xlsx) made from the template, a .csv or a .jsonl "
                "file. It is only checked at first: nothing is saved until you "
                "say so."
            ),
            "publishing": _("Incomplete records are listed with what they are missing."),
            "known": _("Recognised by external_id."),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not may_publish(self.for_user):
            nothing = ImportRun.Publishing.NOTHING
            self.fields["publishing"].choices = [(nothing, nothing.label)]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        kind = file.name.rpartition(".")[2].lower()
        if kind not in KINDS:
            raise ValidationError(_("Only .xlsx, .csv and .jsonl files can be imported."))
        uploads.check_upload(file, KINDS)
        return file


def may_import(user: Any) -> bool:
    """Whether this person has the right, and may write practices at all."""
    index = PracticeIndexPage.objects.originals().first()
    return (
        user.has_perm("practices.add_importrun")
        and index is not None
        and index.permissions_for_user(user).can_add_subpage()
    )


def may_publish(user: Any) -> bool:
    index = PracticeIndexPage.objects.originals().first()
    return index is not None and index.permissions_for_user(user).can_publish_subpage()


def take_choices(run: ImportRun, given: QueryDict) -> int:
    """Keep with the run what was chosen or typed for its problems; returns how many that is.

    ``choice-ID`` and ``typed-ID`` name a problem that stands for all with its value.
    """
    answers: dict[int, str] = {}
    for name in given:
        kind, _dash, number = name.partition("-")
        value = given[name].strip()
        if kind not in ("choice", "typed") or not number.isdecimal() or not value:
            continue
        # What was typed goes before what was chosen.
        if kind == "typed" or int(number) not in answers:
            answers[int(number)] = value[:LONGEST_TYPED]
    problems = run.problems.filter(pk__in=answers).exclude(place="")
    for problem in problems:
        answer = answers[problem.pk]
        chosen = run.corrections.setdefault(problem.place, {})
        _follow(chosen, problem, "" if answer == EMPTY else answer)
    return len(problems)


def _follow(chosen: dict[str, str], problem: ImportProblem, answer: str) -> None:
    """A value that was itself chosen is corrected where it was chosen; the file has another."""
    earlier = [value for value, instead in chosen.items() if instead == problem.value]
    for value in earlier:
        chosen[value] = answer
    chosen[problem.value] = answer


def forget_choice(run: ImportRun, place: str, value: str) -> None:
    run.corrections.get(place, {}).pop(value, None)
    if not run.corrections.get(place):
        run.corrections.pop(place, None)
