"""A digest in one language, as HTML for a mailing tool and as plain text.

In English what has no English page keeps its Polish title, marked as Polish, and leads to the page
that says so; no Polish word stands as English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import override

from base.addresses import absolute
from base.listing import Entry, entries
from exchange.models import MeetingPage
from news.models import NewsPage

from .collecting import Group, Item


@dataclass(frozen=True)
class Line:
    """One thing of a digest, as its reader is told of it."""

    title: str
    lead: str
    about: str
    address: str
    lang: str | None
    is_update: bool


@dataclass(frozen=True)
class Version:
    """The digest in a language: a piece of HTML, the same as a whole document, and as text."""

    language: str
    html: str
    document: str
    text: str


def written(groups: Iterable[Group], start: date, end: date, language: str) -> Version:
    with override(language):
        context = {
            "language": language,
            "start": start,
            "end": end,
            "home": absolute(f"/{language}/"),
            "groups": [(group.heading, _lines(group.items)) for group in groups],
        }
        html = _tidy(render_to_string("home/digest/mail.html", context))
        document = render_to_string("home/digest/document.html", {**context, "html": html}).lstrip()
        text = _tidy(render_to_string("home/digest/mail.txt", context))
    return Version(language, html, document, text)


def _tidy(text: str) -> str:
    """Without the empty lines and the indents that a template leaves."""
    lines = (line.strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _lines(items: list[Item]) -> list[Line]:
    shown = entries([item.original for item in items])
    return [_line(entry, item) for entry, item in zip(shown, items, strict=True)]


def _line(entry: Entry, item: Item) -> Line:
    return Line(
        title=entry.title,
        lead=entry.lead,
        about=about(entry.original),
        address=absolute(entry.address),
        lang=entry.lang,
        is_update=item.is_update,
    )


def about(original: Any) -> str:
    """When, where and of what kind, in the active language."""
    if isinstance(original, NewsPage):
        parts = [_day(original.date), original.get_category_display()]
    elif isinstance(original, MeetingPage):
        city = original.host_city
        parts = [
            _moment(original),
            city.label if city else "",
            original.get_kind_display(),
            original.get_mode_display(),
        ]
    else:
        parts = [original.city.label if original.city else "", original.get_kind_display()]
    return " · ".join(filter(None, parts))


def _moment(meeting: MeetingPage) -> str:
    """The day and hour of the beginning, and the day of the end where it is another."""
    start = timezone.localtime(meeting.start)
    said = f"{_day(meeting.start)}, {time_format(start, 'H:i')}"
    if meeting.end and timezone.localdate(meeting.end) != start.date():
        said += f" – {_day(meeting.end)}"
    return said


def _day(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "j E Y")
