"""Decisions about a practice: effective at once, with who and when, never part of a draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from base.refusals import Refusal

from .models import PracticePage, PracticeState, requirements
from .models.vocabularies import RecordLevel, Verification

CONFIRMED = "practices.confirmed"
LEVEL_CHANGED = "practices.level"
VERIFICATION_CHANGED = "practices.verification"


class LevelRefused(Refusal):
    """A published practice lacks what a higher record level asks for."""

    def __init__(self, page: PracticePage, level: str, reasons: list[str]):
        self.page, self.level = page, level
        super().__init__(*reasons)

    @property
    def heading(self) -> str:
        return _("“%(title)s” cannot be a %(level)s yet. Missing:") % {
            "title": self.page.get_admin_display_title(),
            "level": RecordLevel(self.level).label,
        }


@transaction.atomic
def confirm(practice: PracticePage, user: Any, day: date | None = None) -> PracticeState:
    """Note that the city confirmed the record, today unless told otherwise."""
    state = PracticeState.of(practice)
    state.confirm(day)
    _keep(practice, state, user, CONFIRMED, {"on": state.confirmed_on.isoformat()})
    return state


@transaction.atomic
def set_level(practice: PracticePage, level: str, user: Any) -> PracticeState:
    """Change the level; raises :class:`LevelRefused` for a live page that lacks something."""
    if practice.live and (missing := requirements.missing(practice, level)):
        raise LevelRefused(practice, level, [str(item) for item in missing])
    state = PracticeState.of(practice)
    state.level = RecordLevel(level)
    _keep(practice, state, user, LEVEL_CHANGED, {"level": level})
    return state


@transaction.atomic
def set_verification(practice: PracticePage, verification: str, user: Any) -> PracticeState:
    state = PracticeState.of(practice)
    state.verification = Verification(verification)
    _keep(practice, state, user, VERIFICATION_CHANGED, {"verification": verification})
    return state


def _keep(
    practice: PracticePage, state: PracticeState, user: Any, action: str, data: dict[str, Any]
) -> None:
    state.changed_by = user
    state.save()
    log(instance=practice, action=action, user=user, data=data)
