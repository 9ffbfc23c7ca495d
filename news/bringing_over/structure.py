"""Clean HTML taken apart into the blocks of our texts, with what is proposed for the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from base.languages import ORIGINAL_LANGUAGE

from . import tables
from .credits import credit_in
from .films import film_address
from .reading import PICTURE, Source

# Characters of a first paragraph that may be the lead.
LONGEST_LEAD = 300

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FRAMES = ("div", "section", "article", "main", "header", "footer", "figure")
_BLOCKS = (*_HEADINGS, *_FRAMES, "p", "ul", "ol", "blockquote", "table", "iframe", "img", "pre")
_SPACES = re.compile(r"[ \t\r\n]+")
_SAID_BY = re.compile(r"^\s*[–—-]\s*(.+)$", re.S)


# What the document does not say itself, whoever brings it over: an article is written in Polish.
FILM, TABLE = gettext_lazy("Film"), gettext_lazy("Table")


def _in_polish(words: Promise) -> str:
    with override(ORIGINAL_LANGUAGE):
        return str(words)


@dataclass
class Image:
    """A picture of the document, where it stands, and what the document says of it."""

    number: int
    alt: str = ""
    caption: str = ""
    author: str = ""


@dataclass
class Article:
    title: str = ""
    lead: str = ""
    # Type and value, as a stream field keeps them; of an image, its number instead.
    blocks: list[tuple[str, Any]] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def take_apart(source: Source) -> Article:
    return _Reader(source).article()


class _Reader:
    def __init__(self, source: Source):
        self.source = source
        self.found = Article(dropped=list(source.dropped))
        self._rich: list[str] = []
        self._levels: list[str] = []

    def article(self) -> Article:
        soup = BeautifulSoup(self.source.html, "html.parser")
        self._take_title(soup)
        self._levels = [name for name in _HEADINGS if soup.find(name)]
        self._read(soup)
        self._end_paragraphs()
        self._take_lead()
        return self.found

    def _take_title(self, soup: BeautifulSoup) -> None:
        heading = soup.find("h1")
        if heading is not None:
            self.found.title = _words(heading)
            heading.decompose()
        else:
            self.found.title = self.source.title

    def _take_lead(self) -> None:
        """The first paragraph, where it is short enough; it does not stand in the text again."""
        if not self.found.blocks or self.found.blocks[0][0] != "paragraph":
            return
        html = self.found.blocks[0][1]
        first = BeautifulSoup(html, "html.parser").find()
        if first is None or first.name != "p" or first.find("a"):
            return
        words = _words(first)
        if len(words) <= LONGEST_LEAD:
            self.found.lead = words
            rest = html[len(str(first)) :] if html.startswith(str(first)) else ""
            if rest.strip():
                self.found.blocks[0] = ("paragraph", rest)
            elif html.startswith(str(first)):
                del self.found.blocks[0]

    # --- Blocks ---

    def _read(self, parent: Tag) -> None:
        loose: list[Any] = []
        for child in list(parent.children):
            if isinstance(child, Tag) and (child.name in _BLOCKS or child.find(_BLOCKS)):
                self._loose(loose)
                loose = []
                self._block(child)
            else:
                loose.append(child)
        self._loose(loose)

    def _loose(self, nodes: list[Any]) -> None:
        """Words that stand in no paragraph become one."""
        html = "".join(_inline(node) for node in nodes).strip()
        if html:
            self._rich.append(f"<p>{html}</p>")

    def _block(self, tag: Tag) -> None:
        read = {
            "p": self._paragraph,
            "pre": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "table": self._table,
            "iframe": self._frame,
            "img": self._image,
            "figure": self._figure,
            **dict.fromkeys(_HEADINGS, self._heading),
        }.get(tag.name, self._read)
        read(tag)

    def _heading(self, tag: Tag) -> None:
        words = _words(tag)
        self._pictures_in(tag)
        if not words:
            return
        level = self._levels.index(tag.name) if tag.name in self._levels else 0
        if level == 0:
            self._add("heading", words)
        else:
            name = "h3" if level == 1 else "h4"
            self._rich.append(f"<{name}>{escape(words, quote=False)}</{name}>")

    def _paragraph(self, tag: Tag) -> None:
        address = film_address(_words(tag))
        if address:
            self._add("video", {"title": _in_polish(FILM), "address": address, "transcript": ""})
            return
        if self._is_caption(tag):
            return
        if tag.find(_BLOCKS):
            self._read(tag)
            return
        html = "".join(_inline(child) for child in tag.children).strip()
        html = re.sub(r"^(<br/>)+|(<br/>)+$", "", html)
        if html:
            self._rich.append(f"<p>{html}</p>")

    def _is_caption(self, tag: Tag) -> bool:
        """Words below a picture that say what it is or who made it."""
        blocks, words = self.found.blocks, _words(tag)
        if self._rich or not blocks or blocks[-1][0] != "image" or not words:
            return False
        if "caption" not in (tag.get("class") or []) and not credit_in(words):
            return False
        self._describe(self.found.images[-1], words)
        return True

    def _list(self, tag: Tag) -> None:
        self._pictures_in(tag)
        if html := _list_html(tag):
            self._rich.append(html)

    def _quote(self, tag: Tag) -> None:
        said = tag.find("cite")
        author = _words(said.extract()) if said is not None else ""
        self._pictures_in(tag)
        parts = [_words(part) for part in tag.find_all(["p", "li"])] or [_words(tag)]
        parts = [part for part in parts if part]
        if not author and len(parts) > 1 and (match := _SAID_BY.match(parts[-1])):
            author, parts = match[1], parts[:-1]
        if parts:
            author = re.sub(r"^[–—-]\s*", "", author)
            self._add("quote", {"text": "\n\n".join(parts), "author": author[:255]})

    def _table(self, tag: Tag) -> None:
        self._pictures_in(tag)
        lines = tables.lines_of(tag)
        if lines and (len(lines) == 1 or len(lines[0]) == 1):
            # Laid out with a table, not a table.
            for words in (cell for line in lines for cell in line if cell):
                self._rich.append(f"<p>{escape(words, quote=False)}</p>")
        elif lines:
            caption = tag.find("caption")
            said = _words(caption) if caption is not None else ""
            rows = "\n".join(" | ".join(line) for line in lines)
            self._add("table", {"caption": (said or _in_polish(TABLE))[:255], "rows": rows})

    def _frame(self, tag: Tag) -> None:
        address = str(tag.get("src") or "")
        if film := film_address(address):
            title = str(tag.get("title") or "").strip() or _in_polish(FILM)
            self._add("video", {"title": title[:255], "address": film, "transcript": ""})
        elif address:
            self._drop(_("Embedded: %(address)s"), address)

    def _figure(self, tag: Tag) -> None:
        caption = tag.find("figcaption")
        said = _words(caption.extract()) if caption is not None else ""
        before = len(self.found.images)
        self._read(tag)
        if len(self.found.images) == before + 1:
            self._describe(self.found.images[-1], said)
        elif said:
            self._rich.append(f"<p>{escape(said, quote=False)}</p>")

    def _image(self, tag: Tag) -> None:
        address = str(tag.get("src") or "")
        number = address.removeprefix(PICTURE)
        if address.startswith(PICTURE) and number.isdecimal():
            if int(number) < len(self.source.pictures):
                image = Image(int(number), _one_line(str(tag.get("alt") or ""))[:250])
                self.found.images.append(image)
                self._add("image", image.number)
        elif address:
            self._drop(_("Image, to be added by hand: %(address)s"), address)
        else:
            self.found.dropped.append(_("An image without an address."))

    def _pictures_in(self, tag: Tag) -> None:
        """Pictures inside a list, a quotation or a table stand before it."""
        for image in tag.find_all("img"):
            self._image(image.extract())

    def _describe(self, image: Image, said: str) -> None:
        if said:
            image.author = image.author or credit_in(said)
            image.caption = " ".join(filter(None, [image.caption, said]))[:255]

    def _drop(self, sentence: str, address: str) -> None:
        self.found.dropped.append(sentence % {"address": address[:300]})

    def _add(self, kind: str, value: Any) -> None:
        self._end_paragraphs()
        self.found.blocks.append((kind, value))

    def _end_paragraphs(self) -> None:
        if self._rich:
            self.found.blocks.append(("paragraph", "".join(self._rich)))
            self._rich = []


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\u00a0", " ")).strip()


def _words(tag: Tag) -> str:
    parts = (" " if node.name == "br" else node for node in tag.descendants if _is_said(node))
    return _one_line("".join(map(str, parts)))


def _is_said(node: Any) -> bool:
    return isinstance(node, NavigableString) or node.name == "br"


def _inline(node: Any) -> str:
    """Bold, italic, links and breaks; everything else is its words."""
    if not isinstance(node, Tag):
        return escape(_SPACES.sub(" ", str(node)), quote=False)
    if node.name == "br":
        return "<br/>"
    inner = "".join(_inline(child) for child in node.children)
    name = {"strong": "b", "b": "b", "em": "i", "i": "i"}.get(node.name)
    if name and inner.strip():
        return f"<{name}>{inner}</{name}>"
    address = str(node.get("href") or "") if node.name == "a" else ""
    if address.startswith(("http://", "https://", "mailto:", "tel:")) and inner.strip():
        return f'<a href="{escape(address)}">{inner}</a>'
    return inner


def _list_html(tag: Tag) -> str:
    items = []
    for item in tag.find_all("li", recursive=False):
        inner = [child for child in item.children if not _is_list(child)]
        html = _item(inner)
        html += "".join(_list_html(child) for child in item.children if _is_list(child))
        if html:
            items.append(f"<li>{html}</li>")
    return f"<{tag.name}>{''.join(items)}</{tag.name}>" if items else ""


def _is_list(node: Any) -> bool:
    return isinstance(node, Tag) and node.name in ("ul", "ol")


def _item(nodes: list[Any]) -> str:
    parts = [_inline(node).strip() if isinstance(node, Tag) else _inline(node) for node in nodes]
    return " ".join("".join(parts).split())
