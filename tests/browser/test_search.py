"""Searching in Chromium: suggestions by keyboard, filters in place, files, without scripts."""

import csv
import re

import pytest
from django.utils import translation
from playwright.sync_api import expect

from base import access
from practices.models import PracticePage
from tests import factories

from .test_journeys import goes_sideways, violations_of

LIST = "/pl/dobre-praktyki/"
BOX = "Czego szuka Twoje miasto?"


@pytest.fixture(scope="module")
def closed(site, django_db_blocker):
    """A practice with a word of its own, closed since it was indexed."""
    with django_db_blocker.unblock(), translation.override("pl"):
        page = factories.practice(title="Ornitoptery nad rynkiem")
        access.set_audience(page, "members")
        return PracticePage.objects.get(pk=page.pk)


@pytest.fixture(scope="module")
def abstract(site, django_db_blocker):
    """A practice of which English has its title, lead and summary, and no more."""
    with django_db_blocker.unblock(), translation.override("pl"):
        page = factories.practice(title="Wypożyczalnia rowerów towarowych")
        english = {
            "title": "A library of cargo bikes",
            "lead": "Residents borrow a cargo bike as they would a book.",
            "summary": "Anybody with a library card takes a cargo bike home for three days.",
        }
        factories.english(page, full=False, slug="cargo-bikes", **english)
        return english


@pytest.fixture
def box(page, site):
    page.goto(f"{site}{LIST}")
    return page.get_by_role("combobox", name=BOX)


def type_in(page, box, text):
    box.click()
    box.press_sequentially(text, delay=20)
    page.get_by_role("listbox", name="Podpowiedzi").wait_for()


def open_filters(page):
    if page.get_by_role("button", name="Filtry").is_visible():
        page.get_by_role("button", name="Filtry").click()


def test_suggestions_are_walked_through_and_chosen_by_keyboard(page, site, box):
    assert box.get_attribute("aria-expanded") == "false"
    type_in(page, box, "gorz")
    assert box.get_attribute("aria-expanded") == "true"
    options = page.get_by_role("option").all()
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options[0].get_attribute("id")
    assert options[0].get_attribute("aria-selected") == "true"
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    assert page.evaluate("document.activeElement.id") == "list-search"
    page.get_by_role("option", name="Gorzów Wielkopolski").first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/pl/miasta/gorzow-wielkopolski/")


def test_the_number_of_suggestions_is_announced(page, site, box):
    type_in(page, box, "retencj")
    said = page.locator("form:has(#list-search) [role=status]").inner_text()
    assert int(said.split()[0]) == page.get_by_role("option").count()


def test_escape_closes_the_list_and_keeps_what_was_typed(page, site, box):
    type_in(page, box, "gorz")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("gorz")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_searches_for_what_was_typed(page, site, box):
    type_in(page, box, "retencj")
    box.press("Enter")
    page.wait_for_url("**/?q=retencj")


def test_a_suggestion_is_chosen_by_touch(page, site, box):
    type_in(page, box, "miejska")
    page.get_by_role("option", name="Miejska retencja wody").click()
    page.wait_for_url("**/miejska-retencja-wody/")


def test_the_open_list_is_accessible_and_fits(page, site, box):
    type_in(page, box, "re")
    box.press("ArrowDown")
    assert violations_of(page) == ""
    assert not goes_sideways(page)


def test_results_tabs_and_map_are_accessible_and_fit(page, site):
    found = {}
    for address in (f"{LIST}?q=retencja", f"{LIST}?q=retencja&view=map", "/en/search/?q=water"):
        page.goto(f"{site}{address}")
        if (violations := violations_of(page)) or goes_sideways(page):
            found[address] = violations or "scrolls sideways"
    assert found == {}


def test_a_filter_changes_words_count_and_files_in_place(page, site):
    page.goto(f"{site}{LIST}?q=wody")
    page.evaluate("window.sameDocument = true")
    open_filters(page)
    link = page.locator("#facet-theme a.facet-option").first
    identifier = link.get_attribute("id")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**theme=climate**")
    assert page.evaluate("window.sameDocument") is True
    expect(page.locator(f"#{identifier}")).to_be_focused()
    expect(page).to_have_title(re.compile("Klimat"))
    expect(page.locator("#facets-active")).to_have_text("(1)")
    file = page.locator(".results-export a").first
    expect(file).to_have_attribute("href", re.compile("theme=climate"))
    # The search field keeps the filter for the next words.
    expect(page.locator("#list-search-hidden input[name=theme]")).to_have_count(1)
    shared = page.url
    count = page.locator("#results-count").inner_text()
    page.go_back()
    page.wait_for_url(f"**{LIST}?q=wody")
    expect(page.locator(".chip")).to_have_count(0)
    page.goto(shared)
    assert page.locator("#results-count").inner_text() == count
    assert page.locator(".chip").count() == 1


def test_an_address_shows_somebody_else_the_same_list(page, site, browser):
    page.goto(f"{site}{LIST}?q=retencja")
    open_filters(page)
    page.locator("#facet-theme a.facet-option").first.click()
    page.wait_for_url("**theme=climate**")
    page.locator("#sort-az").click()
    page.wait_for_url("**sort=az**")
    expect(page.locator("#sort-az")).to_have_attribute("aria-current", "true")
    context = browser.new_context()
    another = context.new_page()
    another.goto(page.url)
    assert what_is_shown(another) == what_is_shown(page)
    assert len(what_is_shown(page)["results"]) > 1
    context.close()


