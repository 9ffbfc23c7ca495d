"""Closed vocabularies of a practice; their codes are stable, in imports and addresses."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    SERVICE = "service", _("service")
    INVESTMENT = "investment", _("investment")
    REGULATION = "regulation", _("regulation")
    INTERNAL_PROCESS = "internal_process", _("internal process")
    DIGITAL_TOOL = "digital_tool", _("digital tool")
    CAMPAIGN = "campaign", _("campaign")
    PARTNERSHIP = "partnership", _("partnership")


class Stage(models.TextChoices):
    PILOT = "pilot", pgettext_lazy("stage of a practice", "pilot")
    IMPLEMENTED = "implemented", pgettext_lazy("stage of a practice", "implemented")
    ESTABLISHED = "established", pgettext_lazy("stage of a practice", "established")
    FINISHED = "finished", pgettext_lazy("stage of a practice", "finished")
    ABANDONED = "abandoned", pgettext_lazy("stage of a practice", "abandoned")


# Only what has ended needs the year it ended in.
ENDED_STAGES = {Stage.FINISHED, Stage.ABANDONED}


class TimeToLaunch(models.TextChoices):
    UP_TO_3_MONTHS = "up_to_3_months", _("up to 3 months")
    FROM_3_MONTHS = "3_to_6_months", _("3–6 months")
    FROM_6_MONTHS = "6_to_12_months", _("6–12 months")
    FROM_1_YEAR = "1_to_2_years", _("1–2 years")
    OVER_2_YEARS = "over_2_years", _("over 2 years")


class CostBand(models.TextChoices):
    """Total cost in PLN; the upper limit belongs to the lower band. Zero is a value."""

    ZERO = "zero", _("PLN 0")
    UP_TO_10K = "up_to_10k", _("up to PLN 10 thousand")
    UP_TO_50K = "10k_50k", _("PLN 10–50 thousand")
    UP_TO_250K = "50k_250k", _("PLN 50–250 thousand")
    UP_TO_1M = "250k_1m", _("PLN 250 thousand – 1 million")
    UP_TO_10M = "1m_10m", _("PLN 1–10 million")
    OVER_10M = "over_10m", _("over PLN 10 million")

    @classmethod
    def of(cls, cost: Decimal | None) -> str:
        """The band of a cost, empty where the cost is unknown."""
        if cost is None:
            return ""
        for limit, band in (
            (0, cls.ZERO),
            (10_000, cls.UP_TO_10K),
            (50_000, cls.UP_TO_50K),
            (250_000, cls.UP_TO_250K),
            (1_000_000, cls.UP_TO_1M),
            (10_000_000, cls.UP_TO_10M),
        ):
            if cost <= limit:
                return band
        return cls.OVER_10M


class FollowsFrom(models.TextChoices):
    PRL = "prl", _("Local Development Plan (PRL)")
    PRI = "pri", _("Institutional Development Plan (PRI)")
    STRATEGY = "strategy", _("city strategy")
    OTHER = "other", pgettext_lazy("document a practice follows from", "other")


class Difficulty(models.IntegerChoices):
    EASY = 1, _("easy")
    MODERATE = 2, _("moderate")
    DEMANDING = 3, _("demanding")


class Offer(models.TextChoices):
    TALK = "talk", _("a talk")
    STUDY_VISIT = "study_visit", _("a study visit")
    DOCUMENTS = "documents", pgettext_lazy("what a city offers", "documents")
    PARTNERSHIP = "partnership", pgettext_lazy("what a city offers", "partnership")


class LegalBasisKind(models.TextChoices):
    ACT = "act", _("act of parliament")
    COUNCIL_RESOLUTION = "council_resolution", _("resolution of the city council")
    MAYOR_ORDER = "mayor_order", _("order of the mayor")
    CONTRACT = "contract", pgettext_lazy("legal basis", "contract")
    STANDARD = "standard", pgettext_lazy("legal basis", "standard")
    OTHER = "other", pgettext_lazy("legal basis", "other")


class PackKind(models.TextChoices):
    RESOLUTION = "resolution", pgettext_lazy("document", "resolution")
    ORDER = "order", pgettext_lazy("document", "order")
    FORM = "form", pgettext_lazy("document", "form")
    CONTRACT = "contract", pgettext_lazy("document", "contract")
    SPECIFICATION = "specification", pgettext_lazy("document", "specification")
    TERMS = "terms_of_reference", pgettext_lazy("document", "terms of reference")
    BUDGET = "budget", pgettext_lazy("document", "budget")
    GUIDE = "guide", pgettext_lazy("document", "guide")
    PRESENTATION = "presentation", pgettext_lazy("document", "presentation")
    DATA = "data", pgettext_lazy("document", "data")
    OTHER = "other", pgettext_lazy("document", "other document")


class RecordLevel(models.TextChoices):
    FULL = "full", _("full record")
    SHORT = "short", _("short record")
    ARCHIVAL = "archival", _("archival record")


class Verification(models.TextChoices):
    SUBMITTED = "submitted", _("submitted by the city")
    CHECKED = "checked", _("checked by the editors")
    ASSESSED = "assessed", _("assessed by an expert")
    ADOPTED = "adopted", _("confirmed by adoption elsewhere")


class Origin(models.TextChoices):
    EDITORS = "editors", _("written by the editors")
    SUBMISSION = "submission", _("submitted by a city")
    COMPETITION = "competition", _("from a competition")
    IMPORT = "import", _("imported")
