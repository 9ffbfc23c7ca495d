"""Hostile input is refused, never an error; readers get strict headers and no cookie."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from base.middleware import InputGuardMiddleware
from tests import factories
from tests.hostile import HOSTILE

ADDRESSES = ["/pl/", "/en/", "/pl/dobre-praktyki/", "/en/good-practices/", "/pl/aktualnosci/",
             "/en/news/", "/pl/multimedia/", "/pl/spotkania/", "/pl/miasta/", "/pl/produkty/",
             "/pl/tematy/", "/pl/ludzie/", "/sitemap.xml"]  # fmt: skip
PARAMETERS = ["q", "page", "year", "category", "network", "theme", "tag", "city", "kind", "type",
              "cost", "sort", "part", "from", "nieznany"]  # fmt: skip


@pytest.fixture
def polite(site_tree) -> Client:
    """A client that turns an exception of the site into the answer a server would give."""
    return Client(raise_request_exception=False)


def search() -> str:
    with translation.override("pl"):
        return reverse("search")


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("address", ["/pl/", "/en/", "/pl/dobre-praktyki/", "/en/news/", "search"])
def test_hostile_parameters_are_refused_or_ignored(polite, address, kind):
    address = search() if address == "search" else address
    value = HOSTILE[kind]

    for parameters in (
        f"q={value}",
        f"page={value}",
        "&".join(f"{name}={value}" for name in PARAMETERS),
        f"{value}={value}",
    ):
        answer = polite.get(f"{address}?{parameters}")
        assert answer.status_code in (200, 400, 404), parameters[:80]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_number_of_a_page_is_an_error(polite, address):
    for number in ("0", "-1", "999999", "1e9", "abc", "", "9" * 50, "%C2%B2", "1%20", "0x1"):
        answer = polite.get(f"{address}?page={number}")
        assert answer.status_code in (200, 404), number


@pytest.mark.parametrize("kind", ["nul", "control", "escape", "surrogate", "not utf-8"])
def test_what_nobody_can_have_typed_is_400(polite, kind):
    if kind in ("nul", "control", "escape"):
        assert polite.get(f"/pl/?q={HOSTILE[kind]}").status_code == 400
    assert polite.get(f"/pl/aktualnosci/{HOSTILE[kind]}/").status_code in (400, 404)


@pytest.mark.parametrize(
    "path",
    [
        "/pl/%00/",
        "/pl/aktualnosci/a%00b/",
        "/pl/" + "a" * 3_000 + "/",
        "/pl/" + "a/" * 400,
        "/en/%ed%a0%80/",
        "/pl/%2e%2e/%2e%2e/etc/passwd",
        "/pl/miasta/%ff/",
        "/pl/tematy/" + "x" * 300 + "/",
        "/media-zamkniete/%00",
        "/media-zamkniete/../../etc/passwd",
        "/media-oryginaly/%2e%2e%2fetc",
        "/documents/1/%00",
        "/documents/99999999999999999999/a.pdf",
        "/english-version/nie-uuid/",
        "/pl/aktualnosci/feed.xml/",
        "/pl/spotkania/calendar.ics?q=%00",
        "/pl//aktualnosci//",
    ],
)
def test_hostile_paths_are_refused_or_not_found(polite, path):
    assert polite.get(path).status_code in (301, 302, 400, 404)


def test_an_address_that_begins_like_anothers_is_not_found(polite):
    # The test client would take it for the address of another host.
    assert polite.get("/", PATH_INFO="//example.org/pl/").status_code == 404


def test_too_many_parameters_are_refused(polite):
    assert polite.get("/pl/?" + "&".join(f"a{n}=1" for n in range(100))).status_code == 400
    assert polite.get("/pl/?" + "&".join(f"a{n}=1" for n in range(30_000))).status_code == 400


@pytest.mark.parametrize("address", ["/pl/", "/pl/aktualnosci/", "search", "/admin/login/"])
def test_a_hostile_form_is_refused(polite, address):
    address = search() if address == "search" else address

    for body in (
        "a=%00",
        "a=%01",
        "a=" + "b" * 200_000,
        "&".join(f"a{n}=1" for n in range(30_000)),
    ):
        answer = polite.post(address, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code < 500


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": 'sessionid="\\000abcdefghij"'},
        {"cookie": 'sessionid="\\001\\002abcdefgh"'},
        {"cookie": "sessionid=" + "a" * 4_000},
        {"cookie": "sessionid=żółć; csrftoken=%00".encode().decode("latin-1")},
        {"cookie": "django_language=%00"},
        {"accept-language": "pl;q=" + "9" * 400},
        {"accept-language": "\x01" * 20},
        {"accept-language": "a" * 5_000},
        {"host": "example.org"},
        {"host": "-bad-_host:99999999"},
        {"referer": "\x00"},
        {"x-requested-with": "XMLHttpRequest"},
        {"if-modified-since": "x" * 300},
        {"hx-request": "true", "hx-current-url": "%00"},
    ],
    ids=lambda headers: "-".join(headers) + str(len(str(headers))),
)
@pytest.mark.parametrize("address", ["/", "/pl/", "/en/nie-ma/", "/pl/aktualnosci/feed.xml"])
def test_hostile_headers_are_no_error(polite, headers, address):
    assert polite.get(address, headers=headers).status_code in (200, 302, 304, 400, 404)


def test_a_session_that_no_browser_was_given_is_refused(polite):
    answer = polite.get("/admin/", headers={"cookie": 'sessionid="\\000abcdefghij"'})

    assert answer.status_code == 400


@pytest.mark.parametrize("value", ["%00", "%ed%a0%80", "9" * 300, "a" * 3_000])
def test_the_admin_makes_no_error_of_it_either(site_tree, administrator, value):
    client = Client(raise_request_exception=False)
    client.force_login(administrator)

    for address in (f"/admin/pages/?q={value}", f"/admin/images/?q={value}",
                    f"/admin/pages/search/?q={value}", f"/admin/?a={value}"):  # fmt: skip
        assert client.get(address).status_code < 500, address


def test_the_page_for_refused_input_says_so_in_both_languages(polite):
    answer = polite.get("/pl/?q=%00")

    said = answer.content.decode()
    assert said.lstrip().lower().startswith("<!doctype html>")
    assert 'lang="pl"' in said
    assert 'lang="en"' in said
    assert "{#" not in said


def test_what_readers_may_type_is_let_through(rf):
    for text in ("zażółć gęślą jaźń", "a\tb", "50 %", "„cudzysłów”", "emoji 🚋", "a\nb"):
        assert not InputGuardMiddleware._is_hostile(rf.get("/pl/", {"q": text}))


# --- What readers get ---------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/", *ADDRESSES, "/pl/nie-ma/", "/pl/?q=%00", "/robots.txt"])
def test_readers_get_no_cookie(polite, address):
    answer = polite.get(address)

    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "") or answer.status_code == 200


@pytest.mark.parametrize("address", ["/pl/", "/en/", "/pl/nie-ma/", "/pl/?q=%00", "search"])
def test_readers_get_a_strict_policy(polite, address):
    answer = polite.get(search() if address == "search" else address)

    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "*" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["X-Frame-Options"] in ("DENY", "SAMEORIGIN")
    assert answer.headers["Referrer-Policy"]


def test_the_admin_has_a_policy_of_its_own_and_is_kept_by_no_cache(site_tree, admin_client):
    answer = admin_client.get("/admin/")

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy.replace("https:", "")
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_preview_is_kept_by_no_cache(site_tree, admin_client):
    article = factories.article()

    answer = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))

    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_response_is_the_same_for_everybody(site_tree, member_client):
    article = factories.article()

    assert member_client.get(article.url).content == Client().get(article.url).content
