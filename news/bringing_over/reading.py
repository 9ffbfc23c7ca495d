"""A pasted or uploaded article as clean HTML, its pictures beside it; nothing is fetched.

Whatever comes out has passed the cleaner: no scripts, no handlers, no styles.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any
from xml.parsers import expat

import mammoth
import nh3
from bs4 import BeautifulSoup, SoupStrainer, Tag
from bs4.dammit import UnicodeDammit
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _
from openpyxl.packaging.core import DocumentProperties
from openpyxl.xml.functions import fromstring

from base import uploads

from .saved_pages import SavedPage, is_saved_page

KINDS: dict[str, uploads.Check] = {
    "docx": uploads.CHECKS["docx"],
    "html": lambda file, _extension: b"\0" not in file.read(),
    "htm": lambda file, _extension: b"\0" not in file.read(),
    "zip": is_saved_page,
}
# Characters; a long report has fifty thousand.
LONGEST = 1_000_000
# With pictures written into it.
LONGEST_FILE = 30_000_000
# Where the properties of a page stand.
HEAD = 100_000
MOST_IMAGES = 60
# The address of a picture that came with the document: its place among them.
PICTURE = "brought:"

_TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "blockquote", "cite", "q",
    "b", "strong", "i", "em", "a", "img", "figure", "figcaption", "iframe", "pre", "time",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "div", "section", "article", "main", "header", "footer",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "iframe": {"src", "title"},
    "time": {"datetime"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "p": {"class"},
}
_SCHEMES = {"http", "https", "mailto", "tel", "brought", "data"}
# What is left out with everything in it.
_LEFT_OUT = {
    "script", "style", "nav", "aside", "form", "template", "noscript", "svg", "object", "select",
    "button", "textarea", "title",
}  # fmt: skip
# Tags of a clean text; nothing a person wrote is nested deeper.
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_VOID = {"br", "img"}
DEEPEST = 150
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.lead:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
"""
_HAS_MACHINERY = re.compile(r"(?i)<(?:script|style|form|object|embed)\b")
_DATA = re.compile(r"data:(image/[a-z+.-]+);base64,(.*)", re.S)


class Unreadable(ValidationError):
    """A document that cannot be brought over; the message says why."""


@dataclass
class Picture:
    data: bytes
    content_type: str


@dataclass
class Source:
    """A document before it is taken apart."""

    html: str
    pictures: list[Picture] = field(default_factory=list)
    title: str = ""
    author: str = ""
    date: str = ""
    # What was left out so far, in sentences.
    dropped: list[str] = field(default_factory=list)
    # Whether the addresses of pictures in the HTML are of our making.
    is_ours: bool = False

    def keep(self, picture: Picture) -> str:
        """The address under which a picture stands in the HTML; empty for one too many."""
        if len(self.pictures) >= MOST_IMAGES:
            return ""
        self.pictures.append(picture)
        return f"{PICTURE}{len(self.pictures) - 1}"


def read_upload(file: File) -> Source:
    """Raises ``ValidationError`` for what is not an article, or is meant to do harm."""
    uploads.check_upload(file, KINDS)
    name = (file.name or "").lower()
    if name.endswith(".docx"):
        return _read_word(file)
    if name.endswith(".zip"):
        with zipfile.ZipFile(file) as archive:
            page = SavedPage(archive)
            return read_html(page.html(), page)
    return read_html(file.read())


def read_html(html: str | bytes, saved: SavedPage | None = None) -> Source:
    """A pasted or uploaded page: its article, where it says which part of it that is; pictures
    ``saved`` beside it come along.
    """
    if isinstance(html, bytes):
        html = UnicodeDammit(html, is_html=True).unicode_markup or ""
    source = Source("")
    _note_properties(html, source)
    if _HAS_MACHINERY.search(html):
        source.dropped.append(_("Scripts, styles and forms were left out."))
    soup = BeautifulSoup(_cleaned(html, source), "html.parser")
    main = soup.find("article") or soup.find("main") or soup
    for part in main.find_all(["header", "footer"]):
        # A headline may stand in a header; the rest of a page's frame is no text of the article.
        if part.find("h1"):
            part.unwrap()
        else:
            part.decompose()
    if saved is not None:
        _keep_saved(main, saved, source)
    source.html = main.decode_contents()
    return source


