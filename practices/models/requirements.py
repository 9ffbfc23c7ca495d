"""What a practice needs before it may be published: the P marks of the domain, by record level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from base.refusals import Missing
from base.telling import said

from .vocabularies import ENDED_STAGES, RecordLevel

if TYPE_CHECKING:
    from .practice import PracticePage

# A short record may be published by any editor; it is labelled and says what it lacks.
SHORT = ["lead", "summary", "city", "networks", "kind", "stage", "start_year", "unit"]
FULL = [
    *SHORT,
    "time_to_launch",
    "challenge",
    "objectives",
    "solution",
    "results",
    "what_helped",
    "not_repeated",
    "total_cost",
    "funding",
    "transferability",
    "difficulty",
    "contact",
    "cover",
]
# An archival record is old and incomplete: published as it came, marked as such.
ARCHIVAL = ["summary", "city"]
# An old record often has no lead; its English then needs what the original needs.
IN_ENGLISH = ["lead", "summary"]
ARCHIVAL_IN_ENGLISH = ["summary"]
LEAST_ROWS = {"steps": 3, "indicators": 1}
SUMMARY_LENGTH = (300, 800)

_REQUIRED = {RecordLevel.FULL: FULL, RecordLevel.SHORT: SHORT, RecordLevel.ARCHIVAL: ARCHIVAL}


def score_field(label: str) -> models.PositiveSmallIntegerField:
    """One of the five criteria of an expert's assessment, 0–4."""
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MaxValueValidator(4)]
    )


def required_in_english(level: str) -> list[str]:
    """The text fields, beside the title, that an English page of this record level needs."""
    return ARCHIVAL_IN_ENGLISH if level == RecordLevel.ARCHIVAL else IN_ENGLISH


def missing(practice: PracticePage, level: str) -> list[Missing]:
    """What the original lacks at this level, each with the field an editor mends it in."""
    message = _("Required for publication.")
    found = [
        Missing(name, practice.label_of(name), message)
        for name in _REQUIRED[RecordLevel(level)]
        if practice._is_empty(name)
    ]
    if level == RecordLevel.ARCHIVAL:
        return found
    found += _tags(practice) + _end(practice) + _summary(practice)
    if level == RecordLevel.FULL:
        found += _rows(practice)
    return found


def _tags(practice: PracticePage) -> list[Missing]:
    tags = list(practice.tags.all())
    if not tags:
        return [Missing("tags", practice.label_of("tags"), _("Required for publication."))]
    if not any(tag.theme_id for tag in tags):
        message = _("At least one tag must belong to a theme.")
        return [Missing("tags", practice.label_of("tags"), message)]
    return []


def _end(practice: PracticePage) -> list[Missing]:
    found = []
    if practice.stage in ENDED_STAGES and practice.end_year is None:
        message = _("A finished or abandoned practice needs the year it ended.")
        found.append(Missing("end_year", practice.label_of("end_year"), message))
    start = (practice.start_year or 0, practice.start_month or 0)
    end = (practice.end_year or 9999, practice.end_month or 12)
    if end < start:
        message = _("The end is before the start.")
        found.append(Missing("end_year", practice.label_of("end_year"), message))
    return found


def _summary(practice: PracticePage) -> list[Missing]:
    length, (least, most) = len(practice.summary), SUMMARY_LENGTH
    if not practice.summary or least <= length <= most:
        return []
    message = _("The summary has %(length)d characters; it needs %(least)d to %(most)d.")
    told = said(message, length=length, least=least, most=most)
    return [Missing("summary", practice.label_of("summary"), told)]


def _rows(practice: PracticePage) -> list[Missing]:
    found = []
    for relation, least in LEAST_ROWS.items():
        rows = [row for row in getattr(practice, relation).all() if row.is_translated]
        if len(rows) < least:
            message = ngettext_lazy(
                "At least %(least)d row is required for publication.",
                "At least %(least)d rows are required for publication.",
                least,
            )
            label = practice.label_of(relation)
            found.append(Missing(relation, label, said(message, least=least)))
    return found
