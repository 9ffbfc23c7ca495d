"""Images and documents: credited, described in both languages, with their collection's audience."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    get_upload_to,
)
from wagtail.images.models import (
    Image as WagtailImage,
)

from ..labels import in_language, text_in_language
from ..photographs import without_place
from ..uploads import check_document


class Licence(models.TextChoices):
    """Under which terms others may use a file."""

    CC0 = "cc0", _("CC0 1.0, no rights reserved")
    CC_BY = "cc-by", _("CC BY 4.0, attribution")
    CC_BY_SA = "cc-by-sa", _("CC BY-SA 4.0, attribution, share alike")
    PUBLIC = "public", _("official document, outside copyright")
    RESERVED = "reserved", _("all rights reserved, shown with consent")


def private_storage():
    """Originals and documents are never below a public address; see ``PRIVATE_MEDIA_ROOT``."""
    return storages["private"]


class CustomImage(AbstractImage):
    """A picture with its author's credit and an alternative text in each language."""

    file = WagtailImageField(
        verbose_name=_("file"),
        storage=private_storage,
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    author = models.CharField(
        _("author"),
        max_length=200,
        blank=True,
        help_text=_("Shown as “fot. Jan Przykładny”. Required."),
    )
    source = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("For example “Flickr”.")
    )
    illustration = models.BooleanField(
        _("drawing, not a photograph"),
        default=False,
        help_text=_("The credit then says “illustration” instead of “photo”."),
    )
    licence = models.CharField(_("licence"), max_length=16, choices=Licence, blank=True)
    alt_pl = models.CharField(
        _("alternative text in Polish"),
        max_length=250,
        blank=True,
        help_text=_("What somebody who cannot see the image needs to know."),
    )
    alt_en = models.CharField(_("alternative text in English"), max_length=250, blank=True)
    # Not "decorative": Wagtail sets an attribute of that name on every picture that is read.
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Adds nothing to the text; screen readers skip it."),
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "author",
        "source",
        "illustration",
        "licence",
        "alt_pl",
        "alt_en",
        "is_decorative",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
        "tags",
    )

    search_fields = WagtailImage.search_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def clean(self) -> None:
        super().clean()
        self._forget_place()
        errors = {}
        if not self.author:
            errors["author"] = _("Say who made the image.")
        if not self.is_decorative:
            for name in ("alt_pl", "alt_en"):
                if not getattr(self, name).strip():
                    errors[name] = _("Describe the image, or mark it as decorative.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._forget_place()
        super().save(*args, **kwargs)

    def _forget_place(self) -> None:
        """A picture just uploaded loses the place it was taken at, before its size is noted."""
        if self.file and not self.file._committed:
            uploaded = self.file.file
            kept = without_place(uploaded)
            if kept is not uploaded:
                self.file = kept

    @property
    def alt(self) -> str:
        """The alternative text in the reader's language; empty for a decorative picture.

        Decorative everywhere, or where Wagtail's own image block says so.
        """
        is_silent = self.is_decorative or self.decorative
        return "" if is_silent else text_in_language(self.alt_pl, self.alt_en)

    @property
    def default_alt_text(self) -> str:
        return self.alt

    @property
    def credit(self) -> str:
        """The author and source, without the word before them: "Jan Przykładny, Flickr"."""
        return ", ".join(part for part in (self.author, self.source) if part)

    @property
    def credit_line(self) -> str:
        from ..pictures import credit_line

        return credit_line(self)


class Rendition(AbstractRendition):
    """A picture made smaller; those of a closed collection lie in private storage."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        from ..access import collection_audience
        from ..storage import CLOSED_PREFIX
        from .records import Who

        path = super().get_upload_to(filename)
        closed = collection_audience(self.image.collection) != Who.PUBLIC
        return f"{CLOSED_PREFIX}{path}" if closed else path


class CustomDocument(AbstractDocument):
    """A file to download, with what a reader wants to know before the click."""

    file = models.FileField(upload_to="documents", storage=private_storage, verbose_name=_("file"))
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    licence = models.CharField(_("licence"), max_length=16, choices=Licence, blank=True)
    language = models.CharField(
        _("language of the document"),
        max_length=2,
        choices=[("pl", _("Polish")), ("en", _("English"))],
        default="pl",
    )
    issued_on = models.DateField(_("date of the document"), null=True, blank=True)
    version = models.CharField(
        _("version"),
        max_length=40,
        blank=True,
        help_text=_("As shown to readers, for example “2.1” or “draft of 3 March”."),
    )
    # What is in a PDF is looked at once it is there; unknown before, and of other files.
    examined_at = models.DateTimeField(null=True, editable=False)
    pdf_has_tags = models.BooleanField(null=True, editable=False)
    pdf_has_title = models.BooleanField(null=True, editable=False)

    admin_form_fields = (
        "title",
        "title_en",
        "file",
        "language",
        "licence",
        "issued_on",
        "version",
        "collection",
        "tags",
    )

    search_fields = WagtailDocument.search_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Wagtail asks for the extension; a file just uploaded is also looked into."""
        super().clean()
        if self.file and not self.file._committed:
            try:
                check_document(self.file)
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self.examined_at = self.pdf_has_tags = self.pdf_has_title = None
        super().save(*args, **kwargs)

    @property
    def is_untagged_pdf(self) -> bool:
        """A PDF that was looked into and has no tags; one not yet looked into says nothing."""
        return self.pdf_has_tags is False

    @property
    def label(self) -> str:
        return in_language(self.title, self.title_en)

    @property
    def label_language(self) -> str:
        """The language ``label`` is written in: a Polish title may stand on an English page."""
        return "en" if self.title_en and self.label == self.title_en else "pl"