def _keep_saved(main: Tag, saved: SavedPage, source: Source) -> None:
    """Only of the article: the frame of a page has pictures enough of its own."""
    kept: dict[str, str] = {}
    for image in main.find_all("img"):
        address = str(image.get("src") or "")
        if address not in kept and (picture := saved.picture(address)) is not None:
            kept[address] = source.keep(Picture(*picture))
        if kept.get(address):
            image["src"] = kept[address]
        elif address in saved.icons | saved.damaged:
            image.decompose()
    if saved.icons:
        source.dropped.append(_("Icons and other small images were left out."))
    for address in sorted(saved.damaged):
        message = _("An image in the archive is damaged and was left out: %(address)s")
        source.dropped.append(message % {"address": address[:300]})


def _cleaned(html: str, source: Source) -> str:
    """Raises ``ValidationError`` for what is too long or too deep for a text."""
    if len(html) > LONGEST_FILE:
        raise Unreadable(_("The text is too long to be imported."))

    def address(tag: str, name: str, value: str) -> str | None:
        """Pictures written into the HTML itself are the document's own; no others are."""
        if value.startswith("data:"):
            return _kept_inline(value, source) if (tag, name) == ("img", "src") else None
        return None if value.startswith(PICTURE) and not source.is_ours else value

    html = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=address,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags=_LEFT_OUT,
    )
    depth = 0
    for match in _TAG.finditer(html):
        if match[2] not in _VOID:
            depth += -1 if match[1] else 1
        if depth > DEEPEST:
            raise Unreadable(_("The text is nested too deeply to be imported."))
    if len(html) > LONGEST:
        raise Unreadable(_("The text is too long to be imported."))
    return html


def _note_properties(html: str, source: Source) -> None:
    head = BeautifulSoup(html[:HEAD], "html.parser", parse_only=SoupStrainer(["meta", "title"]))

    def meta(*names: str) -> str:
        for name in names:
            found = head.find("meta", property=name) or head.find("meta", attrs={"name": name})
            if found is not None and found.get("content"):
                return str(found["content"]).strip()
        return ""

    heading = head.find("title")
    source.title = meta("og:title") or (heading.get_text(" ", strip=True) if heading else "")
    source.author = meta("author", "article:author")
    source.date = meta("article:published_time", "date", "dc.date")


def _kept_inline(address: str, source: Source) -> str:
    match = _DATA.fullmatch(address)
    try:
        data = base64.b64decode(match[2]) if match else b""
    except (binascii.Error, ValueError):
        data = b""
    return source.keep(Picture(data, match[1])) if match and data else ""


# --- Word documents -----------------------------------------------------------------------


def _read_word(file: File) -> Source:
    file.seek(0)
    content = io.BytesIO(file.read())
    with zipfile.ZipFile(content) as archive:
        _refuse_declarations(archive)
        properties = _properties(archive)
    source = Source("")
    content.seek(0)
    try:
        result = mammoth.convert_to_html(
            content,
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda image: _kept(image, source)),
        )
    except Exception as error:
        raise Unreadable(_("The Word document cannot be read; save it again as .docx.")) from error
    source.is_ours = True
    source.html = _cleaned(result.value, source)
    source.title = properties.title or ""
    source.author = properties.creator or ""
    moment = properties.created or properties.modified
    # Word keeps the time of Greenwich, openpyxl drops its mark.
    source.date = moment.replace(tzinfo=UTC).isoformat() if moment else ""
    return source


def _kept(image: Any, source: Source) -> dict[str, str]:
    with image.open() as opened:
        return {"src": source.keep(Picture(opened.read(), image.content_type))}


def _refuse_declarations(archive: zipfile.ZipFile) -> None:
    """A document type in a part of a Word document serves only to harm who reads it."""

    def refuse(*_declaration: Any) -> None:
        raise Unreadable(_("The Word document contains declarations that are not safe."))

    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            parser = expat.ParserCreate()
            parser.StartDoctypeDeclHandler = refuse
            try:
                parser.Parse(archive.read(entry), True)
            except (expat.ExpatError, zipfile.BadZipFile, OSError) as error:
                message = _("The Word document cannot be read; save it again as .docx.")
                raise Unreadable(message) from error


def _properties(archive: zipfile.ZipFile) -> DocumentProperties:
    """Title, author and dates that Word keeps of a document; those of Excel are the same."""
    try:
        return DocumentProperties.from_tree(fromstring(archive.read("docProps/core.xml")))
    except (KeyError, ValueError, TypeError):
        return DocumentProperties()
