"""One search document per public object, in a table of its own: see docs/search.md."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
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
    indexed_at = models.DateTimeField(auto_now=True)

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
            "Words and phrases that mean the same, in Polish and English, divided by commas: "
            "“kopciuch, piec na węgiel, coal stove”. Who types one finds the others."
        ),
    )
    narrower = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("narrower words"),
        default=list,
        blank=True,
        help_text=_(
            "Found as well by who types one of the words, but not the other way round: "
            "for “niska emisja” these are “wymiana pieców, smog”."
        ),
    )
    note = models.CharField(
        _("note"), max_length=250, blank=True, help_text=_("For editors: where it comes from.")
    )

    class Meta:
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary")
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
