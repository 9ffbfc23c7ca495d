"""A damaged picture is an error of its form, not of the server.

Wagtail 7.4 recognises a picture by its first bytes and asks for its size outside of what it
guards; a file that breaks later stops the page that shows it. Here it is read whole before it is
taken. Wagtail makes the form's field in several places, so the field's class is told, which also
holds for documents brought over. Delete this file when Wagtail reads what it takes.
"""

from __future__ import annotations

import struct
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from willow.plugins.pillow import PillowImage

MESSAGE = _("The file is damaged or is not an image; choose another one.")
TOO_LARGE = _("The image has too many pixels; make it smaller and choose it again.")
# What the readers of the formats raise for bytes they cannot make out.
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, struct.error)


def _read_whole(original):
    @wraps(original)
    def to_python(self: WagtailImageField, data: Any) -> Any:
        try:
            file = original(self, data)
            if file is not None:
                PillowImage.open(file.image)
                file.seek(0)
        except Image.DecompressionBombError as error:
            raise ValidationError(TOO_LARGE, code="file_too_many_pixels") from error
        except UNREADABLE as error:
            raise ValidationError(
                self.error_messages["invalid_image"], code="invalid_image"
            ) from error
        return file

    return to_python


def apply() -> None:
    WagtailImageField.default_error_messages = {"invalid_image": MESSAGE}
    WagtailImageField.to_python = _read_whole(WagtailImageField.to_python)
