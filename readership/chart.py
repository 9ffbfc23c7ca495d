"""Figures as bars: places and sizes of what is drawn, and words for those who do not see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from base.languages import ORIGINAL_LANGUAGE, active_language

if TYPE_CHECKING:
    from datetime import date

    from .figures import Course, Step

# Of a bar's room, in per cent; the rest is the gap to the next.
BAR = 80


@dataclass(frozen=True)
class Bar:
    """A day or month: its words, and where its two parts stand, in per cent of the drawing."""

    label: str
    step: Step
    left: str
    width: str
    polish_top: str
    polish_height: str
    english_top: str
    english_height: str


@dataclass(frozen=True)
class Chart:
    """A course to be drawn; ``id`` tells it from others on the same page."""

    id: str
    title: str
    course: Course

    @cached_property
    def bars(self) -> list[Bar]:
        most = max((step.number for step in self.course.steps), default=0) or 1
        room = 100 / len(self.course.steps)
        bars = []
        for place, step in enumerate(self.course.steps):
            polish, english = 100 * step.polish / most, 100 * step.english / most
            bars.append(
                Bar(
                    self.label_of(step.day),
                    step,
                    left=_percent(room * place + room * (100 - BAR) / 200),
                    width=_percent(room * BAR / 100),
                    polish_top=_percent(100 - polish),
                    polish_height=_percent(polish),
                    english_top=_percent(100 - polish - english),
                    english_height=_percent(english),
                )
            )
        return bars

    @property
    def first(self) -> str:
        return self.label_of(self.course.steps[0].day)

    @property
    def last(self) -> str:
        return self.label_of(self.course.steps[-1].day)

    @property
    def highest(self) -> str:
        """When it was most, in words; nothing where there is nothing."""
        step = max(self.course.steps, key=lambda step: step.number)
        if not step.number:
            return ""
        return _("Highest: %(number)s (%(when)s)") % {
            "number": grouped(step.number),
            "when": self.label_of(step.day),
        }

    @property
    def described(self) -> str:
        """What the drawing shows, for those who do not see it."""
        together = _("%(number)s in total: %(polish)s in Polish, %(english)s in English.") % {
            "number": grouped(self.course.number),
            "polish": grouped(self.course.polish),
            "english": grouped(self.course.english),
        }
        return f"{self.title}. {self.first} – {self.last}. {together} {self.highest}".strip()

    def label_of(self, day: date) -> str:
        if not self.course.period.is_by_month:
            return date_format(day, "j E Y")
        month = date_format(day, "F Y")
        # Django's Polish months begin with a capital, as Polish ones do not.
        return month.lower() if active_language() == ORIGINAL_LANGUAGE else month


def grouped(number: int) -> str:
    """A number with its thousands apart, as the language writes it."""
    return number_format(number, force_grouping=True)


def _percent(number: float) -> str:
    """As the drawing wants it, whatever a language's decimal sign is."""
    return f"{number:.3f}%"
