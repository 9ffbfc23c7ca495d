"""What an import has to say is told in the language of whoever reads it."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from practices.models import ImportRun
from tests import factories

from .files import MINIMAL

# Sentences of each kind: a register, a number, a vocabulary, Django's validators, a row, a doubt
# with its candidate, plurals of what is lacking, a remark.
SAID = {
    "pl": [
        "W rejestrze nie ma miasta „Zabzre”. Podobne nazwy: Zabrze (247801).",
        "Wartość „1.240” można odczytać na dwa sposoby",
        "Wartości „dziwny” nie ma wśród dozwolonych: pilot (pilotaż)",
        "Upewnij się, że ta wartość jest większa lub równa 1990.",
        "Upewnij się, że ta wartość ma co najwyżej 200 znaków (obecnie ma 256).",
        "W tym wierszu trzeba tu podać wartość.",
        "Praktyka o tym tytule już jest",
        "zmień tę, która już jest: „Ogrody na dachach (Zabrze)”",
        "Do publikacji potrzebne są co najmniej 3 wiersze.",
        "Do publikacji potrzebny jest co najmniej 1 wiersz.",
        "Już jest w serwisie; pozostawiono ją bez zmian.",
    ],
    "en": [
        "There is no city “Zabzre” in the register. Similar names: Zabrze (247801).",
        "“1.240” can be read in two ways",
        "“dziwny” is not one of: pilot (pilot)",
        "Ensure this value is greater than or equal to 1990.",
        "Ensure this value has at most 200 characters (it has 256).",
        "This row needs a value here.",
        "There is already a practice with this title",
        "change the existing “Ogrody na dachach (Zabrze)”",
        "At least 3 rows are required for publication.",
        "At least 1 row is required for publication.",
        "It already exists and was left as it is.",
    ],
}
DOUBT = slice(6, 8)
BOTH_WAYS = pytest.mark.parametrize(("writer", "reader"), [("pl", "en"), ("en", "pl")])


def _speak(client, language: str) -> None:
    """Go on as a moderator of this language."""
    user = factories.user(is_active=True)
    user.groups.add(Group.objects.get(name="Moderatorzy"))
    UserProfile.objects.create(user=user, preferred_language=language)
    client.force_login(user)


def _read(client, run: ImportRun, name: str = "run") -> str:
    answer = client.get(reverse(f"practice_imports:{name}", args=[run.pk])).content.decode()
    main = answer[answer.index("<main") :]
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", main)).split())


def _report(client, run: ImportRun) -> str:
    answer = client.get(reverse("practice_imports:report", args=[run.pk]))
    rows = csv.reader(
        io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")), delimiter=";"
    )
    return "\n".join(" ".join(row) for row in rows)


def _missing_from(text: str, language: str) -> list[str]:
    return [sentence for sentence in SAID[language] if sentence not in text]


@pytest.fixture
def doubtful(zabrze):
    """Records with every kind of message."""
    factories.practice(title="Ogrody na dachach", city=zabrze)
    factories.practice(title="Znana", city=zabrze, external_id="known")
    return [
        {**MINIMAL, "city": "Zabzre", "total_cost": "1.240", "stage": "dziwny"},
        {**MINIMAL, "external_id": "x2", "start_year": 1800, "unit": "x" * 256},
        {**MINIMAL, "external_id": "x3", "indicators": [{"unit": "szt."}]},
        {**MINIMAL, "external_id": "x4", "title": "Ogrody na dachach", "level": "full"},
        {**MINIMAL, "external_id": "known", "title": "Znana"},
    ]


@BOTH_WAYS
def test_a_check_reads_in_the_language_of_its_reader(doubtful, upload, client, writer, reader):
    _speak(client, writer)
    run = upload(*doubtful, publishing="nothing", known="skip")
    own_page = _read(client, run)
    _speak(client, reader)
    page = _read(client, run)
    assert _missing_from(page, reader) == []
    assert len(_missing_from(page, writer)) == len(SAID[writer])
    assert _missing_from(own_page, writer) == []


@BOTH_WAYS
def test_the_report_is_in_the_language_of_its_reader(doubtful, upload, client, writer, reader):
    _speak(client, writer)
    run = upload(*doubtful, publishing="nothing", known="skip")
    _speak(client, reader)
    report = _report(client, run)
    # Doubts stop no record: they and their candidates are of the page.
    assert _missing_from(report, reader) == SAID[reader][DOUBT]
    assert len(_missing_from(report, writer)) == len(SAID[writer])


@BOTH_WAYS
def test_why_a_file_was_refused_is_told_to_its_reader(zabrze, upload, client, writer, reader):
    _speak(client, writer)
    run = upload(MINIMAL, MINIMAL, *[{**MINIMAL, "external_id": "y"}] * 3)
    _speak(client, reader)
    assert run.state == "failed"
    said = {
        "pl": "powtórzone: x1 (wiersz 2); y (wiersze 4, 5).",
        "en": "repeated: x1 (line 2); y (lines 4, 5).",
    }
    page = _read(client, run)
    assert said[reader] in page
    assert said[writer] not in page


@BOTH_WAYS
def test_why_a_page_was_left_is_told_to_its_reader(zabrze, upload, post, client, writer, reader):
    _speak(client, writer)
    run = upload(MINIMAL)
    post(reverse("practice_imports:carry_out", args=[run.pk]))
    run.changes.update(after={})
    post(reverse("practice_imports:undo", args=[run.pk]))
    _speak(client, reader)
    said = {
        "pl": "Ktoś zmienił ją po imporcie.",
        "en": "Somebody changed it after the import.",
    }
    page = _read(client, run)
    assert said[reader] in page
    assert said[writer] not in page


def test_what_was_written_in_one_language_is_still_shown(site_tree, moderator, client):
    run = ImportRun.objects.create(
        file_name="stary.csv",
        file="imports/stary.csv",
        state="failed",
        problem="Nie można odczytać pliku.",
        summary={"incomplete": [[1, "x1", "Ogrody", "Zajawka: brak."]]},
    )
    cell = {"line": 1, "place": "city", "value": "1", "is_error": True}
    run.problems.create(**cell, message="Zły rok.", candidates=[["2", "dwa"]])
    UserProfile.objects.create(user=moderator, preferred_language="en")
    page = _read(client, run)
    for said in ("Nie można odczytać pliku.", "Row 1, Ogrody: Zajawka: brak.", "Zły rok.", "dwa"):
        assert said in page


def test_a_message_is_kept_in_each_language_and_read_in_the_active_one(site_tree):
    with translation.override("en"):
        run = ImportRun.objects.create(problem=ImportRun.Known.SKIP.label)
    run.refresh_from_db()
    assert str(run.problem) == "Zostaw je bez zmian"
    with translation.override("en"):
        assert str(run.problem) == "Leave them as they are"
