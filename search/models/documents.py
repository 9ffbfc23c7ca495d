"""One search document per public object, and what is kept of its words and its meaning."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page


class DocumentType(models.TextChoices):
    PRACTICE = "practice", _("Good practices")
    NETWORK = "network", _("Networks")
    MEETING = "meeting", _("Meetings")
    PRODUCT = "product", _("Products")
    NEWS = "news", _("News")
    CITY = "city", _("Cities")
    COLLECTION = "collection", _("Collections")
    PAGE = "page", _("Other pages")

    @property
    def one(self) -> str:
        """What a single document of the type is called."""
        return str(_ONE[self])


_ONE = {
    DocumentType.PRACTICE: pgettext_lazy("a single result", "Practice"),
    DocumentType.NETWORK: pgettext_lazy("a single result", "Network"),
    DocumentType.MEETING: pgettext_lazy("a single result", "Meeting"),
    DocumentType.PRODUCT: pgettext_lazy("a single result", "Product"),
    DocumentType.NEWS: pgettext_lazy("a single result", "News"),
    DocumentType.CITY: pgettext_lazy("a single result", "City"),
    DocumentType.COLLECTION: pgettext_lazy("a single result", "Collection"),
    DocumentType.PAGE: pgettext_lazy("a single result", "Page"),
}


class SearchDocument(models.Model):
    """What is searched of one original, in both languages; facets and audience as plain columns.

    Facts come from the original. ``who`` is a copy of the audience for one condition in SQL; the
    pages themselves are asked again before anything is shown.
    """

    key = models.CharField(max_length=64, unique=True)
    type = models.CharField(max_length=16, choices=DocumentType, db_index=True)
    page = models.OneToOneField(
        Page, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    who = models.CharField(max_length=16, default="public", db_index=True)
    languages = ArrayField(models.CharField(max_length=2), default=list)
    title_pl = models.TextField(blank=True)
    title_en = models.TextField(blank=True)
    text_pl = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    date = models.DateTimeField(null=True, blank=True)
    sort_key = models.CharField(max_length=250, blank=True, db_collation="C")
    # Facets: arrays of stable codes, one column each.
    themes = ArrayField(models.CharField(max_length=50), default=list)
    tags = ArrayField(models.CharField(max_length=100), default=list)
    networks = ArrayField(models.CharField(max_length=100), default=list)
    cities = ArrayField(models.CharField(max_length=100), default=list)
    voivodeships = ArrayField(models.CharField(max_length=2), default=list)
    sizes = ArrayField(models.CharField(max_length=12), default=list)
    city_kinds = ArrayField(models.CharField(max_length=16), default=list)
    kind = models.CharField(max_length=24, blank=True)
    stage = models.CharField(max_length=16, blank=True)
    cost_band = models.CharField(max_length=16, blank=True)
    time_to_launch = models.CharField(max_length=16, blank=True)
    difficulty = models.CharField(max_length=1, blank=True)
    verification = models.CharField(max_length=16, blank=True)
    level = models.CharField(max_length=16, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    funding = ArrayField(models.CharField(max_length=50), default=list)
    follows_from = ArrayField(models.CharField(max_length=16), default=list)
    legal_kinds = ArrayField(models.CharField(max_length=24), default=list)
    offers = ArrayField(models.CharField(max_length=16), default=list)
    features = ArrayField(models.CharField(max_length=24), default=list)
    total_cost = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    # Which way of indexing made it; see ``indexing.VERSION``.
    version = models.PositiveSmallIntegerField(default=0)
    # What it is known by among its like; see ``likeness.marks_of``. Practices only.
    marks = ArrayField(models.CharField(max_length=250), default=list)
    # What it was made from; see ``drafts.Draft.digest``.
    digest = models.CharField(max_length=32, blank=True)
    # Who has read documents reads again what was indexed since; see ``search.columns``.
    indexed_at = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        indexes = [
            GinIndex(fields=["themes"], name="search_themes"),
            GinIndex(fields=["cities"], name="search_cities"),
            GinIndex(fields=["networks"], name="search_networks"),
            # Asked of each tag suggested: a list of entries still to be sorted in takes longer.
            GinIndex(fields=["tags"], name="search_tags", fastupdate=False),
            GinIndex(fields=["marks"], name="search_marks"),
            models.Index(fields=["type", "who"], name="search_type_who"),
        ]

    def __str__(self) -> str:
        return f"{self.type}: {self.title_pl or self.title_en}"


class WordVector(models.Model):
    """The words of a document, and where they stand; what the search asks first.

    Apart from the document, and stored so that a row is a hundred bytes: whoever asks for a common
    word looks at thousands of rows. The type and the audience are the document's.
    """

    document = models.OneToOneField(
        SearchDocument, primary_key=True, on_delete=models.CASCADE, related_name="word_vector"
    )
    type = models.CharField(max_length=16)
    who = models.CharField(max_length=16)
    vector_pl = SearchVectorField()
    vector_en = SearchVectorField()

    class Meta:
        verbose_name = _("word vector")
        verbose_name_plural = _("word vectors")
        indexes = [
            GinIndex(fields=["vector_pl"], name="search_words_pl"),
            GinIndex(fields=["vector_en"], name="search_words_en"),
            models.Index(fields=["who", "type"], name="search_words_who_type"),
        ]

    def __str__(self) -> str:
        return str(self.document_id)


class Embedding(models.Model):
    """What a document is about in one language, as a vector; see ``search.meaning``."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2)
    encoder = models.CharField(max_length=40)
    # Of the text it was made from, so that it is made anew only where that has changed.
    digest = models.BinaryField(max_length=16)
    # Signed bytes, the largest of them 127.
    vector = models.BinaryField()
    made_at = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        verbose_name = _("embedding")
        verbose_name_plural = _("embeddings")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "language", "encoder"], name="search_one_embedding"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ({self.language})"
