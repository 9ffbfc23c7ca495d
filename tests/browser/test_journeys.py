"""What readers do, in Chromium: find, judge, change language, on a phone and at a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

ADDRESSES = [
    "/pl/",
    "/en/",
    "/pl/sieci/",
    "/pl/dobre-praktyki/",
    "/en/good-practices/",
    "/pl/dobre-praktyki/?q=nicniemataksamo",
    "/pl/dobre-praktyki/miejska-retencja-wody/",
    "/en/good-practices/rain-stays-in-the-city/",
    "/en/good-practices/deby-przy-szkolach/",
    "/pl/tematy/",
    "/pl/miasta/",
    "/pl/aktualnosci/",
    "/en/news/rain-in-figures/",
    "/pl/spotkania/",
    "/pl/produkty/",
    "/pl/kolekcje/",
    "/pl/multimedia/",
    "/pl/ludzie/",
    "/pl/szukaj/?q=retencji",
    "/pl/deklaracja-dostepnosci/",
    "/pl/nie-ma-takiej-strony/",
]


def goes_sideways(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_every_page_is_accessible_and_fits(page, site):
    found = {}
    for address in ADDRESSES:
        page.goto(f"{site}{address}")
        if goes_sideways(page):
            found[address] = "scrolls sideways"
        results = Axe().run(page)
        if results.violations_count:
            found[address] = results.generate_report()
        headings = page.locator("h1").count()
        if headings != 1:
            found[address] = f"{headings} headings of the first level"
    assert found == {}


def test_a_clerk_finds_a_practice_by_an_inflected_word(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/")
    box = page.get_by_role("searchbox", name="Czego szuka Twoje miasto?")
    box.fill("retencji wod w Gorzowie")
    box.press("Enter")
    page.get_by_role("link", name="Miejska retencja wody").click()
    assert page.locator("h1").inner_text() == "Miejska retencja wody"
    assert "Gorzów Wielkopolski" in page.locator(".fact-box").inner_text()


def test_a_filter_stays_in_the_address_and_back_takes_it_away(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/")
    if page.get_by_role("button", name="Filtry").is_visible():
        page.get_by_role("button", name="Filtry").click()
    page.locator("#facet-theme").get_by_role("link", name="Klimat").click()
    page.wait_for_url("**/?theme=climate")
    assert page.locator(".practice-card").count() == 2
    page.go_back()
    page.wait_for_url("**/dobre-praktyki/")


def test_the_language_switch_leads_to_the_same_practice(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/miejska-retencja-wody/")
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()
    page.locator("header a[hreflang=en], header a[lang=en]").first.click()
    page.wait_for_url("**/en/good-practices/rain-stays-in-the-city/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Rain stays in the city"


def test_a_practice_without_english_says_so_at_its_english_address(page, site):
    page.goto(f"{site}/en/good-practices/deby-przy-szkolach/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("[lang=pl]", has_text="Dęby przy szkołach").count() >= 1
    assert "Krok" not in page.content()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_first_tab_leads_past_the_menu(page, site, language):
    page.goto(f"{site}/{language}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_list_works_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/pl/dobre-praktyki/?q=retencja")
    page.locator("#facet-theme summary").first.wait_for()
    page.locator("a.facet-option", has_text="Klimat").first.click()
    assert "theme=climate" in page.url
    assert "q=retencja" in page.url
    context.close()
