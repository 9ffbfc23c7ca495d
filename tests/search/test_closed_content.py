"""The search answers as if what is closed had never been there: no word, number or address of it.

Every address is asked before the canaries are made, while they are open, when they have just been
closed, when that has been indexed, and, with words, when all has been made anew.
"""

from __future__ import annotations

import difflib
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import override_settings

from search.models import SearchDocument
from search.open_data.writing import write_edition
from search.rebuilding import rebuild

from . import canaries

TIMES = ["a moment ago", "and indexed", "and all made anew"]


@pytest.fixture(scope="module")
def told(shared: Any, commit: Any, tmp_path_factory: Any) -> Any:
    """What each address said at each time, and by which signs a canary is known."""
    with override_settings(PRIVATE_MEDIA_ROOT=tmp_path_factory.mktemp("private")):
        with commit():
            site = canaries.open_site()
        write_edition()
        asked = canaries.addresses(canaries.of_the_sitemap(), canaries.of_the_api())
        answers = {"never": canaries.sweep(asked)}
        with commit():
            found = canaries.canaries(site)
        with commit():
            canaries.point_at(site, found)
        canaries.ask_for(found)
        write_edition()
        own = canaries.own_addresses(found)
        files = [f"/open-data/{name}" for name in canaries.FILES]
        given = [*own, *files, "/sitemap.xml", site.rain.get_url()]
        answers["open"] = canaries.sweep(
            [*given, *(address for address, words in asked.items() if words)]
        )
        with commit():
            canaries.close(found)
            # Nothing has been indexed yet, and no cache has been emptied.
            answers["a moment ago"] = canaries.sweep([*asked, *own])
        answers["and indexed"] = canaries.sweep(
            address
            for address, words in asked.items()
            if words or address.endswith(tuple(canaries.CODES))
        )
        SearchDocument.objects.all().delete()
        list(rebuild())
        write_edition()
        answers["and all made anew"] = canaries.sweep(
            address
            for address, words in asked.items()
            if words == canaries.TITLE
            or address.endswith(tuple(canaries.CODES))
            or address in files
        )
        keys = [str(page.translation_key) for page in found]
        yield SimpleNamespace(
            answers=answers, asked=asked, given=given, own=own, signs=[*canaries.SIGNS, *keys]
        )


def signs_in(told: SimpleNamespace, time: str) -> dict[str, list[str]]:
    """By address, the signs of canaries in its answer that were not in what it was asked."""
    found = {}
    for address, answer in told.answers[time].items():
        asked = f"{address} {told.asked.get(address, '')}".lower()
        text = answer.lower()
        if signs := [sign for sign in told.signs if sign in text and sign not in asked]:
            found[address] = signs
    return found


def is_about_files(address: str) -> bool:
    """Whether it says when the files of open data were made, and how many records are left."""
    return "open-data" in address or "otwarte-dane" in address


def test_every_address_is_swept_or_says_why_not():
    swept = {*canaries.QUERIES, *canaries.WITHOUT_WORDS, *canaries.CHANGING} - {"list"}
    assert canaries.names() == swept | set(canaries.NOT_SWEPT) - {"design"}


def test_open_canaries_are_given_wherever_words_are_asked(told):
    """The sweep can find what it looks for; no city is called as a canary is."""
    given = {address.partition("?")[0] for address in signs_in(told, "open")}
    asked = {address.partition("?")[0] for address, words in told.asked.items() if words}
    assert asked - {"/api/v1/cities/"} <= given
    assert set(told.given) <= given


def test_nothing_was_there_before(told):
    assert signs_in(told, "never") == {}


@pytest.mark.parametrize("time", TIMES)
def test_no_sign_of_what_was_closed_is_left(told, time):
    assert signs_in(told, time) == {}


@pytest.mark.parametrize("time", TIMES)
def test_every_answer_is_as_if_it_had_never_been(told, time):
    """Nothing is counted, found, suggested or corrected with it; nothing is absent for it."""
    different = [
        "\n".join([address, *difflib.unified_diff(before.split("\n"), answer.split("\n"), n=0)])
        for address, before in told.answers["never"].items()
        if not is_about_files(address)
        and (answer := told.answers[time].get(address, before)) != before
    ]
    assert different == []


def test_where_it_stood_is_nothing(told):
    assert {told.answers["a moment ago"][address][:3] for address in told.own} == {"404"}


def test_files_made_while_it_is_closed_are_as_if_it_had_never_been(told):
    for name in canaries.FILES:
        address = f"/open-data/{name}"
        assert told.answers["and all made anew"][address] == told.answers["never"][address]
