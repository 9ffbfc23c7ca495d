"""The blocks of long texts: shallow, explained to editors, and every word of them translatable.

Images are chosen with the plain chooser (their texts stand on the image) and tables are written
as text, since wagtail-localize sees neither nested image blocks nor table blocks.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from . import block_examples, films

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any):
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        group = _("Text")
        description = _("Text with bold, lists and links.")
        preview_value = "<p>W czerwcu do sieci dołączyły trzy miasta: Konin, Zgierz i Żywiec.</p>"
        template = "blocks/paragraph.html"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        description = _("A heading of the second level; the page's title is the first.")
        preview_value = "Co dalej"
        template = "blocks/heading.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"))
    author = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        default="",
        help_text=_("Name and function, for example “Anna Przykładna, sekretarz miasta”."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = _("Text")
        description = _("Somebody's words, with name and function.")
        preview_value = {
            "text": "Najwięcej dały nam rozmowy w kuluarach.",
            "author": "Anna Przykładna, sekretarz miasta",
        }
        template = "blocks/quote.html"


class FrameBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "ul", "link"])

    class Meta:
        icon = "form"
        label = _("Frame")
        group = _("Text")
        description = _("Something to know at a glance: dates, conditions, a summary.")
        preview_value = {"title": "W skrócie", "text": "<p>Nabór trwa do 30 czerwca.</p>"}
        template = "blocks/frame.html"


def _cells(line: str) -> list[str]:
    """The cells of a line; one put between two dividers has no empty cells for them."""
    line = line.replace("\t", "|").strip()
    if len(line) > 1 and line.startswith("|") and line.endswith("|"):
        line = line[1:-1]
    return [cell.strip() for cell in line.split("|")]


class TableValue(blocks.StructValue):
    """A table written as lines of cells divided by ``|`` or tabs."""

    @cached_property
    def lines(self) -> list[list[str]]:
        return [_cells(line) for line in (self.get("rows") or "").splitlines() if line.strip()]

    @property
    def header(self) -> list[str]:
        return self.lines[0] if self.lines else []

    @property
    def body(self) -> list[list[str]]:
        return self.lines[1:]


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"))
    rows = blocks.TextBlock(
        label=_("Rows"),
        help_text=_(
            "One line per row, cells separated by |, the first line is the "
            "header. Cells pasted from a spreadsheet work as they are."
        ),
    )

    def clean(self, value: TableValue) -> TableValue:
        cleaned = super().clean(value)
        widths = {len(line) for line in cleaned.lines}
        if len(widths) > 1:
            raise blocks.StructBlockValidationError(
                {"rows": ValidationError(_("Every row needs as many cells as the header."))}
            )
        return cleaned

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Text")
        description = _("Figures in rows and columns.")
        value_class = TableValue
        preview_value = {
            "caption": "Miasta w sieciach",
            "rows": "Sieć | Miasta\nCyfryzacja | 9\nKlimat | 12",
        }
        template = "blocks/table.html"


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, default="")

    class Meta:
        icon = "image"
        label = _("Image")
        group = _("Media")
        description = _("One image with its credit; alternative texts are on the image.")
        preview_value = staticmethod(block_examples.image)
        template = "blocks/image.html"


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, default="")
    images = blocks.ListBlock(ImageChooserBlock(label=_("Image")), label=_("Images"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("Gallery")
        group = _("Media")
        description = _("Several images with their credits.")
        preview_value = staticmethod(block_examples.gallery)
        template = "blocks/gallery.html"


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    address = blocks.URLBlock(
        label=_("Address of the film"),
        help_text=_("As the browser shows it, or as “Share” copies it."),
    )
    transcript = blocks.TextBlock(
        label=_("Transcript"),
        required=False,
        default="",
        help_text=films.TRANSCRIPT,
    )
    has_captions = blocks.BooleanBlock(
        label=_("The film has captions"),
        required=False,
        default=False,
        help_text=films.CAPTIONS,
    )
    poster = ImageChooserBlock(
        label=_("Image shown before the film"),
        required=False,
        help_text=_("Without one there is a plain field with the title."),
    )

    class Meta:
        icon = "media"
        label = _("Film")
        group = _("Media")
        description = _(
            "A film on YouTube or Vimeo, played here once the reader asks for it; one elsewhere "
            "is a link. Nothing is loaded before a click."
        )
        preview_value = {"title": "Spacer po podwórkach", "address": "https://example.org/film"}
        template = "blocks/video.html"


class FileBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, default="")
    document = DocumentChooserBlock(label=_("Document"))

    class Meta:
        icon = "doc-full"
        label = _("File")
        group = _("Media")
        description = _("A document to download, with its type and size.")
        preview_value = staticmethod(block_examples.file)
        template = "blocks/file.html"


class PageLinkBlock(blocks.StructBlock):
    """A chosen page shown as a card; the room that uses it says which types may be chosen."""

    page = blocks.PageChooserBlock(label=_("Page"))

    def __init__(self, page_type: list[str] | None = None, **kwargs: Any):
        children = (
            [("page", blocks.PageChooserBlock(page_type=page_type, label=_("Page")))]
            if page_type
            else []
        )
        super().__init__(children, **kwargs)

    def get_preview_value(self) -> Any:
        chooser: Any = self.child_blocks["page"]
        return self.normalize(block_examples.page(chooser.target_models))

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict[str, Any]:
        """The card of the chosen page in the reader's language, if the reader may see it.

        ``blocks/stream.html`` asks for all links of a text at once (``linked_entries``).
        """
        from . import access
        from .listing import entries

        context = super().get_context(value, parent_context)
        page, request = value.get("page"), context.get("request")
        if page is None:
            return context
        if "linked_entries" in context:
            context["entry"] = context["linked_entries"].get(page.pk)
        elif request is not None and access.can_see(page, request.user):
            context["entry"] = entries([page.specific.original], request)[0]
        return context

    class Meta:
        icon = "link"
        label = _("Link to a page")
        group = _("Related")
        description = _("A practice, product or meeting, shown with its title and facts.")
        template = "blocks/page_link.html"


def text_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks of any long text, fresh for each field."""
    return [
        ("paragraph", ParagraphBlock()),
        ("heading", HeadingBlock()),
        ("quote", QuoteBlock()),
        ("frame", FrameBlock()),
        ("table", TableBlock()),
        ("image", ImageBlock()),
        ("gallery", GalleryBlock()),
        ("video", VideoBlock()),
        ("file", FileBlock()),
    ]
