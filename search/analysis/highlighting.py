"""Marking in a text what a query found, and choosing the passage to show.

By the offsets of tokens, as PostgreSQL's own `ts_headline` cannot see base forms: in a text with
*retencję* a query for *retencja* marks exactly that word.
"""

import re
from collections import Counter
from collections.abc import Iterable

from .matching import Hit, hits
from .query import Query
from .terms import Language

Segments = list[tuple[str, bool]]
ELLIPSIS = "…"
# A passage begins with its sentence where that began at most this share of the length earlier.
_LEAD = 0.4
_SENTENCE_START = re.compile(r"(?<=[.!?…:;] )(?=[\w„\"])")


def highlight(text: str, query: Query, language: Language) -> Segments:
    """The whole text cut into (segment, is marked); the segments together are the text."""
    return _segments(text, 0, len(text), hits(text, query, language))


def snippet(text: str, query: Query, language: Language, length: int = 240) -> Segments:
    """The passage of at most `length` characters that shows most of the query, marked.

    Runs of white space become one space, an ellipsis stands where the text was cut. Without
    anything to mark it is the beginning of the text.
    """
    text = " ".join(text.split())
    found = sorted(hits(text, query, language))
    start, end = _window(text, found, max(length, 1))
    segments = _segments(text, start, end, found)
    if start > 0:
        segments.insert(0, (ELLIPSIS, False))
    if end < len(text):
        segments.append((ELLIPSIS, False))
    return segments


def _segments(text: str, start: int, end: int, found: Iterable[Hit]) -> Segments:
    """`text[start:end]` cut at the hits that lie inside; touching and overlapping ones are one."""
    spans: list[tuple[int, int]] = []
    for hit in sorted(found):
        if hit.start < start or hit.end > end:
            continue
        if spans and hit.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], hit.end))
        else:
            spans.append((hit.start, hit.end))
    segments: Segments = []
    done = start
    for span_start, span_end in spans:
        if done < span_start:
            segments.append((text[done:span_start], False))
        segments.append((text[span_start:span_end], True))
        done = span_end
    if done < end:
        segments.append((text[done:end], False))
    return segments


def _window(text: str, found: list[Hit], length: int) -> tuple[int, int]:
    """Start and end of the best passage, at word boundaries, given sorted hits."""
    if len(text) <= length:
        return 0, len(text)
    first, last = _densest(found, length)
    spare = max(0, length - (last - first))
    earliest = max(0, first - min(spare, int(length * _LEAD)))
    start = _beginning(text, earliest, first)
    end = start + length
    if end >= len(text):
        end = len(text)
        start = _beginning(text, max(0, min(start, end - length)), first)
    elif text[end] != " ":
        word_end = max(text.rfind(" ", start, end), last)
        if start < word_end < end:
            end = word_end
    return start, len(text[:end].rstrip())


def _densest(found: list[Hit], length: int) -> tuple[int, int]:
    """From the first to the last hit of the passage with most clauses, then most hits, in it."""
    best, span = (0, 0), (0, 0)
    inside: Counter[int] = Counter()
    left = 0
    for right, hit in enumerate(found):
        inside[hit.clause] += 1
        while left < right and hit.end - found[left].start > length:
            inside[found[left].clause] -= 1
            left += 1
        score = (sum(count > 0 for count in inside.values()), right - left + 1)
        if score > best:
            best, span = score, (found[left].start, hit.end)
    return span


def _beginning(text: str, earliest: int, latest: int) -> int:
    """The start of a sentence between the two offsets, else of a word, else the earliest."""
    if earliest == 0:
        return 0
    if sentence := _SENTENCE_START.search(text, earliest, latest + 1):
        return sentence.start()
    if text[earliest - 1] == " ":
        return earliest
    space = text.find(" ", earliest, latest)
    return space + 1 if space >= 0 else earliest
