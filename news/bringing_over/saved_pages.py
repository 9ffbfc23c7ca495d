"""A page as browsers save it, packed: its HTML, and beside it a folder of pictures.

Nothing is unpacked to disk: the pictures that the article names are read out of the archive, which
:mod:`base.uploads` has bounded before.
"""

from __future__ import annotations

import io
import mimetypes
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from typing import IO
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from base import uploads

_PAGES = (".html", ".htm")
# A page of the archive; a longer one is refused before it is read.
LONGEST_PAGE = 30_000_000
# Pixels; what is no wider and no taller is an icon of the page's frame.
ICON = 48


def is_saved_page(file: IO[bytes], _extension: str) -> bool:
    names = uploads.names_in_archive(file)
    return any(name.lower().endswith(_PAGES) for name in names)


class SavedPage:
    """Raises ``ValidationError`` for an archive that cannot be read or holds several pages."""

    def __init__(self, archive: zipfile.ZipFile):
        self._archive = archive
        self._entries = {
            key: entry
            for entry in archive.infolist()
            if not entry.is_dir()
            for key in _names(entry)
        }
        self._page = self._only_page()
        # The addresses that led to icons, and to what cannot be unpacked.
        self.icons: set[str] = set()
        self.damaged: set[str] = set()

    def _only_page(self) -> zipfile.ZipInfo:
        """The page; those deeper in the archive are its frames."""
        pages = [
            entry
            for entry in self._archive.infolist()
            if entry.filename.lower().endswith(_PAGES)
            if not entry.filename.startswith("__MACOSX/")
        ]
        depths = [len(_path(entry).parts) for entry in pages]
        shallowest = [
            page for page, depth in zip(pages, depths, strict=True) if depth == min(depths)
        ]
        if len(shallowest) != 1:
            raise ValidationError(_("The archive holds several pages; pack one page at a time."))
        if shallowest[0].file_size > LONGEST_PAGE:
            raise ValidationError(_("The text is too long to be imported."))
        return shallowest[0]

    def html(self) -> bytes:
        return self._read(self._page)

    def picture(self, address: str) -> tuple[bytes, str] | None:
        """What an address beside the page leads to, and of what kind it is; nothing for an icon,
        for what is not in the archive, cannot be unpacked, or is too large to be a picture of ours.
        """
        entry = self._entry_at(address)
        if entry is None or entry.file_size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
            return None
        try:
            data = self._read(entry)
        except ValidationError:
            self.damaged.add(address)
            return None
        try:
            with Image.open(io.BytesIO(data)) as image:
                kind, size = Image.MIME.get(image.format or "", ""), image.size
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError):
            # Said as a kind that browsers or we do not show.
            return data, mimetypes.guess_type(entry.filename)[0] or "application/octet-stream"
        if max(size) <= ICON:
            self.icons.add(address)
            return None
        return data, kind

    def _entry_at(self, address: str) -> zipfile.ZipInfo | None:
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = normpath(f"{_path(self._page).parent}/{unquote(parts.path)}")
        return self._entries.get(_key(path))

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
            raise ValidationError(_("The archive is damaged; pack the page again.")) from error


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _names(entry: zipfile.ZipInfo) -> Iterator[str]:
    """What an entry may be called by its page. Packers that do not say in what letters they write
    names use those of their system: Polish Windows its code page 852, others UTF-8.
    """
    name = str(_path(entry))
    yield _key(name)
    if not entry.flag_bits & 0x800:
        for encoding in ("utf-8", "cp852"):
            try:
                yield _key(name.encode("cp437").decode(encoding))
            except UnicodeError:
                continue


def _key(path: str) -> str:
    """Folders of Macs and Windows take no notice of case, and Macs take letters apart."""
    return unicodedata.normalize("NFC", normpath(path)).casefold()
