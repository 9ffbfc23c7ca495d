"""Rich text from files: HTML is cleaned to what editors may use, plain text becomes paragraphs."""

from __future__ import annotations

import re
from html import escape

import nh3

# What the editor of a story offers (STORY_FEATURES), as HTML.
_TAGS = {"p", "h3", "h4", "b", "strong", "i", "em", "ul", "ol", "li", "a", "br"}
_ATTRIBUTES = {
    **{tag: {"data-block-key"} for tag in ("p", "h3", "h4", "li")},
    "a": {"href", "linktype", "id"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    link_rel=None,
    clean_content_tags={"script", "style"},
)
# Headings of other documents, in ours; a division is a paragraph.
_RENAMED = [
    (re.compile(r"(?i)<(/?)h[12]\b"), r"<\1h3"),
    (re.compile(r"(?i)<(/?)h[56]\b"), r"<\1h4"),
    (re.compile(r"(?i)<(/?)div\b"), r"<\1p"),
]
_IS_HTML = re.compile(r"(?i)</?(?:p|h[1-6]|ul|ol|li|b|strong|i|em|a|br|div|span)\b[^<>]*>")
_BLOCK_TAGS = re.compile(r"<(/?)(?:p|h3|h4|ul|ol)\b[^>]*>")
_BREAK = re.compile(r"<br\s*/?>")
_BULLET = re.compile(r"\s*[-–•*]\s+")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+")


def read_rich_text(text: str) -> str:
    """HTML for the database; what an editor could not have written is left out."""
    return _clean(text) if _IS_HTML.search(text) else _paragraphs(text)


def _clean(html: str) -> str:
    for pattern, replacement in _RENAMED:
        html = pattern.sub(replacement, html)
    return _in_blocks(_BREAK.sub("<br/>", _CLEANER.clean(html)).replace("&nbsp;", "\u00a0")).strip()


def _in_blocks(html: str) -> str:
    """Words that stand outside any block become paragraphs of their own."""
    parts, start, depth = [], 0, 0
    for match in _BLOCK_TAGS.finditer(html):
        closing = bool(match[1])
        if depth == 0 and not closing:
            parts.append(_loose(html[start : match.start()]))
            start = match.start()
        depth += -1 if closing else 1
        if depth == 0:
            parts.append(html[start : match.end()])
            start = match.end()
    return "".join([*parts, _loose(html[start:])])


def _loose(html: str) -> str:
    return f"<p>{html.strip()}</p>" if html.strip() else html


def _paragraphs(text: str) -> str:
    """Blank lines divide paragraphs; lines that begin with a dash or number are a list."""
    return "".join(_block(part) for part in re.split(r"\n\s*\n", text) if part.strip())


def _block(part: str) -> str:
    lines = [line.strip() for line in part.strip().split("\n") if line.strip()]
    for mark, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
        if len(lines) > 1 and all(mark.match(line) for line in lines):
            items = "".join(
                f"<li>{escape(mark.sub('', line, count=1), quote=False)}</li>" for line in lines
            )
            return f"<{tag}>{items}</{tag}>"
    return f"<p>{'<br/>'.join(escape(line, quote=False) for line in lines)}</p>"
