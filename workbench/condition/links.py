"""Whether addresses outside the site still answer: asked in the background, and politely.

One request at a time and a pause between two to the same host; no address of an inner network is
ever asked, nor one that a redirect leads to. An address that fails is asked again on the next
days and is called broken after the third.
"""

from __future__ import annotations

import ipaddress
import logging
import socket
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urljoin

import requests
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_noop

from ..models import Link, LinkCheck, LinkUse
from .examining import urlsplit_or_none

logger = logging.getLogger(__name__)

State = Link.State
TIMEOUT = (5, 10)  # seconds to connect, and to wait for the first byte
PAUSE = 2.0  # seconds between two requests to one host
MOST_REDIRECTS = 6
BROKEN_AFTER = 3  # failures on different days
AGAIN_AFTER = {
    State.WORKS: timedelta(days=14),
    State.MOVED: timedelta(days=14),
    State.FAILS: timedelta(hours=20),
    State.BROKEN: timedelta(days=7),
}
KEPT = timedelta(days=365)
# Says "not like this", not "not there".
_ASK_FOR_THE_WHOLE = {400, 403, 404, 405, 406, 501, 503}
# Guards against programs: a person gets through, so the link is not broken.
_GUARDED = {401, 403, 429, 999}
_FOR_GOOD = {301, 308}

NOT_FOUND_HOST = gettext_noop("There is no such host.")
NO_ANSWER = gettext_noop("It does not answer in time.")
NO_CONNECTION = gettext_noop("It cannot be reached.")
INSECURE = gettext_noop("Its certificate is not valid.")
INNER = gettext_noop("An internal network address.")
IN_CIRCLES = gettext_noop("It redirects in circles.")


class Answer(NamedTuple):
    """How an address answered: ``said`` is a status code or a sentence to be translated."""

    works: bool
    said: str
    leads_to: str = ""


def is_public(host: str) -> bool:
    """Whether all addresses of a host are those of the public internet."""
    found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    return all(ipaddress.ip_address(each[4][0].partition("%")[0]).is_global for each in found)


def ask(address: str, may_visit: Callable[[str], bool] = is_public) -> Answer:
    """Ask an address for its headers, following redirects one by one."""
    session = requests.Session()
    session.headers["User-Agent"] = f"EMPIRIE link check ({settings.WAGTAILADMIN_BASE_URL})"
    at, for_good = address, True
    for _step in range(MOST_REDIRECTS):
        parts = urlsplit_or_none(at)
        if parts is None or parts.scheme not in ("http", "https"):
            return Answer(False, NO_CONNECTION)
        try:
            if not may_visit(parts.hostname):
                return Answer(False, INNER)
            response = _request(session, at)
        except socket.gaierror:
            return Answer(False, NOT_FOUND_HOST)
        except requests.exceptions.SSLError:
            return Answer(False, INSECURE)
        except requests.Timeout:
            return Answer(False, NO_ANSWER)
        except (requests.RequestException, OSError, ValueError):
            return Answer(False, NO_CONNECTION)
        if not response.is_redirect:
            works = response.status_code < 400 or response.status_code in _GUARDED
            moved = at if works and for_good and at != address else ""
            return Answer(works, str(response.status_code), moved)
        for_good = for_good and response.status_code in _FOR_GOOD
        at = urljoin(at, response.headers["location"])
    return Answer(False, IN_CIRCLES)


def _request(session: requests.Session, address: str) -> requests.Response:
    """Headers alone; the whole where a server does not answer that, without reading it."""
    given = {"timeout": TIMEOUT, "allow_redirects": False}
    response = session.head(address, **given)
    if response.status_code in _ASK_FOR_THE_WHOLE:
        response = session.get(address, stream=True, **given)
        response.close()
    return response


def due() -> Iterator[Link]:
    """The links whose turn has come and that some page has, those of each host spread apart."""
    waiting: dict[str, list[Link]] = {}
    used = LinkUse.objects.values("link")
    links = Link.objects.filter(pk__in=used, next_check_at__lte=timezone.now())
    for link in links.order_by("next_check_at"):
        waiting.setdefault(link.host, []).append(link)
    while waiting:
        for host in list(waiting):
            yield waiting[host].pop(0)
            if not waiting[host]:
                del waiting[host]


def check_all(
    limit: int, may_visit: Callable[[str], bool] = is_public, pause: float = PAUSE
) -> int:
    """Check what is due, at most ``limit`` addresses; returns how many that was."""
    Link.objects.exclude(pk__in=LinkUse.objects.values("link")).delete()
    LinkCheck.objects.filter(at__lt=timezone.now() - KEPT).delete()
    last: dict[str, float] = {}
    number = 0
    for link in due():
        if number >= limit:
            break
        since = time.monotonic() - last.get(link.host, -pause)
        if since < pause:
            time.sleep(pause - since)
        note(link, ask(link.address, may_visit))
        last[link.host] = time.monotonic()
        number += 1
    return number


def note(link: Link, answer: Answer) -> None:
    """Write an answer down: in the link as it stands, and in its history."""
    now = timezone.now()
    if answer.works:
        link.state = State.MOVED if answer.leads_to else State.WORKS
        link.failures, link.failing_since = 0, None
    else:
        link.failures += 1
        link.failing_since = link.failing_since or now
        link.state = State.BROKEN if link.failures >= BROKEN_AFTER else State.FAILS
    link.answer, link.leads_to, link.checked_at = answer.said, answer.leads_to[:2000], now
    link.next_check_at = now + AGAIN_AFTER[State(link.state)]
    link.save()
    LinkCheck.objects.create(link=link, at=now, state=link.state, answer=answer.said)
