"""Visitors are told apart for a day, and nobody learns who they were."""

from __future__ import annotations

import time_machine
from django.core.cache.backends.base import BaseCache
from django.test import RequestFactory

from base import visitors


def request(**meta: str):
    return RequestFactory().get("/", **meta)


def test_a_visitor_is_no_address_and_another_one_tomorrow():
    with time_machine.travel("2026-11-22T12:00+01:00"):
        today = visitors.visitor_of(request(REMOTE_ADDR="192.0.2.9"))
        assert today == visitors.visitor_of(request(REMOTE_ADDR="192.0.2.9"))
        assert today != visitors.visitor_of(request(REMOTE_ADDR="192.0.2.10"))
    with time_machine.travel("2026-11-23T12:00+01:00"):
        assert today != visitors.visitor_of(request(REMOTE_ADDR="192.0.2.9"))
    assert "192" not in today


def test_what_a_visitor_writes_of_its_address_is_believed_only_from_a_trusted_proxy(settings):
    forged = request(REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.7, 192.0.2.9")
    settings.SECURE_PROXY_SSL_HEADER = None
    assert visitors.address_of(forged) == "192.0.2.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert visitors.address_of(forged) == "192.0.2.9"


def test_a_limit_counts_each_purpose_and_visitor_apart():
    assert [visitors.allows("a", "x", 2, 60) for _turn in range(3)] == [True, True, False]
    assert visitors.allows("a", "y", 2, 60)
    assert visitors.allows("b", "x", 2, 60)


class BrokenCache(BaseCache):
    """A cache whose server is gone."""

    def __init__(self, location: str, params: dict):
        super().__init__(params)

    def add(self, *args, **kwargs):
        raise ConnectionError("no cache")

    incr = get = set = touch = delete = add

    def clear(self) -> None:
        pass


def test_limits_fail_closed_while_the_cache_is_down(settings):
    settings.CACHES = {"default": {"BACKEND": f"{__name__}.BrokenCache"}}
    assert not visitors.allows("a", "x", 5, 60)
    assert visitors.is_first_use("token", 60)


def test_only_another_sites_page_is_foreign():
    for header, foreign in (("cross-site", True), ("same-site", True), ("same-origin", False)):
        assert visitors.is_foreign(request(HTTP_SEC_FETCH_SITE=header)) is foreign
    assert not visitors.is_foreign(request())
