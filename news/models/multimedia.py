"""Galleries, films and recordings."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import TranslatableField

from base.films import CAPTIONS, TRANSCRIPT, FilmFields
from base.listing import paginate
from base.models import BasePage
from base.models.rows import FactRow
from base.panels import (
    FactPanel,
    FactPicturesPanel,
    FactsPanel,
    page_tabs,
)
from networks.models import NetworkPage
from registers.models import City


class MediaKind(models.TextChoices):
    GALLERY = "gallery", pgettext_lazy("multimedia", "Gallery")
    FILM = "film", pgettext_lazy("multimedia", "Film")
    RECORDING = "recording", pgettext_lazy("multimedia", "Recording")


class MultimediaIndexPage(BasePage):
    """Galleries, films and recordings by city, network and year."""

    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["news.MultimediaPage"]

    class Meta:
        verbose_name = _("list of multimedia")
        verbose_name_plural = _("lists of multimedia")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..listing import multimedia_list

        return {**super().get_context(request), **multimedia_list(request, paginate)}


class MultimediaPage(BasePage):
    """A gallery, film or recording with its credits and transcript."""

    manual: ClassVar[str] = "galeria-film-kolekcja-praktyk-zwykła-strona"
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "external_id",
        "kind",
        "date",
        "city",
        "network",
        "url",
        "has_captions",
        "images",
    ]
    film_fields: ClassVar[tuple[FilmFields, ...]] = (
        FilmFields("url", "transcript", "has_captions"),
    )
    required_to_publish: ClassVar[list[str]] = ["kind", "date"]
    parent_page_types: ClassVar[list[str]] = ["news.MultimediaIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=TRANSCRIPT,
    )
    external_id = models.CharField(max_length=100, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=MediaKind, blank=True)
    date = models.DateField(_("date"), null=True, blank=True, db_index=True)
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("city"),
    )
    network = models.ForeignKey(
        NetworkPage,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("network"),
        limit_choices_to={"locale__language_code": "pl"},
    )
    url = models.URLField(_("address of the film or recording"), blank=True)
    has_captions = models.BooleanField(
        _("the film has captions"), default=False, help_text=CAPTIONS
    )

    edit_handler = page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, FieldPanel("transcript")]),
            (
                _("Facts"),
                [
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel("kind"), FactPanel("date")]),
                            FactPanel("city"),
                            FactPanel("network"),
                            FactPanel("url"),
                            FactPanel("has_captions"),
                        ],
                        heading=_("Recording"),
                    )
                ],
            ),
            (
                _("Media"),
                [
                    FactPanel("cover"),
                    FactPicturesPanel("images", heading=_("Images"), label=_("Image")),
                ],
            ),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("transcript"),
    ]

    class Meta:
        verbose_name = _("gallery, film or recording")
        verbose_name_plural = _("galleries, films and recordings")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..presentation import present_media

        context = super().get_context(request, *args, **kwargs)
        return {**context, **present_media(self, request)}

    def is_only_heard(self, film: FilmFields) -> bool:
        return self.original.kind == MediaKind.RECORDING

    def missing_for_publication(self) -> list:
        from base.refusals import Missing

        missing = super().missing_for_publication()
        if self.is_original and self.kind == MediaKind.GALLERY and not self.images.all():
            message = _("A gallery needs at least one image.")
            missing.append(Missing("images", self.label_of("images"), message))
        if self.is_original and self.kind in (MediaKind.FILM, MediaKind.RECORDING) and not self.url:
            message = _("A film or recording needs its address.")
            missing.append(Missing("url", self.label_of("url"), message))
        return missing


class MultimediaImage(FactRow):
    page = ParentalKey(MultimediaPage, on_delete=models.CASCADE, related_name="images")
    image = models.ForeignKey(
        "base.CustomImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("image")
    )

    class Meta(FactRow.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
