"""Phrases: what is suggested as one types, and what was asked, in sums."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .documents import SearchDocument


class PhraseKind(models.TextChoices):
    """What a suggestion is of; the order is that in which they are shown."""

    THEME = "theme", _("Theme")
    TAG = "tag", pgettext_lazy("facet", "Tag")
    CITY = "city", _("City")
    SEARCH = "search", _("Search")
    TITLE = "title", _("Title")


class PhraseStart(models.Model):
    """A phrase that is suggested, from one of its words on: so it is found by any word's prefix.

    A title or city has its document, whose audience decides; a tag or theme the register's record.
    """

    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=8, choices=PhraseKind)
    # The document's, so that closed ones are passed over in the index.
    who = models.CharField(max_length=16, default="public")
    # Folded, and in bytes' order, so that an ordinary index answers for prefixes.
    ending = models.CharField(max_length=80, db_collation="C")
    is_first = models.BooleanField()
    text = models.TextField()
    # The synonym that was indexed where it is not the text itself.
    note = models.TextField(blank=True)
    # Slug of the tag, theme or city.
    key = models.CharField(max_length=100, blank=True)
    weight = models.PositiveIntegerField(default=0)
    document = models.ForeignKey(
        SearchDocument, null=True, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(null=True)

    class Meta:
        verbose_name = _("beginning of a suggestion")
        verbose_name_plural = _("beginnings of suggestions")
        indexes = [
            models.Index(
                fields=["language", "kind", "who", "is_first", "ending"],
                name="search_phrase_ending",
            ),
            models.Index(fields=["kind", "object_id"], name="search_phrase_object"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.ending}"


class AskedWords(models.Model):
    """What was searched for, counted: never by whom, from where, or one by one.

    Suggested once it found something on several days; what found nothing shows editors which
    words are missing.
    """

    language = models.CharField(max_length=2)
    folded = models.CharField(max_length=200, db_collation="C")
    text = models.CharField(max_length=200)
    times = models.PositiveIntegerField(default=1)
    days = models.PositiveIntegerField(default=1)
    last_day = models.DateField()
    found = models.PositiveIntegerField()
    # What answered best; while that may not be seen, neither may the words.
    best = models.ForeignKey(SearchDocument, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("words asked for")
        verbose_name_plural = _("words asked for")
        constraints = [
            models.UniqueConstraint(fields=["language", "folded"], name="asked_once_a_language")
        ]
        indexes = [
            models.Index(
                fields=["language", "-times"],
                condition=models.Q(days__gte=3, found__gt=0),
                name="search_asked_often",
            )
        ]

    def __str__(self) -> str:
        return self.text
