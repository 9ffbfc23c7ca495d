"""What a Polish sentence says without its tags: what the translation memory is asked by."""

from __future__ import annotations

import re
from itertools import combinations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, Value
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String

from base.text import fold, plain

_WORDS = re.compile(r"\w+")
# Shorter words stand everywhere; a sentence is known by its longest ones, the rarest as a rule.
LONG_WORD = 4
TELLING = 5


def words_of(folded: str) -> list[str]:
    """The words a sentence is found by: the long ones, or all of them where it has none."""
    words = dict.fromkeys(_WORDS.findall(folded))
    return [word for word in words if len(word) >= LONG_WORD] or list(words)


def query_of(folded: str) -> str:
    """A tsquery that a similar sentence meets: two of the five longest words."""
    longest = sorted(words_of(folded), key=len, reverse=True)[:TELLING]
    pairs = combinations(longest, 2) if len(longest) > 2 else [tuple(longest)]
    return " | ".join(
        "(" + " & ".join(f"'{word}'" for word in pair) + ")" for pair in pairs if pair
    )


class Phrase(models.Model):
    """A string of wagtail-localize's in plain words; its translations stay where they are.

    Strings are never changed: other words are another string. ``plain`` is folded, so capitals
    and diacritics do not keep two sentences apart; ``words`` are those it is found by.
    """

    string = models.OneToOneField(
        String, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    plain = models.TextField()
    words = SearchVectorField()

    class Meta:
        verbose_name = _("phrase")
        verbose_name_plural = _("phrases")
        indexes = [GinIndex(fields=["words"], name="workbench_phrase_words")]

    def __str__(self) -> str:
        return self.plain

    @classmethod
    def of(cls, string: String) -> Phrase:
        """The phrase of a string, unsaved."""
        folded = fold(plain(string.data))
        words = Func(Value(words_of(folded)), function="array_to_tsvector")
        return cls(string=string, plain=folded, words=words)
