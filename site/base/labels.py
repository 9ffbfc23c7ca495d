"""Bilingual registers: Polish beside English in one row, and a label that follows the reader."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import ORIGINAL_LANGUAGE, active_language


def in_language(polish: str, english: str, *, language: str | None = None) -> str:
    """The text of the reader's language; the Polish one where the English is empty.

    Only for names, whose Polish form is also their English one until somebody says otherwise
    ("Hajnówka"). Running text uses :func:`text_in_language`, which never falls back.
    """
    if (language or active_language()) == ORIGINAL_LANGUAGE:
        return polish
    return english or polish


def text_in_language(polish: str, english: str) -> str:
    """The text of the reader's language, or nothing: no Polish is served as English."""
    return polish if active_language() == ORIGINAL_LANGUAGE else english


class BilingualLabel(models.Model):
    """A register's name in both languages."""

    name_pl = models.CharField(_("name in Polish"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return in_language(self.name_pl, self.name_en)
