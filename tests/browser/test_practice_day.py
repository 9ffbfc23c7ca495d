"""A practice from a blank form to readers of both languages, each person in a session of theirs."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation
from playwright.sync_api import expect

from home.roles import EDITORS, MODERATORS, TRANSLATORS
from tests import factories

from . import writing
from .test_journeys import goes_sideways, violations_of

TITLE = "Łąki kwietne zamiast trawników"
LEAD = "Elbląg kosi rzadziej i podlewa mniej."
SUMMARY = "Miasto zamieniło trawniki przy ulicach na łąki kwietne i kosi je dwa razy w roku. " * 4
STORY = {
    "Wyzwanie": "Trawniki schły w każde lato.",
    "Cele": "Mniej koszenia, więcej owadów.",
    "Rozwiązanie": "Na dwunastu hektarach zasiano rodzime gatunki.",
    "Rezultaty": "Podlewanie nie jest potrzebne.",
    "Co pomogło": "Rozmowy z mieszkańcami.",
    "Czego byśmy nie powtórzyli": "Pierwszą łąkę zasialiśmy zbyt późno.",
    "Możliwość zastosowania w innym mieście": "Wystarczą kosiarka i cierpliwość.",
}
STEPS = ["Rozmowy na osiedlach", "Siew mieszanki", "Pierwsze koszenie"]
# What the translator writes beside each Polish text, in the order of the desk.
ENGLISH = [
    "Flower meadows instead of lawns",
    "Elbląg mows less and waters less.",
    "The city turned its roadside lawns into meadows and mows them twice a year.",
    "The lawns dried out every summer.",
    "Less mowing, more insects.",
    "Native species were sown on twelve hectares.",
    "No watering is needed.",
    "Talks with residents.",
    "We sowed the first meadow too late.",
    "A mower and patience are enough.",
    "Talks in neighbourhoods",
    "Sowing the mixture",
    "The first mowing",
    "Mowings a year",
    "mowings",
    "Department of Greenery",
]


@pytest.fixture
def registers(site: str, django_db_blocker: Any) -> None:
    """What an editor finds in the registers."""
    with django_db_blocker.unblock(), translation.override("pl"):
        factories.city(name_pl="Elbląg", slug="elblag", voivodeship="28", population=115_000)
        factories.funding_source(name_pl="budżet miasta", name_en="city budget")
        factories.person(name="Ewa Ogrodowa", kind="representative")


def test_a_practice_goes_from_a_blank_form_to_readers_of_both_languages(
    site, registers, sign_in, reading, tmp_path
):
    editor = sign_in(EDITORS)
    begin_a_practice(editor)
    be_refused_with_nothing_lost(editor)
    tell_the_story(editor)
    state_the_facts(editor)
    say_how_it_was_done(editor)
    show_it_and_name_a_contact(editor, tmp_path / "laka.png")
    submit(editor)

    moderator = sign_in(MODERATORS)
    find_it_waiting(moderator)
    approve(moderator)

    translator = sign_in(TRANSLATORS)
    find_it_on_the_board(translator)
    read_the_facts(translator)
    translate(translator)

    read_it_in_polish(reading, site)
    read_it_in_english(reading, site)


# --- The editor ---------------------------------------------------------------------------


def begin_a_practice(page: Any) -> None:
    page.get_by_role("link", name="Dobre praktyki").first.click()
    page.get_by_role("link", name="Dodaj: dobra praktyka").click()
    page.get_by_role("textbox", name="Tytuł").fill(TITLE)
    page.get_by_role("textbox", name="Zajawka").fill(LEAD)


def be_refused_with_nothing_lost(page: Any) -> None:
    writing.press(page, "Wyślij do sprawdzenia")
    expect(page.get_by_text("W formularzu są błędy albo braki")).to_be_visible()
    challenge = page.get_by_role("region", name="Wyzwanie", exact=True)
    expect(challenge.get_by_text("Wymagane do publikacji.")).to_be_visible()
    expect(page.get_by_role("tab", name="Fakty")).to_contain_text("(10 błędów)")
    expect(page.get_by_role("textbox", name="Tytuł")).to_have_value(TITLE)
    expect(page.get_by_role("textbox", name="Zajawka")).to_have_value(LEAD)


def tell_the_story(page: Any) -> None:
    page.get_by_role("textbox", name="Streszczenie").fill(SUMMARY)
    for heading, words in STORY.items():
        writing.write(page, heading, words)


def state_the_facts(page: Any) -> None:
    writing.open_tab(page, "Fakty")
    writing.choose(page, "Wybierz: miasto", "elblag", "Elbląg")
    writing.pick(page, "Sieci", "klim", "Klimat")
    writing.pick(page, "Słowa kluczowe", "water ret", "retencja")
    page.get_by_label("Rodzaj rozwiązania").select_option("inwestycja")
    page.get_by_label("Etap").select_option("wdrożona")
    page.get_by_label("Rok rozpoczęcia").fill("2023")
    page.get_by_label("Czas do uruchomienia").select_option("3–6 miesięcy")
    page.get_by_label("Trudność wdrożenia").select_option("mała")
    page.get_by_label("Koszt całkowity w zł").fill("48000")
    source = writing.add_row(page, "Źródła finansowania", "Dodaj: Źródło")
    writing.choose(page, "Wybierz: źródło finansowania", "budżet", "budżet miasta", within=source)
    source.get_by_label("Kwota w zł").fill("48000")


def say_how_it_was_done(page: Any) -> None:
    writing.open_tab(page, "Wdrożenie")
    for what in STEPS:
        step = writing.add_row(page, "Kroki wdrożenia", "Dodaj: Krok")
        step.get_by_label("Co zrobiono").fill(what)
    indicator = writing.add_row(page, "Wskaźniki", "Dodaj: Wskaźnik")
    indicator.get_by_label("Co mierzono").fill("Koszenia w roku")
    indicator.get_by_label("Przed").fill("8")
    indicator.get_by_label("Po", exact=True).fill("2")
    indicator.get_by_label("Jednostka miary").fill("koszenia")


def show_it_and_name_a_contact(page: Any, picture: Any) -> None:
    picture.write_bytes(factories.png("green"))
    writing.open_tab(page, "Multimedia")
    writing.upload_cover(
        page,
        picture,
        **{
            "Autor": "Jan Przykładny",
            "Tekst alternatywny po polsku": "Łąka wzdłuż ulicy",
            "Tekst alternatywny po angielsku": "A meadow along a street",
        },
    )
    writing.open_tab(page, "Kontakt")
    writing.choose(page, "Wybierz: osoba", "ogrod", "Ewa Ogrodowa")
    page.get_by_role("textbox", name="Wydział lub jednostka").fill("Wydział Zieleni")


def submit(page: Any) -> None:
    writing.press(page, "Wyślij do sprawdzenia")
    expect(page.get_by_text(f"Wysłano do sprawdzenia: „{TITLE}”")).to_be_visible()


# --- The moderator ------------------------------------------------------------------------


def find_it_waiting(page: Any) -> None:
    expect(page.get_by_role("heading", name="Czekają na twoje sprawdzenie")).to_be_visible()
    assert violations_of(page) == ""
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("textbox", name="Tytuł")).to_have_value(TITLE)


def approve(page: Any) -> None:
    writing.press(page, "Zaakceptuj i opublikuj")
    expect(page.get_by_text(f"„{TITLE}”")).to_be_visible()


# --- The translator -----------------------------------------------------------------------


def find_it_on_the_board(page: Any) -> None:
    assert violations_of(page) == ""
    page.get_by_role("button", name="Tłumaczenia").click()
    page.get_by_role("link", name="Do przetłumaczenia").click()
    page.get_by_role("button", name=f"Przetłumacz {TITLE}").wait_for()
    assert violations_of(page) == ""
    page.get_by_role("button", name=f"Przetłumacz {TITLE}").click()


def read_the_facts(page: Any) -> None:
    """They are there to read; none of them can be written."""
    page.get_by_text("Fakty, te same w obu językach").click()
    facts = page.locator(".desk__facts")
    expect(facts).to_contain_text("Elbląg")
    expect(facts).to_contain_text("48\xa0000")
    assert facts.locator("input, select, textarea").count() == 0


def translate(page: Any) -> None:
    areas = page.get_by_role("textbox", name="Po angielsku").all()
    for area, english in zip(areas, ENGLISH, strict=True):
        area.fill(english)
        area.press("Tab")
    expect(page.get_by_text(f"Przetłumaczono: {len(ENGLISH)} z {len(ENGLISH)}")).to_be_visible()
    assert violations_of(page) == ""
    page.get_by_role("button", name="Opublikuj po angielsku").click()
    expect(page.get_by_text(f"Opublikowano po angielsku: „{ENGLISH[0]}”")).to_be_visible()


# --- Readers ------------------------------------------------------------------------------


def find_it(page: Any, home: str, words: str, title: str) -> None:
    page.goto(home)
    box = page.locator("main").get_by_role("combobox")
    box.fill(words)
    box.press("Enter")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert violations_of(page) == ""
    assert not goes_sideways(page)


def read_it_in_polish(page: Any, site: str) -> None:
    find_it(page, f"{site}/pl/", "łąkach kwietnych w Elblągu", TITLE)
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    for words in (*STORY.values(), *STEPS):
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_alt_text("Łąka wzdłuż ulicy")).to_be_visible()


def read_it_in_english(page: Any, site: str) -> None:
    find_it(page, f"{site}/en/", "flower meadow", ENGLISH[0])
    expect(page.locator("html")).to_have_attribute("lang", "en")
    for words in ENGLISH[1:-3]:
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_alt_text("A meadow along a street")).to_be_visible()
    # Polish words stand nowhere but in the switch of languages.
    assert page.locator("main").get_by_text(STEPS[0]).count() == 0
    expect(page.locator("header [lang=pl]").first).to_have_text("Polski")
