"""Answers say what went wrong, may be kept without telling tales, and are rationed."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.test import Client

from search.api.document import document

PRACTICES = "/api/v1/practices/"


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def test_a_problem_names_each_parameter_that_is_wrong(client, site):
    response = client.get(f"{PRACTICES}?page=0&cost=drogo&lang=pl")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == 400
    assert {error["parameter"] for error in problem["errors"]} == {"page", "cost"}


def test_a_problem_does_not_repeat_what_was_sent(client, site):
    assert b"drogocenne" not in client.get(f"{PRACTICES}?cost=drogocenne").content


@pytest.mark.parametrize(
    "address",
    [
        "/api/",
        "/api/v1/nic/",
        "/api/v2/practices/",
        f"{PRACTICES}nie-uuid/",
        f"{PRACTICES}00000000-0000-4000-8000-000000000000/",
        f"{PRACTICES}?page=999",
        "/api/v1/cities/nie-ma/",
        "/api/v1/themes/nie-ma/",
        "/api/v1/openapi.json/",
    ],
)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_what_is_not_there_is_a_problem_in_the_askers_language(client, site, address, language):
    response = client.get(address, headers={"Accept-Language": language})
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == language


def test_a_forgotten_slash_leads_to_the_address_and_never_to_a_page(client, site):
    response = client.get("/api/v1/practices?q=woda")
    assert response.status_code == 301
    assert response["Location"] == "/api/v1/practices/?q=woda"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(client, site, method):
    response = getattr(client, method)(PRACTICES)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Content-Type"] == "application/problem+json"


def test_a_program_of_another_site_may_read(client, site):
    assert client.get(PRACTICES)["Access-Control-Allow-Origin"] == "*"
    preflight = client.options(PRACTICES)
    assert preflight.status_code == 204
    assert "If-None-Match" in preflight["Access-Control-Allow-Headers"]


def test_head_tells_what_get_would(client, site):
    head, get = client.head(PRACTICES), client.get(PRACTICES)
    assert head.status_code == 200
    assert head["ETag"] == get["ETag"]
    assert head.content == b""


def test_no_answer_sets_a_cookie(client, site):
    for address in (PRACTICES, "/api/v1/search/?q=woda", "/api/v1/nic/", "/api/v1/openapi.json"):
        assert not client.get(address).cookies


def test_what_has_not_changed_is_not_sent_again(client, site):
    first = client.get(PRACTICES)
    again = client.get(PRACTICES, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    assert again["Cache-Control"] == "public, no-cache"
    other = client.get(f"{PRACTICES}?lang=en", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200


def test_a_change_changes_the_tag(client, site, commit):
    before = client.get(PRACTICES)["ETag"]
    site.oak.title = "Dęby i lipy przy szkołach"
    with commit():
        site.oak.save_revision().publish()
    assert client.get(PRACTICES)["ETag"] != before


def test_the_public_may_keep_what_somebody_signed_in_may_not(site, editor, client):
    assert client.get(PRACTICES)["Cache-Control"] == "public, no-cache"
    client.force_login(editor)
    assert client.get(PRACTICES)["Cache-Control"] == "private, no-store"
    assert client.get("/api/v1/nic/")["Cache-Control"] == "no-store"


def test_who_asks_too_often_is_told_when_to_ask_again(client, site, settings):
    settings.API_REQUESTS_A_MINUTE = 2
    first, second, third = (client.get(f"{PRACTICES}?lang=pl") for _turn in range(3))
    assert [each.status_code for each in (first, second, third)] == [200, 200, 429]
    assert '"minute";r=1;' in first["RateLimit"]
    assert first["RateLimit-Policy"] == '"minute";q=2;w=60'
    assert 0 < int(third["Retry-After"]) <= 60
    assert third["Content-Type"] == "application/problem+json"
    other = client.get(PRACTICES, REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 200


def test_the_limit_keeps_no_network_address(client, site):
    client.get(PRACTICES, REMOTE_ADDR="192.0.2.7")
    keys = [key for key in caches["default"]._cache if "api:" in key]
    assert keys
    assert not any("192.0.2.7" in key for key in keys)


def test_the_document_is_openapi_31_in_either_language(client, site):
    english = client.get("/api/v1/openapi.json?lang=en").json()
    polish = client.get("/api/v1/openapi.json?lang=pl").json()
    assert english["openapi"] == "3.1.0"
    assert polish["paths"].keys() == english["paths"].keys()
    assert english["paths"][PRACTICES]["get"]["summary"] == "List practices"


def test_the_document_describes_everything(site):
    told = document("en")
    for path, methods in told["paths"].items():
        for operation in methods.values():
            assert operation["description"], path
            for parameter in operation["parameters"]:
                assert parameter["in"] == "path" or parameter["description"], path
    for name, schema in told["components"]["schemas"].items():
        for field, described in schema["properties"].items():
            assert described.get("description") or field == "results", f"{name}.{field}"
