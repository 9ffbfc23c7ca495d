"""A good practice: the record that city staff judge and adopt."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.fields import RichTextField
from wagtail_localize.fields import TranslatableField

from base.films import CAPTIONS, TRANSCRIPT, FilmFields
from base.finding import searched_by
from base.models import BasePage
from base.refusals import Missing
from base.text import has_text
from networks.models import NetworkPage
from registers.models import BearsTags, City, Person, Tag

from . import requirements
from .panels import practice_edit_handler
from .state import PracticeState
from .vocabularies import (
    CostBand,
    Difficulty,
    FollowsFrom,
    Kind,
    Offer,
    RecordLevel,
    Stage,
    TimeToLaunch,
)

STORY_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]


def story(label: str, help_text: str) -> RichTextField:
    return RichTextField(label, blank=True, help_text=help_text, features=STORY_FEATURES)


class PracticeTag(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+", verbose_name=_("tag"))
    content_object = ParentalKey(
        "practices.PracticePage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta(ItemBase.Meta):
        verbose_name = _("tags")


class PracticePage(BearsTags, BasePage):
    """A project of a city that another city could repeat: what, how, at what cost, with whom."""

    manual: ClassVar[str] = "napisać-dobrą-praktykę"
    max_title_length: ClassVar[int] = 100
    max_lead_length: ClassVar[int] = 200
    read_with: ClassVar[tuple[str, ...]] = (*BasePage.read_with, "city", "contact")
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "external_id",
        "city",
        "partner_cities",
        "networks",
        "tags",
        "tagged_items",
        "kind",
        "stage",
        "start_year",
        "start_month",
        "end_year",
        "end_month",
        "time_to_launch",
        "total_cost",
        "yearly_cost",
        "price_year",
        "staff_fte",
        "follows_from",
        "difficulty",
        "offers",
        "contact",
        "expert",
        "assessed_on",
        "score_innovation",
        "score_effectiveness",
        "score_cost_effectiveness",
        "score_strategy_fit",
        "score_applicability",
        "video_url",
        "video_has_captions",
        "funding",
        "legal_basis",
        "pack",
        "gallery",
        "related",
    ]
    film_fields: ClassVar[tuple[FilmFields, ...]] = (
        FilmFields("video_url", "video_transcript", "video_has_captions"),
    )
    parent_page_types: ClassVar[list[str]] = ["practices.PracticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    # --- Text ---
    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("300–800 characters: the problem, what was done and the outcome."),
    )
    challenge = story(_("challenge"), _("What was wrong, for whom, since when; with figures."))
    objectives = story(_("objectives"), _("What was to be achieved, by when."))
    solution = story(_("solution"), _("What exactly was done and how it works today."))
    participation = story(
        _("participants and participation"), _("Who took part and had a say, and how.")
    )
    results = story(_("results"), _("What changed; figures go to the indicators."))
    what_helped = story(_("what helped"), _("People, decisions, circumstances."))
    not_repeated = story(
        _("what we would not repeat"),
        _("The most valuable part for others: mistakes, dead ends, what cost too much."),
    )
    transferability = story(
        _("applicability in another city"), _("Conditions and the minimum that is needed.")
    )
    cost_scope = models.TextField(_("what the cost covers"), blank=True)
    staff_note = models.TextField(_("staff needed"), blank=True)
    unit = models.CharField(
        _("municipal unit"),
        max_length=200,
        blank=True,
        help_text=_("Department or office that answers questions."),
    )
    expert_opinion = story(_("expert's opinion"), _("Signed by the expert named beside it."))
    video_transcript = models.TextField(
        _("transcript of the film"), blank=True, help_text=TRANSCRIPT
    )

    # --- Facts ---
    external_id = models.CharField(
        _("external identifier"), max_length=100, blank=True, db_index=True
    )
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("city"),
    )
    partner_cities = ParentalManyToManyField(
        City, blank=True, related_name="+", verbose_name=_("partner cities")
    )
    networks = ParentalManyToManyField(
        NetworkPage,
        blank=True,
        related_name="+",
        verbose_name=_("networks"),
        limit_choices_to={"locale__language_code": "pl"},
    )
    tags = ClusterTaggableManager(
        through=PracticeTag, blank=True, related_name="practices+", verbose_name=_("tags")
    )
    kind = models.CharField(_("kind of solution"), max_length=24, choices=Kind, blank=True)
    stage = models.CharField(_("stage"), max_length=16, choices=Stage, blank=True)
    start_year = models.PositiveSmallIntegerField(
        _("year of start"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
    )
    start_month = models.PositiveSmallIntegerField(
        _("month of start"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    end_year = models.PositiveSmallIntegerField(
        _("year of end"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("Required only if finished or abandoned."),
    )
    end_month = models.PositiveSmallIntegerField(
        _("month of end"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    time_to_launch = models.CharField(
        _("time to launch"), max_length=16, choices=TimeToLaunch, blank=True
    )
    total_cost = models.DecimalField(
        _("total cost in PLN"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("0 is a value; leave the field empty if the cost is not known."),
    )
    yearly_cost = models.DecimalField(
        _("yearly cost in PLN"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    price_year = models.PositiveSmallIntegerField(_("price year"), null=True, blank=True)
    staff_fte = models.DecimalField(
        _("staff needed (full-time equivalents)"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    follows_from = ArrayField(
        models.CharField(max_length=16, choices=FollowsFrom),
        verbose_name=_("follows from"),
        default=list,
        blank=True,
    )
    difficulty = models.PositiveSmallIntegerField(
        _("difficulty"), choices=Difficulty, null=True, blank=True
    )
    offers = ArrayField(
        models.CharField(max_length=16, choices=Offer),
        verbose_name=_("the city offers"),
        default=list,
        blank=True,
    )
    contact = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("contact person"),
    )
    expert = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("expert"),
    )
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)
    score_innovation = requirements.score_field(_("innovation"))
    score_effectiveness = requirements.score_field(_("effectiveness"))
    score_cost_effectiveness = requirements.score_field(_("cost-effectiveness"))
    score_strategy_fit = requirements.score_field(_("fit with the city's strategy"))
    score_applicability = requirements.score_field(_("applicability elsewhere"))
    video_url = models.URLField(_("film"), blank=True)
    video_has_captions = models.BooleanField(
        _("the film has captions"), default=False, help_text=CAPTIONS
    )

    edit_handler = practice_edit_handler()

    texts: ClassVar[list[str]] = [
        "summary",
        "challenge",
        "objectives",
        "solution",
        "participation",
        "results",
        "what_helped",
        "not_repeated",
        "transferability",
        "cost_scope",
        "staff_note",
        "unit",
        "expert_opinion",
        "video_transcript",
    ]
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        *[TranslatableField(name) for name in texts],
        TranslatableField("steps"),
        TranslatableField("indicators"),
    ]

    search_fields = [*BasePage.search_fields, *searched_by("names_of_city")]

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")

    @property
    def state(self) -> PracticeState:
        if "_practice_state" not in self.__dict__:
            self.__dict__["_practice_state"] = PracticeState.of(self)
        return self.__dict__["_practice_state"]

    @property
    def required_in_english(self) -> list[str]:
        return requirements.required_in_english(self.state.level)

    def missing_for_publication(self) -> list[Missing]:
        missing = super().missing_for_publication()
        if self.is_original:
            missing += requirements.missing(self, PracticeState.level_of(self))
        return missing

    def missing_for_full_record(self) -> list[Missing]:
        """What a short record lacks to be a full one; shown on its page."""
        return requirements.missing(self, RecordLevel.FULL)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..presentation import present

        return {**super().get_context(request, *args, **kwargs), **present(self, request)}

    @property
    def names_of_city(self) -> list[str]:
        """By which editors find the original as well."""
        return self.city.names if self.is_original and self.city is not None else []

    # --- What readers judge by ---

    @property
    def cost_band(self) -> str:
        return CostBand.of(self.original.total_cost)

    @property
    def cost_per_resident(self) -> Decimal | None:
        """PLN per resident, from the city's population in the register."""
        facts = self.original
        if facts.total_cost is None or facts.city is None or not facts.city.population:
            return None
        return (facts.total_cost / facts.city.population).quantize(Decimal("0.01"))

    @property
    def says_what_not_to_repeat(self) -> bool:
        return has_text(self.original.not_repeated)
