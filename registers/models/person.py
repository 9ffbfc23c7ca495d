"""People: experts, coordinators, contacts. Shown to the public only with consent."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelsearch.index import Indexed

from base.collation import polish_sort_key
from base.finding import searched_by
from base.labels import in_language, text_in_language

from .city import City
from .theme import Theme
from .vocabularies import PersonKind


class PersonQuerySet(models.QuerySet["Person"]):
    def public(self) -> PersonQuerySet:
        """Those who agreed to be shown, and are active today."""
        today = timezone.localdate()
        return self.filter(
            models.Q(active_from__isnull=True) | models.Q(active_from__lte=today),
            models.Q(active_to__isnull=True) | models.Q(active_to__gte=today),
            is_public=True,
            consent_on__isnull=False,
        )


class Person(Indexed, models.Model):
    """Somebody with a role. The e-mail address and phone are never on a public page."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=16, choices=PersonKind)
    function_pl = models.CharField(_("function in Polish"), max_length=200, blank=True)
    function_en = models.CharField(_("function in English"), max_length=200, blank=True)
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
        verbose_name=_("city"),
    )
    organisation_pl = models.CharField(_("organisation in Polish"), max_length=200, blank=True)
    organisation_en = models.CharField(_("organisation in English"), max_length=200, blank=True)
    municipal_unit = models.CharField(_("municipal unit"), max_length=200, blank=True)
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="people", verbose_name=_("themes")
    )
    bio_pl = models.TextField(_("about in Polish"), blank=True)
    bio_en = models.TextField(_("about in English"), blank=True)
    photo = models.ForeignKey(
        "base.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("photo"),
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    languages = ArrayField(
        models.CharField(max_length=5),
        verbose_name=_("languages spoken"),
        default=list,
        blank=True,
        help_text=_("Codes separated by commas: pl, en, uk."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        verbose_name=_("user account"),
    )
    active_from = models.DateField(_("active from"), null=True, blank=True)
    active_to = models.DateField(_("active to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
        verbose_name=_("successor"),
    )
    is_public = models.BooleanField(_("shown to the public"), default=False)
    consent_on = models.DateField(_("consent given on"), null=True, blank=True)
    consent_source = models.CharField(_("where the consent is kept"), max_length=200, blank=True)
    external_id = models.CharField(max_length=100, blank=True, editable=False, db_index=True)
    sort_key = models.CharField(max_length=250, editable=False, db_index=True, db_collation="C")

    objects = PersonQuerySet.as_manager()

    search_fields = searched_by("name", "function_pl", "organisation_pl")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.is_public and not (self.consent_on and self.consent_source):
            message = _("A person is shown to the public only with a recorded consent.")
            raise ValidationError({"consent_on": message})

    def save(self, *args, **kwargs) -> None:
        surname = self.name.split()[-1] if self.name.split() else ""
        self.sort_key = polish_sort_key(f"{surname} {self.name}")[:250]
        super().save(*args, **kwargs)

    @property
    def is_shown(self) -> bool:
        """Whether the public sees them today, as ``objects.public()`` asks the database."""
        today = timezone.localdate()
        return (
            self.is_public
            and self.consent_on is not None
            and (self.active_from is None or self.active_from <= today)
            and (self.active_to is None or self.active_to >= today)
        )

    @property
    def function(self) -> str:
        return text_in_language(self.function_pl, self.function_en)

    @property
    def organisation(self) -> str:
        """The city's name or the organisation's."""
        if self.city is not None:
            return self.city.label
        return in_language(self.organisation_pl, self.organisation_en)

    @property
    def bio(self) -> str:
        return text_in_language(self.bio_pl, self.bio_en)
