"""Links to other sites: asked of a real server, and noted day after day."""

from __future__ import annotations

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.admin.forms import text_of
from workbench.condition import links
from workbench.condition.examining import examine
from workbench.models import Link, LinkCheck


class Site(BaseHTTPRequestHandler):
    """Answers by its path: ``/404`` with 404, ``/get`` only to GET, ``/moved`` leads on."""

    asked: list[tuple[str, str, str]] = []

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        lead = {"/moved": (301, "/fine"), "/found": (302, "/fine"), "/round": (301, "/round"),
                "/inner": (301, "http://10.0.0.1/")}.get(self.path)  # fmt: skip
        if lead:
            self.send_response(lead[0])
            self.send_header("Location", lead[1])
        elif self.path == "/get":
            self.send_response(405 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(self.path[1:]) if self.path[1:].isdecimal() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 (the names http.server asks for)

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Site.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def only_this_machine(host: str) -> bool:
    return host == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "works", "said", "leads_to"),
    [
        ("/fine", True, "200", ""),
        ("/get", True, "200", ""),
        ("/404", False, "404", ""),
        ("/500", False, "500", ""),
        ("/403", True, "403", ""),
        ("/moved", True, "200", "/fine"),
        ("/found", True, "200", ""),
        ("/round", False, links.IN_CIRCLES, ""),
        ("/inner", False, links.INNER, ""),
    ],
)
def test_an_address_is_asked_and_its_answer_understood(site, path, works, said, leads_to):
    answer = links.ask(site + path, only_this_machine)

    assert answer == (works, said, f"{site}{leads_to}" if leads_to else "")
    assert "EMPIRIE" in Site.asked[0][2]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/",
     "http://169.254.169.254/latest/meta-data"],
)  # fmt: skip
def test_addresses_of_the_inner_network_are_never_asked(address):
    assert links.ask(address) == (False, links.INNER, "")


def test_nobody_there_is_said_in_words():
    assert links.ask("http://127.0.0.1:9/", only_this_machine).said == links.NO_CONNECTION


@pytest.fixture
def linked(site, site_tree):
    """An article that leads to a page that is gone and to one that is there."""
    html = f'<p><a href="{site}/404">Nie ma</a> <a href="{site}/fine">Jest</a></p>'
    article = factories.article(title="Z odnośnikami", body=[("paragraph", html)])
    examine(article)
    return article


def check() -> int:
    return links.check_all(100, only_this_machine, pause=0)


def test_a_link_is_broken_when_it_failed_on_three_days(linked, admin_client):
    for day in range(3):
        with time_machine.travel(timezone.now() + timedelta(days=day)):
            check()

    broken = Link.objects.get(address__endswith="/404")
    assert broken.state == Link.State.BROKEN
    assert broken.failing_since < timezone.now()
    assert LinkCheck.objects.filter(link=broken).count() == 3
    assert Link.objects.get(address__endswith="/fine").state == Link.State.WORKS
    response = admin_client.get(reverse("workbench_links"), {"state": "broken"})
    said = text_of(response)
    assert "/404" in said
    assert "Z odnośnikami" in said
    assert "/fine" not in said


def test_what_was_asked_today_is_not_asked_again(linked):
    assert check() == 2

    assert check() == 0


def test_a_link_that_works_again_is_forgiven(linked):
    broken = Link.objects.get(address__endswith="/404")
    for _day in range(3):
        links.note(broken, links.Answer(False, "404"))
    links.note(broken, links.Answer(True, "200"))

    broken.refresh_from_db()
    assert (broken.state, broken.failures, broken.failing_since) == (Link.State.WORKS, 0, None)


def test_an_address_no_page_leads_to_is_forgotten(linked):
    linked.unpublish()
    examine(type(linked).objects.get(pk=linked.pk))

    assert check() == 0
    assert not Link.objects.exists()


def test_hosts_take_turns_and_one_host_is_not_hurried(linked, monkeypatch):
    slept = []
    monkeypatch.setattr(links.time, "sleep", slept.append)

    links.check_all(100, only_this_machine, pause=5)

    assert len(slept) == 1
    assert 0 < slept[0] <= 5
