"""Membership: a city in a network, from a date to a date, in a role. A record, never a draft."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registers.models import City
from registers.models.vocabularies import ProgrammeStatus

from .network import NetworkKind, NetworkPage


class Role(models.TextChoices):
    PARTICIPANT = "participant", _("participant")
    LEAD = "lead", _("lead city")
    PARTNER = "partner", _("partner city")
    OBSERVER = "observer", _("observer")


class DateRange(Func):
    """``daterange(joined, left, '[]')``: both days count."""

    function = "DATERANGE"
    output_field = DateRangeField()


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, day=None) -> MembershipQuerySet:
        """Those in force on a day, today in Warsaw unless told otherwise."""
        day = day or timezone.localdate()
        return self.filter(Q(left__isnull=True) | Q(left__gte=day), joined__lte=day)


class Membership(models.Model):
    """A city in a network. It joins once at a time; a PIM network has one lead."""

    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("city")
    )
    network = models.ForeignKey(
        NetworkPage, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("network")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role, default=Role.PARTICIPANT)
    basis = models.CharField(
        _("basis"), max_length=16, choices=ProgrammeStatus, default=ProgrammeStatus.OTHER
    )
    joined = models.DateField(_("joined"))
    left = models.DateField(_("left"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["network", "city"]
        constraints = [
            ExclusionConstraint(
                name="a_city_joins_once_at_a_time",
                expressions=[
                    ("city", RangeOperators.EQUAL),
                    ("network", RangeOperators.EQUAL),
                    (DateRange("joined", "left", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("The city is already in this network at that time."),
            ),
            ExclusionConstraint(
                name="a_network_has_one_lead_at_a_time",
                expressions=[
                    ("network", RangeOperators.EQUAL),
                    (DateRange("joined", "left", Value("[]")), RangeOperators.OVERLAPS),
                ],
                condition=Q(role=Role.LEAD),
                violation_error_message=_("The network already has a lead city at that time."),
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(left__isnull=True) | Q(left__gte=models.F("joined")),
                violation_error_message=_("A city cannot leave before it joined."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city} – {self.network.title}"

    @property
    def is_current(self) -> bool:
        """Whether it is in force today, as ``objects.current()`` asks the database."""
        today = timezone.localdate()
        return self.joined <= today and (self.left is None or self.left >= today)

    def validate_constraints(self, exclude: set[str] | None = None) -> None:
        """Not while the role is wrong: Django 5.2 cannot ask a condition without its field."""
        if not exclude or "role" not in exclude:
            super().validate_constraints(exclude=exclude)

    def clean(self) -> None:
        super().clean()
        # Said before the database compares periods: it knows no period that ends before it begins.
        if self.joined and self.left and self.left < self.joined:
            raise ValidationError({"left": _("A city cannot leave before it joined.")})
        if self.network_id and not self.network.is_original:
            raise ValidationError({"network": _("Choose the Polish page of the network.")})
        if (
            self.network_id
            and self.role in (Role.LEAD, Role.PARTNER)
            and self.network.kind != NetworkKind.PIM
        ):
            message = _("Only networks of the Partnership Initiative of Cities have these.")
            raise ValidationError({"role": message})
