"""What may be uploaded as a document: of an allowed kind, not too large, and what it says it is.

The allow-list (``WAGTAILDOCS_EXTENSIONS``) has no format that a browser runs. The content decides,
not the name: an HTML file called ``.pdf`` is refused, and so is an archive that would unpack
without end. Applies to every way of uploading, since the model asks (:meth:`CustomDocument.clean`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.core.files import File

# Bounds of what an archive may hold, and of how far it may swell when it is unpacked.
MOST_ENTRIES = 2_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 200
# Below this size nothing is a bomb, and small texts of one letter do pack two hundred times.
RATIO_FROM = 10 * 1024 * 1024

# The part without which an Office Open XML file is no document of its kind (ECMA-376).
OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml",
                "pptx": "ppt/presentation.xml"}  # fmt: skip
# The first entry of an OpenDocument file says what it is (OASIS ODF 1.2, part 3).
OPEN_DOCUMENT_TYPES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
# What a plain text may not begin with: a browser that guesses would take it for a page.
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<script", b"<?xml", b"<body", b"<head")
TEXT_ENCODINGS = ("utf-8-sig", "cp1250")
IMAGES_IN_ARCHIVES = {"jpg", "jpeg", "png", "webp", "avif", "gif", "tif", "tiff"}


Check = Callable[[IO[bytes], str], bool]


def check_document(file: File) -> None:
    """Raise ``ValidationError`` for a new file that must not be stored."""
    check_upload(file, CHECKS)


def check_upload(file: File, checks: Mapping[str, Check]) -> None:
    """Raise ``ValidationError`` for a file that is of none of these kinds, by extension."""
    limit = settings.DOCUMENT_MAX_UPLOAD_SIZE
    if file.size > limit:
        message = _("The file has %(size)s; at most %(limit)s are allowed.")
        sizes = {"size": filesizeformat(file.size), "limit": filesizeformat(limit)}
        raise ValidationError(message % sizes, code="size")
    if file.size == 0:
        raise ValidationError(_("The file is empty."), code="empty")
    extension = PurePosixPath(file.name or "").suffix.lower().lstrip(".")
    check = checks.get(extension)
    file.seek(0)
    try:
        fits = check is not None and check(file, extension)
    finally:
        file.seek(0)
    if not fits:
        message = _("The content of the file is not what its name says (.%(extension)s).")
        raise ValidationError(message % {"extension": extension}, code="content")


# --- Each kind --------------------------------------------------------------------------


def _is_pdf(file: IO[bytes], extension: str) -> bool:
    return b"%PDF-" in file.read(1024)


def _is_office(file: IO[bytes], extension: str) -> bool:
    names = names_in_archive(file)
    wanted = {"[Content_Types].xml", OFFICE_PARTS[extension]}
    # A macro would run on the reader's machine.
    return wanted <= names and not any(name.lower().endswith("vbaproject.bin") for name in names)


def _is_open_document(file: IO[bytes], extension: str) -> bool:
    if "mimetype" not in names_in_archive(file):
        return False
    file.seek(0)
    with zipfile.ZipFile(file) as archive, archive.open("mimetype") as entry:
        stated = entry.read(200).decode("ascii", "replace").strip()
    return stated == f"application/vnd.oasis.opendocument.{OPEN_DOCUMENT_TYPES[extension]}"


def _is_archive(file: IO[bytes], extension: str) -> bool:
    """A ZIP of files that could be uploaded one by one."""
    names = names_in_archive(file)
    allowed = {*settings.WAGTAILDOCS_EXTENSIONS, *IMAGES_IN_ARCHIVES} - {"zip"}
    files = [PurePosixPath(name) for name in names if not name.endswith("/")]
    return bool(files) and all(path.suffix.lower().lstrip(".") in allowed for path in files)


def is_text(file: IO[bytes], extension: str) -> bool:
    data = file.read()
    if b"\0" in data or data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        return False
    return any(_decodes(data, encoding) for encoding in TEXT_ENCODINGS)


def _is_subtitles(file: IO[bytes], extension: str) -> bool:
    start = file.read(16).lstrip(b"\xef\xbb\xbf")
    file.seek(0)
    return start.startswith(b"WEBVTT") and is_text(file, extension)


def _is_calendar(file: IO[bytes], extension: str) -> bool:
    start = file.read(200).lstrip(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    return start.upper().startswith(b"BEGIN:VCALENDAR") and is_text(file, extension)


CHECKS: dict[str, Check] = {
    "pdf": _is_pdf,
    **dict.fromkeys(OFFICE_PARTS, _is_office),
    **dict.fromkeys(OPEN_DOCUMENT_TYPES, _is_open_document),
    "zip": _is_archive,
    "csv": is_text,
    "txt": is_text,
    "vtt": _is_subtitles,
    "ics": _is_calendar,
}


# --- Archives and encodings -------------------------------------------------------------


def names_in_archive(file: IO[bytes]) -> set[str]:
    """The names in an archive; empty for what is none, raises for one without bounds."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return set()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    swells = unpacked > RATIO_FROM and unpacked / packed > MOST_RATIO
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or swells:
        raise ValidationError(_("The file unpacks to more than is allowed."), code="archive")
    if any(_is_unsafe(entry) for entry in entries):
        raise ValidationError(
            _("The archive contains names or files that are not safe."), code="archive"
        )
    return {entry.filename for entry in entries}


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    """An entry that would land outside the folder it is unpacked in, or cannot be looked into."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    return (
        path.is_absolute()
        or ".." in path.parts
        or ":" in entry.filename
        or bool(entry.flag_bits & 0x1)
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
