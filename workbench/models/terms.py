"""The glossary of translators: what a Polish term is called in English, and what it is not."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from base.collation import polish_sort_key
from base.text import fold


class Term(models.Model):
    """One term of the glossary; found in any of its inflected forms."""

    polish = models.CharField(
        _("Polish term"),
        max_length=100,
        unique=True,
        help_text=_("In the nominative; it is found in every form: “budżet obywatelski”."),
    )
    english = models.CharField(_("English term"), max_length=100)
    avoided = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("not to be used"),
        default=list,
        blank=True,
        help_text=_("English variants that publishing warns about, separated by commas."),
    )
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("When to use it, or where it comes from: an act, a programme document."),
    )
    sort_key = models.CharField(max_length=250, editable=False, db_index=True, db_collation="C")

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("translation glossary")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.polish

    def save(self, *args, **kwargs) -> None:
        self.sort_key = polish_sort_key(self.polish)[:250]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if fold(self.english) in {fold(variant) for variant in self.avoided}:
            raise ValidationError(
                {"avoided": _("The English term itself is in the list of those not to be used.")}
            )
