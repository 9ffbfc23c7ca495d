"""Deklaracja dostępności: the structure of the technical conditions, version 2.0 (31 July 2024)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from html5lib import parse

from base.refusals import PublicationRefused
from home.models import AccessibilityPage
from tests import factories

ALWAYS = [
    *("a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url", "a11y-data-publikacja"),
    *("a11y-data-aktualizacja", "a11y-status", "a11y-kontakt", "a11y-email", "a11y-telefon"),
    *("a11y-procedura", "a11y-data-sporzadzenie", "a11y-architektura", "a11y-komunikacja"),
]
WHEN_THEY_APPLY = ["a11y-data-przeglad", "a11y-aplikacje", "a11y-architektura-url"]
PROCEDURE = (
    "<p>Odpowiemy w ciągu 7 dni, najpóźniej w ciągu 2 miesięcy.</p>"
    '<p>Skarga: <a href="https://bip.brpo.gov.pl">Rzecznik Praw Obywatelskich</a>.</p>'
)


def ids(page: str) -> list[str]:
    return re.findall(r'id="(a11y-[a-z-]+)"', page)


def shown(client, page) -> str:
    return client.get(page.get_url()).content.decode()


@pytest.fixture
def declaration(site_tree) -> AccessibilityPage:
    return factories.declaration()


def test_every_obligatory_id_is_there_once_in_both_languages(client, declaration):
    english = factories.english(declaration)
    for page in (declaration, english):
        assert sorted(ids(shown(client, page))) == sorted(ALWAYS)


def test_the_other_ids_are_there_once_when_they_apply(client, site_tree):
    page = factories.declaration(
        reviewed_on=date(2026, 3, 20),
        applications="<p>Aplikacja.</p>",
        architecture_url="https://example.org/budynek",
    )
    assert sorted(ids(shown(client, page))) == sorted([*ALWAYS, *WHEN_THEY_APPLY])


def test_dates_are_written_for_people_and_for_machines(client, site_tree):
    page = shown(client, factories.declaration(published_on=date(2022, 5, 16)))
    stated = r'<time id="a11y-data-publikacja" datetime="2022-05-16">16 maja 2022</time>'
    assert stated in page
    dates = re.findall(r'id="a11y-data-[a-z]+" datetime="(\d{4}-\d\d-\d\d)"', page)
    assert len(dates) == 3


@pytest.mark.parametrize(
    ("status", "words"),
    [("fully", "w pełni zgodna"), ("partially", "częściowo zgodna"), ("not", "niezgodna")],
)
def test_the_state_is_said_in_the_words_of_the_law(client, site_tree, status, words):
    page = shown(client, factories.declaration(status=status, non_compliant="<p>Stare filmy.</p>"))
    sentence = re.search(r'id="a11y-status">(.*?)</p>', page, re.DOTALL).group(1)
    assert words in sentence
    assert "4 kwietnia 2019" in sentence
    assert ("Stare filmy." in page) == (status != "fully")


def test_the_sections_have_the_titles_of_the_conditions_in_their_order(client, site_tree):
    page = shown(
        client, factories.declaration(status="partially", non_compliant="<p>Stare filmy.</p>")
    )
    tree = parse(page, namespaceHTMLElements=False)
    assert [h.text for h in tree.iter("h2")] == [
        "Stan dostępności cyfrowej",
        "Niedostępne treści",
        "Przygotowanie deklaracji dostępności i jej aktualizacja",
        "Informacje zwrotne i dane kontaktowe",
        "Obsługa wniosków i skarg związanych z dostępnością",
        "Pozostałe informacje",
    ]
    assert [h.text for h in tree.iter("h3")] == [
        "Niezgodność z załącznikiem",
        "Dostępność architektoniczna",
        "Dostępność komunikacyjno-informacyjna",
    ]


def test_mail_and_phone_can_be_followed(client, declaration):
    page = shown(client, declaration)
    assert 'href="mailto:dostepnosc@example.org"' in page
    assert 'href="tel:' in page


@pytest.mark.parametrize("forgotten", ["7 dni", "2 miesięcy", 'href="https://bip.brpo.gov.pl"'])
def test_the_mandatory_wording_of_the_procedure_cannot_be_forgotten(site_tree, forgotten):
    factories.declaration(procedure=PROCEDURE)
    with pytest.raises(PublicationRefused) as refusal:
        factories.declaration(procedure=PROCEDURE.replace(forgotten, "…"))
    assert [item.field for item in refusal.value.missing] == ["procedure"]


def test_what_is_not_accessible_has_to_be_said(site_tree):
    with pytest.raises(PublicationRefused) as refusal:
        factories.declaration(status="partially")
    assert [item.field for item in refusal.value.missing] == ["non_compliant"]


def test_every_page_links_the_declaration_in_its_own_language(client, declaration):
    english = factories.english(declaration)
    article = factories.article()
    translated = factories.english(article)
    assert f'href="{declaration.get_url()}"' in shown(client, article)
    assert f'href="{english.get_url()}"' in shown(client, translated)
    assert f'href="{english.get_url()}"' in client.get("/en/no-such-page/").content.decode()