def what_is_shown(page):
    return {
        "title": page.title(),
        "words": page.locator("#list-search").input_value(),
        "chips": page.locator(".chip").all_inner_texts(),
        "count": page.locator("#results-count").inner_text(),
        "results": page.locator(".practice-card .card-title").all_inner_texts(),
        "order": page.locator("#sort [aria-current]").all_inner_texts(),
    }


def test_back_takes_back_one_filter_and_leaves_the_reader_where_they_were(page, site):
    page.goto(f"{site}{LIST}?q=retencja")
    open_filters(page)
    page.locator("#facet-theme a.facet-option").first.click()
    page.wait_for_url("**theme=climate**")
    expect(page.locator(".chip")).to_have_count(1)
    before = what_is_shown(page)
    # Else the page would still be on its way when it is asked where it is.
    page.emulate_media(reduced_motion="reduce")
    second = page.locator("#facet-size a.facet-option").first
    identifier = second.get_attribute("id")
    second.focus()
    scrolled = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    page.wait_for_url("**size=**")
    expect(page.locator(".chip")).to_have_count(2)
    page.go_back()
    expect(page.locator(".chip")).to_have_count(1)
    assert what_is_shown(page) == before
    expect(page.locator(f"#{identifier}")).to_be_focused()
    page.wait_for_function("top => Math.abs(scrollY - top) <= 1", arg=scrolled)


def test_an_english_reader_opens_an_abstract_its_polish_original_and_comes_back(
    page, site, abstract
):
    page.goto(f"{site}/en/search/?q=borrowing+cargo+bikes")
    found = f"{site}/en/good-practices/?q=borrowing+cargo+bikes"
    page.locator(".tabs a", has_text="Good practices").click()
    page.wait_for_url(found)
    card = page.locator(".practice-card", has_text=abstract["title"])
    expect(card.locator(".card-lead mark").first).to_have_text("borrow")
    expect(card).to_contain_text("Abstract in English")
    card.get_by_role("link", name=abstract["title"]).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("main")).to_contain_text(abstract["summary"])
    expect(page.locator("main")).not_to_contain_text("Zrobiono to i owo.")
    page.get_by_role("link", name="Read the Polish page").click()
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    expect(page.locator("main")).to_contain_text("Zrobiono to i owo.")
    page.go_back()
    page.go_back()
    page.wait_for_url(found)
    expect(page.get_by_role("combobox").last).to_have_value("borrowing cargo bikes")
    expect(page.get_by_role("link", name=abstract["title"])).to_have_count(1)


def test_a_polish_reader_finds_the_same_practice_in_polish(page, site, abstract):
    page.goto(f"{site}{LIST}?q=wypożyczalni+rowerów")
    card = page.locator(".practice-card").first
    expect(card).not_to_contain_text("Abstract")
    card.get_by_role("link", name="Wypożyczalnia rowerów towarowych").click()
    expect(page.locator("main")).to_contain_text("Zrobiono to i owo.")
    page.go_back()
    expect(page.get_by_role("combobox", name=BOX)).to_have_value("wypożyczalni rowerów")


def test_an_english_reader_is_led_to_what_exists_in_polish_only_and_back(page, site):
    page.goto(f"{site}/en/good-practices/?q=water+retention")
    page.get_by_text("in Polish only").last.click()
    page.get_by_role("link", name="Dęby przy szkołach").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "pl")
    page.locator(".language-notice a").click()
    page.wait_for_url("**/pl/dobre-praktyki/deby-przy-szkolach/")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/en/good-practices/?q=water+retention")
    expect(page.locator("#list-search")).to_have_value("water retention")


@pytest.mark.parametrize("address", [f"{LIST}?q=retencja", "/pl/szukaj/?q=retencja"])
def test_an_administrator_opens_why_a_result_is_there(keeping, site, address):
    page = keeping
    page.goto(f"{site}{address}")
    asked = page.get_by_text("Dlaczego ten wynik").first
    asked.click()
    expect(page.locator(".why[open] li").first).to_contain_text("retencja")
    assert page.url == f"{site}{address}"
    page.context.clear_cookies()
    page.reload()
    expect(page.locator("#results-count")).not_to_have_text("0 wyników")
    expect(page.locator(".why")).to_have_count(0)


def test_search_tabs_and_facets_work_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/pl/")
    page.get_by_role("searchbox", name=BOX).fill("retencji")
    page.get_by_role("searchbox", name=BOX).press("Enter")
    expect(page.get_by_role("link", name="Miejska retencja wody")).to_have_count(1)
    page.locator(".tabs a", has_text="Wszystko").click()
    expect(page.locator(".search-result").nth(1)).to_be_visible()
    page.locator(".tabs a", has_text="Dobre praktyki").click()
    page.locator("a.facet-option", has_text="Klimat").first.click()
    page.wait_for_url("**theme=climate**")
    context.close()


def test_the_results_come_as_a_file(page, site):
    page.goto(f"{site}{LIST}?q=retencja")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "dobre-praktyki.csv"
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        titles = [row["Tytuł"] for row in csv.DictReader(file, delimiter=";")]
    assert "Miejska retencja wody" in titles
    assert len(titles) == int(page.locator("#results-count").inner_text().split()[0])


def test_a_closed_practices_word_is_neither_found_counted_nor_suggested(page, site, closed):
    page.goto(f"{site}{LIST}")
    box = page.get_by_role("combobox", name=BOX)
    with page.expect_response("**/podpowiedzi/**") as suggested:
        box.click()
        box.press_sequentially("ornit", delay=20)
    assert "option" not in suggested.value.text()
    box.press("Enter")
    page.wait_for_url("**q=ornit")
    expect(page.locator("#results-count")).to_have_text(re.compile("^0 "))
    expect(page.locator(".tabs")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("Ornitoptery")
