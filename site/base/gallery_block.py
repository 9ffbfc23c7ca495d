"""The form of a gallery in a text: several pictures are chosen at once, and moved by keys.

Wagtail 7.4 chooses several in the rows of a page (``MultipleChooserPanel``), not in a block.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter
from wagtail.images.views.chooser import ImageChosenMultipleView

from .blocks import GalleryBlock
from .picture_chooser import SCRIPT


class GalleryBlockAdapter(StructBlockAdapter):
    js_constructor = "base.blocks.GalleryBlock"

    def js_args(self, block: GalleryBlock) -> list[Any]:
        texts = {
            "choose": _("Choose several images"),
            # The scripts put in the numbers.
            "added": _("Images added: %(count)s."),
            "moved": _("Image %(place)s of %(count)s."),
        }
        return [*super().js_args(block), texts]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["js/gallery-block.js", SCRIPT])


register(GalleryBlockAdapter(), GalleryBlock)


def _in_their_order(view: Any) -> Any:
    @wraps(view)
    def get_objects(self: Any, pks: list[str]) -> list[Any]:
        asked = [int(pk) for pk in pks if pk.isdecimal()]
        return sorted(view(self, asked), key=lambda image: asked.index(image.pk))

    return get_objects


def apply() -> None:
    """Pictures chosen together come as they stood in the window; Wagtail 7.4 asks for no order."""
    ImageChosenMultipleView.get_objects = _in_their_order(ImageChosenMultipleView.get_objects)
