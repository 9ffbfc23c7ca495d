"""The examination of a published page: its barriers, and the addresses it leads to.

Rules of WCAG 2.2 that a template cannot keep for the editor: the order of headings (1.3.1, 2.4.6),
links that say where they lead (2.4.4), transcripts (1.2.1), captions (1.2.2). Alternative texts
are the pictures' own, see :mod:`workbench.condition.files`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page

from base.models import BasePage
from base.text import fold

from ..models import Barrier, Finding, Link, LinkUse
from .pieces import Piece, pieces

# Words that tell nothing to somebody who hears the links of a page alone.
_SAY_NOTHING = {
    "tutaj", "tu", "kliknij", "kliknij tutaj", "kliknij tu", "wiecej", "czytaj wiecej", "link",
    "zobacz", "zobacz wiecej", "pobierz", "strona", "pod adresem", "pod linkiem",
    "dowiedz sie wiecej", "here", "click here", "more", "read more", "see more", "this",
    "this page", "download", "learn more",
}  # fmt: skip
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.I)
_HEADINGS = ["h2", "h3", "h4", "h5", "h6"]
LONGEST_ADDRESS = 2000


@transaction.atomic
def examine(page: BasePage) -> None:
    """Write down anew what a page has; one that is not published has nothing."""
    Finding.objects.filter(page=page.pk).delete()
    if not page.live:
        LinkUse.objects.filter(page=page.pk).delete()
        return
    parts = list(pieces(page))
    Finding.objects.bulk_create(
        Finding(page_id=page.pk, barrier=barrier, place=place[:120], words=words[:200])
        for barrier, place, words in _barriers(parts)
    )
    _note_links(page, dict(_addresses(parts)))


def _barriers(parts: Iterable[Piece]) -> Iterator[tuple[Barrier, str, str]]:
    """Each barrier, where it is, and the words at it."""
    level = 1
    place = None
    for part in parts:
        if part.level > 1 or part.place != place:
            level, place = part.level, part.place
        if part.heading is not None:
            if not part.heading.strip():
                yield Barrier.HEADING_EMPTY, part.place, ""
            level = 2
        if part.film_without_transcript:
            yield Barrier.NO_TRANSCRIPT, part.place, ""
        if part.film_without_captions:
            yield Barrier.NO_CAPTIONS, part.place, ""
        if not part.html:
            continue
        soup = BeautifulSoup(part.html, "html.parser")
        for heading in soup.find_all(_HEADINGS):
            words, its_level = heading.get_text(" ", strip=True), int(heading.name[1])
            if not words:
                yield Barrier.HEADING_EMPTY, part.place, ""
                continue
            if its_level > level + 1:
                yield Barrier.HEADING_SKIPPED, part.place, words
            level = its_level
        for link in soup.find_all("a"):
            words = link.get_text(" ", strip=True)
            if fold(words).strip(" .…:»>→") in _SAY_NOTHING or not words or _ADDRESS.match(words):
                yield Barrier.LINK_TEXT, part.place, words
            if _is_lost(link):
                yield Barrier.LINK_LOST, part.place, words


def _is_lost(link: Tag) -> bool:
    """Whether a link within the site leads to what is no longer there."""
    kind, pk = link.get("linktype"), link.get("id")
    if kind == "page":
        return not str(pk).isdecimal() or not Page.objects.filter(pk=int(str(pk))).exists()
    if kind == "document":
        documents = get_document_model().objects
        return not str(pk).isdecimal() or not documents.filter(pk=int(str(pk))).exists()
    return False


def _addresses(parts: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """The addresses outside the site, each with the words it is linked by."""
    for part in parts:
        if part.address:
            yield part.address, part.place
        elif "href" in part.html:
            for link in BeautifulSoup(part.html, "html.parser").find_all("a", href=True):
                yield str(link["href"]).strip(), link.get_text(" ", strip=True)


def digest_of(address: str) -> str:
    return hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()


def _note_links(page: BasePage, found: dict[str, str]) -> None:
    wanted = {
        digest_of(address): (address, words)
        for address, words in found.items()
        if address.startswith(("http://", "https://")) and len(address) <= LONGEST_ADDRESS
        if urlsplit_or_none(address)
    }
    Link.objects.bulk_create(
        (
            Link(
                digest=digest,
                address=address,
                host=(urlsplit_or_none(address).hostname or "")[:255],
                next_check_at=timezone.now(),
            )
            for digest, (address, _words) in wanted.items()
        ),
        ignore_conflicts=True,
    )
    LinkUse.objects.filter(page=page.pk).exclude(link__digest__in=wanted).delete()
    links = dict(Link.objects.filter(digest__in=wanted).values_list("digest", "pk"))
    LinkUse.objects.bulk_create(
        (
            LinkUse(link_id=links[digest], page_id=page.pk, words=words[:200])
            for digest, (_address, words) in wanted.items()
        ),
        update_conflicts=True,
        unique_fields=["link", "page"],
        update_fields=["words"],
    )


def urlsplit_or_none(address: str) -> Any:
    """The parts of an address; ``None`` for what browsers take for one and Python does not."""
    try:
        parts = urlsplit(address)
        return parts if parts.hostname else None
    except ValueError:
        return None
