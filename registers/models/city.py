"""The register of cities: what everything else knows a city by."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from modelsearch.index import Indexed
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from base.collation import polish_sort_key
from base.finding import searched_by
from base.labels import BilingualLabel, text_in_language
from base.telling import lazily_said, said, said_together
from base.text import fold

from .vocabularies import CityFunction, CityKind, ProgrammeStatus, SizeClass, Voivodeship


class CityQuerySet(models.QuerySet["City"]):
    def named(self, name: str) -> CityQuerySet:
        """Cities of this name in either language, diacritics and case aside."""
        return self.filter(folded_names__contains=[fold(name)])


class AmbiguousCity(ValueError):
    """A name that several cities bear; ``candidates`` are they."""

    def __init__(self, name: str, candidates: list[City]):
        self.candidates = candidates
        message = _("Several cities are called “%(name)s”: %(listed)s. Give the TERYT number.")
        listed = said_together([_namesake(city) for city in candidates], ", ")
        super().__init__(said(message, name=name, listed=listed))


@lazily_said
def _namesake(city: City) -> str:
    return f"{city.name_pl} ({city.get_voivodeship_display()}, {city.teryt})"


class UnknownCity(ValueError):
    """A name or number that no city of the register bears."""

    def __init__(self, name: str):
        super().__init__(said(_("There is no city “%(name)s” in the register."), name=name))


class City(Indexed, BilingualLabel, ClusterableModel):
    """A city or town of Poland. Unknown facts stay empty and are shown as unknown."""

    # A city's name is its English one as well, until somebody says otherwise.
    optional_in_english = ("name_en",)

    adjective = models.CharField(
        _("adjective"),
        max_length=100,
        blank=True,
        help_text=_("Masculine nominative, searched too: “gorzowski”, “łódzki”."),
    )
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    teryt = models.CharField(
        _("TERYT number"), max_length=6, unique=True, help_text=_("Six digits of the municipality.")
    )
    voivodeship = models.CharField(_("voivodeship"), max_length=2, choices=Voivodeship)
    county = models.CharField(_("county"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=CityKind, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    population_source = models.CharField(_("source"), max_length=200, blank=True)
    size_class = models.CharField(
        _("size"), max_length=12, choices=SizeClass, blank=True, editable=False
    )
    functions = ArrayField(
        models.CharField(max_length=32, choices=CityFunction),
        verbose_name=_("functions"),
        default=list,
        blank=True,
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    coat_of_arms = models.ForeignKey(
        "base.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("coat of arms"),
    )
    zmp_member = models.BooleanField(
        _("member of the Association of Polish Cities"), null=True, blank=True
    )
    email_domains = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("official e-mail domains"),
        default=list,
        blank=True,
        help_text=_("Separated by commas; used to verify representatives."),
    )
    office_phone = models.CharField(_("phone of the city hall"), max_length=40, blank=True)
    description_pl = RichTextField(_("description in Polish"), blank=True)
    description_en = RichTextField(_("description in English"), blank=True)

    # What an editor has written, so that a newer official register does not overwrite it.
    edited_fields = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, editable=False
    )
    sort_key = models.CharField(max_length=250, editable=False, db_index=True, db_collation="C")
    folded_names = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, editable=False
    )

    objects = CityQuerySet.as_manager()

    search_fields = searched_by("names")

    REGISTER_FIELDS: ClassVar[list[str]] = [
        "name_pl",
        "name_en",
        "adjective",
        "voivodeship",
        "county",
        "kind",
        "population",
        "population_year",
        "population_source",
        "functions",
        "latitude",
        "longitude",
        "zmp_member",
    ]

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["sort_key", "teryt"]

    def save(self, *args, **kwargs) -> None:
        self.sort_key = polish_sort_key(self.name_pl)[:250]
        self.size_class = SizeClass.of(self.population)
        self.folded_names = sorted({fold(name) for name in (self.name_pl, self.name_en) if name})
        if update_fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*update_fields, "sort_key", "size_class", "folded_names"}
        super().save(*args, **kwargs)

    @property
    def names(self) -> list[str]:
        """Everything it is called: the adjective too, which nothing derives from a name."""
        return [name for name in (self.name_pl, self.name_en, self.adjective) if name]

    @property
    def description(self) -> str:
        return text_in_language(self.description_pl, self.description_en)

    @property
    def voivodeship_label(self) -> str:
        return self.get_voivodeship_display()

    def get_absolute_url(self) -> str:
        from .pages import CityIndexPage

        return CityIndexPage.address_of(self.slug)

    @classmethod
    def resolve(cls, text: str) -> City:
        """The city a person means by a name or TERYT number.

        Raises :class:`UnknownCity` or :class:`AmbiguousCity`; a name is never guessed.
        """
        wanted = str(text).strip()
        if wanted.isdigit():
            city = cls.objects.filter(teryt=wanted.zfill(6)[:6]).first()
            if city is None:
                raise UnknownCity(wanted)
            return city
        candidates = list(cls.objects.named(wanted))
        if not candidates:
            raise UnknownCity(wanted)
        if len(candidates) > 1:
            raise AmbiguousCity(wanted, candidates)
        return candidates[0]


class CityImage(Orderable):
    """A picture of a city's gallery."""

    city = ParentalKey(City, on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "base.CustomImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("image")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("gallery")


class CityProgrammeStatus(models.Model):
    """How a city stands in a programme (a page of a higher room, hence Wagtail's own model)."""

    city = ParentalKey(City, on_delete=models.CASCADE, related_name="programme_statuses")
    programme = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("programme")
    )
    status = models.CharField(_("status"), max_length=16, choices=ProgrammeStatus)

    class Meta:
        verbose_name = _("status in a programme")
        verbose_name_plural = _("statuses in programmes")
        constraints = [
            models.UniqueConstraint(fields=["city", "programme"], name="one_status_a_programme")
        ]

    def __str__(self) -> str:
        with override("pl"):
            return f"{self.city}: {self.get_status_display()}"
