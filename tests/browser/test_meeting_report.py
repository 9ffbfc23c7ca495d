"""A meeting's report, from a Word document to the reader of the meeting's page."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation
from playwright.sync_api import expect

from exchange.models import MeetingPage
from home.roles import EDITORS, MODERATORS
from tests import factories
from tests.news.word import bullet, linked, paragraph, table, word

from . import writing
from .test_journeys import goes_sideways, violations_of

MEETING = "Spotkanie w Elblągu"
TITLE = "Za nami spotkanie w Elblągu"


@pytest.fixture
def meeting(site: str, django_db_blocker: Any) -> MeetingPage:
    with django_db_blocker.unblock(), translation.override("pl"):
        return factories.meeting(parent=factories.some_network(), title=MEETING)


@pytest.fixture
def document(tmp_path: Any) -> Any:
    """What came from the meeting's secretary."""
    path = tmp_path / "notatka.docx"
    path.write_bytes(
        word(
            paragraph(TITLE, "T"),
            paragraph("Dwanaście miast rozmawiało o wodzie."),
            paragraph("Co ustaliliśmy", "H1"),
            paragraph("Umówiliśmy się na trzy rzeczy:"),
            bullet("wspólny katalog roślin,"),
            bullet("wizytę w Gorzowie."),
            linked("Katalog roślin"),
            paragraph("Kto przyjechał", "H1"),
            table(("Miasto", "Osoby"), ("Elbląg", "7")),
            paragraph("Na koniec obejrzeliśmy ogród."),
            picture=factories.png("green"),
            address="https://example.org/katalog",
        )
    )
    return path


def test_a_report_in_word_is_read_at_its_meeting(site, meeting, document, sign_in, reading):
    editor = sign_in(EDITORS)
    open_the_meeting(editor)
    bring_the_document(editor, document)
    be_asked_for_the_credit(editor)
    credit_the_picture(editor)
    look_the_draft_over(editor)
    writing.press(editor, "Wyślij do sprawdzenia")

    moderator = sign_in(MODERATORS)
    moderator.get_by_role("link", name=TITLE).first.click()
    writing.press(moderator, "Zaakceptuj i opublikuj")
    expect(moderator.get_by_text(f"„{TITLE}”")).to_be_visible()

    read_it_at_the_meeting(reading, f"{site}{meeting.url}")


def open_the_meeting(page: Any) -> None:
    page.get_by_role("link", name="Spotkania").first.click()
    page.get_by_role("link", name=MEETING, exact=True).click()


def bring_the_document(page: Any, document: Any) -> None:
    writing.open_menu(page)
    page.get_by_role("link", name="Relacja z dokumentu Worda").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Relacja: „{MEETING}”")
    assert violations_of(page) == ""
    page.get_by_label("Dokument Worda").set_input_files(document)
    page.get_by_role("button", name="Odczytaj dokument").click()


def be_asked_for_the_credit(page: Any) -> None:
    expect(page.get_by_label("Tytuł")).to_have_value(TITLE)
    expect(page.get_by_label("Zajawka")).to_have_value("Dwanaście miast rozmawiało o wodzie.")
    expect(page.get_by_label("Rodzaj")).to_have_value("report")
    expect(page.get_by_label("Archiwalny")).not_to_be_checked()
    expect(page.get_by_text(MEETING, exact=True)).to_be_visible()
    assert violations_of(page) == ""
    page.get_by_role("button", name="Utwórz szkic").click()
    expect(page.get_by_text("Szkic nie powstał")).to_be_visible()
    assert violations_of(page) == ""


def credit_the_picture(page: Any) -> None:
    picture = page.get_by_role("group", name="Obraz 1")
    expect(picture.get_by_label("Tekst alternatywny po polsku")).to_have_value("Sala obrad")
    picture.get_by_label("Autor").fill("Jan Przykładny")
    picture.get_by_label("Tekst alternatywny po angielsku").fill("A council chamber")
    page.get_by_role("button", name="Utwórz szkic").click()
    expect(page.get_by_text(f"Powstał szkic „{TITLE}”")).to_be_visible()


def look_the_draft_over(page: Any) -> None:
    """The blocks of the document, in its order."""
    kinds = page.locator("[data-streamfield-child] input[name$='-type']")
    expect(kinds).to_have_count(6)
    found = [each.input_value() for each in kinds.all()]
    assert found == ["heading", "paragraph", "heading", "table", "paragraph", "image"]


def read_it_at_the_meeting(page: Any, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="Relacja ze spotkania")).to_be_visible()
    assert violations_of(page) == ""
    assert not goes_sideways(page)
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("heading", name="Co ustaliliśmy", level=2)).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="wizytę w Gorzowie")).to_be_visible()
    link = page.get_by_role("link", name="Katalog roślin")
    expect(link).to_have_attribute("href", "https://example.org/katalog")
    expect(page.get_by_role("cell", name="Elbląg")).to_be_visible()
    expect(page.get_by_alt_text("Sala obrad")).to_be_visible()
    expect(page.get_by_text("fot. Jan Przykładny")).to_be_visible()
    assert violations_of(page) == ""
    assert not goes_sideways(page)
    page.get_by_role("complementary").get_by_role("link", name=MEETING).click()
    expect(page).to_have_url(address)
