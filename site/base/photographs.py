"""Photographs say where they were taken; ours do not (GPS in EXIF and XMP)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

if TYPE_CHECKING:
    from django.core.files import File

GPS = 0x8825  # the tag of EXIF 2.32 that points at the place
# Only a picture that names its place is written again; that costs next to nothing at this quality.
QUALITY = 95


def without_place(file: File) -> File:
    """The picture without the place it was taken at; itself where it names none.

    Everything else that matters is kept: orientation, colour profile, format, size in pixels.
    """
    file.seek(0)
    try:
        with Image.open(file) as picture:
            if not _names_place(picture):
                return file
            data = _written_again(picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return file  # no picture we can read: refused elsewhere
    finally:
        file.seek(0)
    name = (file.name or "").rpartition("/")[2]
    return SimpleUploadedFile(name, data, getattr(file, "content_type", None))


def _names_place(picture: Image.Image) -> bool:
    return bool(picture.getexif().get_ifd(GPS)) or any(b"GPS" in text for text in _xmp(picture))


def _xmp(picture: Image.Image) -> list[bytes]:
    """The XMP packets of the formats we take; Pillow names them differently."""
    found: list[Any] = [picture.info.get(name) for name in ("xmp", "XML:com.adobe.xmp")]
    return [text.encode() if isinstance(text, str) else text for text in found if text]


def _written_again(picture: Image.Image) -> bytes:
    exif = picture.getexif()
    if GPS in exif:
        del exif[GPS]
    for name in ("xmp", "XML:com.adobe.xmp", "exif"):
        picture.info.pop(name, None)
    stream = io.BytesIO()
    options: dict[str, Any] = {
        "exif": exif.tobytes(),
        "icc_profile": picture.info.get("icc_profile"),
    }
    if picture.format != "PNG":
        options["quality"] = QUALITY
    picture.save(stream, picture.format, **options)
    return stream.getvalue()
