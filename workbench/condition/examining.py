"""The examination of a published text: its barriers, and the addresses it leads to.

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
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page

from base.models import BasePage
from base.telling import Words
from base.text import fold

from ..models import Barrier, Finding, Link, LinkUse
from .pieces import Piece, pieces, pieces_of_record

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
    _write_down({"page_id": page.pk}, list(pieces(page)) if page.live else [])


@transaction.atomic
def examine_record(record: Model) -> None:
    """Write down anew what a record of a register has; one nobody is shown has nothing."""
    is_shown = getattr(record, "is_shown", True)
    _write_down(_of_record(record), list(pieces_of_record(record)) if is_shown else [])


@transaction.atomic
def forget_record(record: Model) -> None:
    _write_down(_of_record(record), [])


def _of_record(record: Model) -> dict[str, Any]:
    kind = ContentType.objects.get_for_model(record)
    return {"record_type_id": kind.pk, "record_id": record.pk}


def _write_down(owner: dict[str, Any], parts: list[Piece]) -> None:
    """Replace what is known of an owner, given as the values of its columns."""
    Finding.objects.filter(**owner).delete()
    Finding.objects.bulk_create(
        Finding(
            **owner,
            barrier=barrier,
            place=part.place,
            words=words[:200],
            language=part.language,
        )
        for barrier, part, words in _barriers(parts)
    )
    _note_links(owner, dict(_addresses(parts)))


def _barriers(parts: Iterable[Piece]) -> Iterator[tuple[Barrier, Piece, str]]:
    """Each barrier, the piece it is in, and the words at it."""
    level = 1
    place = None
    for part in parts:
        if part.level > 1 or part.place != place:
            level, place = part.level, part.place
        if part.heading is not None:
            if not part.heading.strip():
                yield Barrier.HEADING_EMPTY, part, ""
            level = 2
        if part.film_without_transcript:
            yield Barrier.NO_TRANSCRIPT, part, ""
        if part.film_without_captions:
            yield Barrier.NO_CAPTIONS, part, ""
        if not part.html:
            continue
        soup = BeautifulSoup(part.html, "html.parser")
        for heading in soup.find_all(_HEADINGS):
            words, its_level = heading.get_text(" ", strip=True), int(heading.name[1])
            if not words:
                yield Barrier.HEADING_EMPTY, part, ""
                continue
            if its_level > level + 1:
                yield Barrier.HEADING_SKIPPED, part, words
            level = its_level
        for link in soup.find_all("a"):
            words = link.get_text(" ", strip=True)
            if fold(words).strip(" .…:»>→") in _SAY_NOTHING or not words or _ADDRESS.match(words):
                yield Barrier.LINK_TEXT, part, words
            if _is_lost(link):
                yield Barrier.LINK_LOST, part, words


def _is_lost(link: Tag) -> bool:
    """Whether a link within the site leads to what is no longer there."""
    kind, pk = link.get("linktype"), link.get("id")
    if kind == "page":
        return not str(pk).isdecimal() or not Page.objects.filter(pk=int(str(pk))).exists()
    if kind == "document":
        documents = get_document_model().objects
        return not str(pk).isdecimal() or not documents.filter(pk=int(str(pk))).exists()
    return False


def _addresses(parts: Iterable[Piece]) -> Iterator[tuple[str, Words]]:
    """The addresses outside the site, each with the words it is linked by."""
    for part in parts:
        if part.address:
            yield part.address, part.place
        elif "href" in part.html:
            for link in BeautifulSoup(part.html, "html.parser").find_all("a", href=True):
                yield str(link["href"]).strip(), link.get_text(" ", strip=True)[:200]


def digest_of(address: str) -> str:
    return hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()


def _note_links(owner: dict[str, Any], found: dict[str, Words]) -> None:
    wanted = {
        digest_of(address): (address, words)
        for address, words in found.items()
        if address.startswith(("http://", "https://")) and len(address) <= LONGEST_ADDRESS
        if urlsplit_or_none(address)
    }
    LinkUse.objects.filter(**owner).exclude(link__digest__in=wanted).delete()
    if not wanted:
        return
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
    links = dict(Link.objects.filter(digest__in=wanted).values_list("digest", "pk"))
    LinkUse.objects.bulk_create(
        (
            LinkUse(link_id=links[digest], **owner, words=words)
            for digest, (_address, words) in wanted.items()
        ),
        update_conflicts=True,
        unique_fields=["link", *owner],
        update_fields=["words"],
    )


def urlsplit_or_none(address: str) -> Any:
    """The parts of an address; ``None`` for what browsers take for one and Python does not."""
    try:
        parts = urlsplit(address)
        return parts if parts.hostname else None
    except ValueError:
        return None
