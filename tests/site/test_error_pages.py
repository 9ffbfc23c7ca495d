"""Errors speak the language of the address, and the worst of them asks nothing."""

from __future__ import annotations

import re

import pytest
import yaml
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import path

from config import urls
from home import views

H1 = re.compile(r"<h1[^>]*>([^<]+)</h1>")


def broken(request: HttpRequest) -> None:
    raise RuntimeError("something that nobody expected")


def refused(request: HttpRequest) -> None:
    raise PermissionDenied


handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [
    path("pl/zepsute/", broken),
    path("en/broken/", broken),
    path("pl/zamkniete/", refused),
    path("en/closed/", refused),
    *urls.urlpatterns,
]


@pytest.fixture
def reader(settings, site_tree) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "code", "language"),
    [
        ("/pl/nie-ma-takiej/", 404, "pl"),
        ("/en/no-such-page/", 404, "en"),
        ("/pl/zamkniete/", 403, "pl"),
        ("/en/closed/", 403, "en"),
        ("/pl/zepsute/", 500, "pl"),
        ("/en/broken/", 500, "en"),
        ("/pl/?q=%00", 400, "pl"),
        ("/en/?q=%00", 400, "en"),
        ("/en/news/?page=1%07", 400, "en"),
    ],
)
def test_an_error_speaks_the_language_of_its_address(reader, address, code, language):
    response = reader.get(address)
    page = response.content.decode()
    assert response.status_code == code
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert f'<html lang="{language}">' in page
    assert len(H1.findall(page)) == 1
    assert "noindex" in page


def test_the_worst_error_asks_the_database_nothing(django_assert_num_queries, db):
    for address in ("/pl/zepsute/", "/en/broken/"):
        with django_assert_num_queries(0):
            response = views.server_error(RequestFactory().get(address))
        assert response.status_code == 500


def test_input_that_is_refused_asks_the_database_nothing(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/pl/?q=%00").status_code == 400


def test_errors_say_nothing_of_what_broke(reader):
    page = reader.get("/pl/zepsute/").content.decode()
    assert "RuntimeError" not in page
    assert "nobody expected" not in page


def test_errors_keep_the_headers_of_every_page(reader):
    for address in ("/pl/zepsute/", "/pl/nie-ma/"):
        response = reader.get(address)
        assert "unsafe" not in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert not response.cookies


def test_the_pages_that_stand_alone_link_the_declaration_where_it_is(reader):
    """Fixed addresses, since such a page cannot ask: they are those the content gives it."""
    content = settings.PROJECT_DIR / "home/demo/content/accessibility.yaml"
    declaration = yaml.safe_load(content.read_text(encoding="utf-8"))
    for address in ("/pl/zepsute/", "/pl/?q=%00"):
        page = reader.get(address).content.decode()
        assert f'href="/pl/{declaration["slug_pl"]}/"' in page
        assert f'href="/en/{declaration["slug_en"]}/"' in page


def test_a_missing_page_links_the_declaration_and_offers_a_search(reader):
    from tests import factories

    declaration = factories.declaration(title="Deklaracja dostępności")
    page = reader.get("/pl/nie-ma/").content.decode()
    assert declaration.get_url() in page
    assert 'role="search"' in page


def test_a_form_that_is_not_accepted_says_what_to_do(site_tree):
    from django.middleware.csrf import REASON_NO_CSRF_COOKIE
    from django.views.csrf import csrf_failure

    request = RequestFactory().post("/pl/")
    request.user = None
    response = csrf_failure(request, REASON_NO_CSRF_COOKIE)
    assert response.status_code == 403
    assert "CSRF" not in response.content.decode()
