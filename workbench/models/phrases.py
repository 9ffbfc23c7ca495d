"""What a Polish sentence says without its tags: what the translation memory is asked by."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String

from base.text import fold, plain


class Phrase(models.Model):
    """A string of wagtail-localize's in plain words; its translations stay where they are.

    Strings are never changed: other words are another string. ``plain`` is folded, so capitals
    and diacritics do not keep two sentences apart.
    """

    string = models.OneToOneField(
        String, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    plain = models.TextField()

    class Meta:
        verbose_name = _("phrase")
        verbose_name_plural = _("phrases")
        indexes = [
            GinIndex(fields=["plain"], opclasses=["gin_trgm_ops"], name="workbench_phrase_plain")
        ]

    def __str__(self) -> str:
        return self.plain

    @classmethod
    def of(cls, string: String) -> Phrase:
        """The phrase of a string, unsaved."""
        return cls(string=string, plain=fold(plain(string.data)))
