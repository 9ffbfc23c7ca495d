"""Words: as documents have them, and which mean the same."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _


class Word(models.Model):
    """A word as some document has it; what was mistyped is corrected to one of these.

    It has no audience and no count: whatever is proposed from here is looked for in the documents
    the reader may find before it is used, so that nothing closed speaks through it, and a word
    that no document has any more does no harm.
    """

    word = models.CharField(max_length=40, primary_key=True, db_collation="C")
    folded = models.CharField(max_length=40, db_collation="C")
    # When a document that has it was last indexed.
    seen_on = models.DateField(default=date.today)

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")
        indexes = [GinIndex(OpClass("folded", name="gin_trgm_ops"), name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.word


class GlossaryEntry(models.Model):
    """Words that mean one thing to the search, kept by editors; for what tags do not say."""

    words = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("words"),
        help_text=_(
            "Words and phrases that mean the same, in Polish and English, "
            "separated by commas: “kopciuch, piec na węgiel, coal stove”. "
            "Searching for one finds the others."
        ),
    )
    narrower = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("narrower words"),
        default=list,
        blank=True,
        help_text=_(
            "Also found when searching for one of the words, but not the other "
            "way round: for “niska emisja” these are “wymiana pieców, smog”."
        ),
    )
    note = models.CharField(
        _("note"), max_length=250, blank=True, help_text=_("For editors: where it comes from.")
    )

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("search synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return ", ".join(self.words)


class Expansion(models.Model):
    """What is looked for as well where certain words are asked for: tags, themes, the glossary.

    Made from them, so that a query needs one look at an index.
    """

    # "tag:42", "theme:7", "glossary:3": whose it is.
    source = models.CharField(max_length=40, unique=True)
    asked = ArrayField(models.TextField())
    finds = ArrayField(models.TextField())
    # Used only where a document the reader may find bears this tag.
    tag = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("expansion of queries")
        verbose_name_plural = _("expansions of queries")
        indexes = [GinIndex(fields=["asked"], name="search_expansion_asked")]

    def __str__(self) -> str:
        return f"{self.source}: {', '.join(self.finds)}"
