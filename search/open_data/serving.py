"""Handing out the files: as they were written, less what has been closed since.

The files are made once a night, but a record that is closed at noon is gone at noon: each is asked
for again, in one query, and left out of what is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from wagtail.models import Page

from base import access
from base.models.files import Licence
from base.structured_data import LICENCE_ADDRESSES

from .storing import CSV, JSON_LINES, Edition

if TYPE_CHECKING:
    from django.http import HttpRequest

LICENCE = Licence.CC_BY
LICENCE_ADDRESS = LICENCE_ADDRESSES[LICENCE]
MEDIA_TYPES = {
    JSON_LINES: "application/jsonl; charset=utf-8",
    CSV: "text/csv; charset=utf-8; header=present",
}


def withheld(edition: Edition) -> set[int]:
    """The places of the records that not everybody may read any more."""
    ids = {pk for record in edition.records for pk in record["pages"]}
    pages = access.visible(Page.objects.filter(pk__in=ids), access.ANONYMOUS)
    public = set(pages.values_list("pk", flat=True))
    return {
        place
        for place, record in enumerate(edition.records)
        if not public.issuperset(record["pages"])
    }


def answer(request: HttpRequest, edition: Edition, name: str) -> HttpResponseBase:
    """The file, or 304 for a reader who has it already."""
    closed = withheld(edition)
    etag = f'"{_digest(edition, name, closed)}"'
    modified = None if closed else int(edition.made_at.timestamp())
    response = get_conditional_response(request, etag=etag, last_modified=modified)
    if response is None:
        response = _file(edition, name, closed)
    response["ETag"] = etag
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = "public, no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    response["Link"] = f'<{LICENCE_ADDRESS}>; rel="license"'
    if response.status_code == 200:
        response["Content-Type"] = MEDIA_TYPES[name]
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file(edition: Edition, name: str, closed: set[int]) -> HttpResponseBase:
    if closed:
        return StreamingHttpResponse(_without(edition, name, closed))
    return FileResponse(edition.path(name).open("rb"))


def _digest(edition: Edition, name: str, closed: set[int]) -> str:
    if not closed:
        return edition.digests[name]
    return sha256(f"{edition.digests[name]} {sorted(closed)}".encode()).hexdigest()


def _without(edition: Edition, name: str, closed: set[int]) -> Iterator[bytes]:
    """The head of the file and the records that are left, piece by piece."""
    with edition.path(name).open("rb") as file:
        yield file.read(edition.begins[name])
        for place, record in enumerate(edition.records):
            if place not in closed:
                start, end = record[name]
                file.seek(start)
                yield file.read(end - start)
