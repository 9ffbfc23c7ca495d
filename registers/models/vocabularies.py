"""Closed vocabularies of the registers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CityKind(models.TextChoices):
    """A municipality's kind in the official register; empty means unknown."""

    COUNTY_RIGHTS = "county_rights", _("city with county rights")
    URBAN = "urban", _("urban municipality")
    URBAN_RURAL = "urban_rural", _("urban-rural municipality")


class SizeClass(models.TextChoices):
    """A city's size by its number of residents."""

    UNDER_5K = "under_5k", _("under 5 thousand")
    FROM_5K = "5k_20k", _("5–20 thousand")
    FROM_20K = "20k_50k", _("20–50 thousand")
    FROM_50K = "50k_100k", _("50–100 thousand")
    OVER_100K = "over_100k", _("over 100 thousand")

    @classmethod
    def of(cls, population: int | None) -> str:
        """The class of a population, empty where it is unknown."""
        if population is None:
            return ""
        for limit, size in (
            (5_000, cls.UNDER_5K),
            (20_000, cls.FROM_5K),
            (50_000, cls.FROM_20K),
            (100_000, cls.FROM_50K),
        ):
            if population < limit:
                return size
        return cls.OVER_100K


class CityFunction(models.TextChoices):
    """What a city is known to be beside its size."""

    VOIVODESHIP_CAPITAL = "voivodeship_capital", _("voivodeship capital")
    COUNTY_SEAT = "county_seat", _("county seat")
    LOSING_FUNCTIONS = "losing_functions", _("losing socio-economic functions")
    SPA = "spa", _("spa town")
    METROPOLITAN = "metropolitan", _("in a metropolitan area")
    BORDER = "border", _("border town")
    TOURIST = "tourist", _("tourist town")


class ProgrammeStatus(models.TextChoices):
    """How a city stands in a programme."""

    LAUREATE = "laureate", _("laureate")
    FINALIST = "finalist", _("finalist")
    OTHER = "other", pgettext_lazy("city in a programme", "other city")


class Voivodeship(models.TextChoices):
    """The sixteen voivodeships by their TERYT number."""

    DOLNOSLASKIE = "02", _("Dolnośląskie")
    KUJAWSKO_POMORSKIE = "04", _("Kujawsko-Pomorskie")
    LUBELSKIE = "06", _("Lubelskie")
    LUBUSKIE = "08", _("Lubuskie")
    LODZKIE = "10", _("Łódzkie")
    MALOPOLSKIE = "12", _("Małopolskie")
    MAZOWIECKIE = "14", _("Mazowieckie")
    OPOLSKIE = "16", _("Opolskie")
    PODKARPACKIE = "18", _("Podkarpackie")
    PODLASKIE = "20", _("Podlaskie")
    POMORSKIE = "22", _("Pomorskie")
    SLASKIE = "24", _("Śląskie")
    SWIETOKRZYSKIE = "26", _("Świętokrzyskie")
    WARMINSKO_MAZURSKIE = "28", _("Warmińsko-Mazurskie")
    WIELKOPOLSKIE = "30", _("Wielkopolskie")
    ZACHODNIOPOMORSKIE = "32", _("Zachodniopomorskie")


class PersonKind(models.TextChoices):
    EXPERT = "expert", _("expert")
    COORDINATOR = "coordinator", _("coordinator")
    MODERATOR = "moderator", _("moderator")
    ADVISER = "adviser", _("adviser")
    REPRESENTATIVE = "representative", _("representative of a city")
    LEADER = "leader", _("leader")
