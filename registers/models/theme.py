"""Themes in two levels, and the tags that link everything to them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch.index import Indexed
from taggit.models import TagBase

from base.collation import polish_sort_key
from base.finding import searched_by
from base.labels import BilingualLabel, in_language, text_in_language
from base.text import fold

NETWORK_COLOURS = [
    ("c1", _("cobalt")),
    ("c2", _("ochre")),
    ("c3", _("brick")),
    ("c4", _("plum")),
    ("c5", _("orange")),
    ("c6", _("green")),
    ("c7", _("rose")),
    ("c8", _("slate")),
    ("c9", _("teal")),
    ("c10", _("brown")),
    ("c11", _("sky blue")),
]


class Theme(Indexed, BilingualLabel):
    """A theme of the networks; its tags are what links practices, news and meetings to it."""

    code = models.SlugField(
        _("code"),
        max_length=50,
        unique=True,
        help_text=_("Used in filter addresses, in both languages."),
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("broader theme"),
    )
    slug_pl = models.SlugField(_("address in Polish"), max_length=80, unique=True)
    slug_en = models.SlugField(_("address in English"), max_length=80, unique=True)
    description_pl = models.TextField(_("description in Polish"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    colour = models.CharField(_("colour"), max_length=4, choices=NETWORK_COLOURS, default="c1")
    icon = models.CharField(
        _("icon"), max_length=40, default="tag", help_text=_("A name from the Lucide set.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    search_fields = searched_by("name_pl", "name_en")

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["order", "code"]

    def clean(self) -> None:
        super().clean()
        if self.parent is not None and (self.parent.parent_id or self.parent_id == self.pk):
            raise ValidationError({"parent": _("Themes have two levels only.")})

    @property
    def description(self) -> str:
        return text_in_language(self.description_pl, self.description_en)

    @property
    def slug(self) -> str:
        return in_language(self.slug_pl, self.slug_en)

    def get_absolute_url(self) -> str:
        from .pages import ThemeIndexPage

        return ThemeIndexPage.address_of(self.slug)


class Tag(Indexed, TagBase):
    """A keyword in both languages, belonging to a theme."""

    name_en = models.CharField(_("name in English"), max_length=100, blank=True)
    theme = models.ForeignKey(
        Theme,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="tags",
        verbose_name=_("theme"),
        help_text=_("A practice needs at least one tag with a theme to be published."),
    )
    synonyms_pl = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("synonyms in Polish"),
        default=list,
        blank=True,
        help_text=_("Separated by commas; searched: “budżet partycypacyjny”."),
    )
    synonyms_en = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("synonyms in English"),
        default=list,
        blank=True,
    )
    sort_key = models.CharField(max_length=250, editable=False, db_index=True, db_collation="C")

    free_tagging = True

    search_fields = searched_by("names")

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["sort_key"]

    def save(self, *args, **kwargs) -> None:
        self.sort_key = polish_sort_key(self.name)[:250]
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        from base.addresses import slug_of

        slug = slug_of(tag) or "tag"
        return f"{slug}-{i}" if i is not None else slug

    @property
    def label(self) -> str:
        return in_language(self.name, self.name_en)

    @property
    def label_language(self) -> str | None:
        """``pl`` where an English page shows a tag that has no English name yet."""
        return None if self.label != self.name or not in_language("", "x") else "pl"

    @classmethod
    def resolve(cls, text: str) -> Tag | None:
        """The tag with this label or synonym in either language, diacritics and case aside."""
        wanted = fold(text)
        for tag in cls.objects.all():
            if wanted in {fold(name) for name in tag.names}:
                return tag
        return None

    @property
    def names(self) -> list[str]:
        return [
            name for name in (self.name, self.name_en, *self.synonyms_pl, *self.synonyms_en) if name
        ]
