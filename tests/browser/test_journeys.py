"""What readers do, in Chromium: find, judge, change language, on a phone and at a desk."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories, whole_site
from tests.whole_site import LANGUAGES


def goes_sideways(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


# What fades in has its colours only then; what turns for ever is not waited for.
STILL = """Promise.allSettled(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
    .map((each) => each.finished))"""


def violations_of(page) -> str:
    """What axe finds, with no rule switched off; empty when nothing is wrong."""
    page.evaluate(STILL)
    results = Axe().run(page)
    return results.generate_report() if results.violations_count else ""


def test_every_page_is_accessible_and_fits(page, site):
    found = {}
    addresses = [each for language in LANGUAGES for each in whole_site.addresses(language)]
    for address in addresses:
        page.goto(f"{site}{address}")
        if goes_sideways(page):
            found[address] = "scrolls sideways"
        if violations := violations_of(page):
            found[address] = violations
    assert found == {}


def test_what_is_open_is_accessible_too(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/")
    for name in ("Menu", "Filtry"):
        if page.get_by_role("button", name=name, exact=True).is_visible():
            page.get_by_role("button", name=name, exact=True).click()
            assert violations_of(page) == ""


def test_a_form_sent_back_keeps_what_was_typed_and_is_accessible(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/miejska-retencja-wody/")
    page.get_by_role("link", name="Zadaj pytanie").click()
    page.locator("textarea").fill("Czy to działa zimą?")
    page.get_by_role("button", name="Wyślij pytanie").click()
    page.locator("[data-form-errors]").wait_for()
    assert page.locator("textarea").input_value() == "Czy to działa zimą?"
    assert violations_of(page) == ""
    assert not goes_sideways(page)


def test_a_digest_is_copied_and_what_is_read_is_told_accessibly(keeping, site):
    page = keeping
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    end = timezone.localdate()
    start = end - timedelta(days=300)
    page.goto(f"{site}/admin/digest/?start={start}&end={end}&languages=pl&languages=en")
    page.get_by_role("button", name="Kopiuj: HTML").first.click()
    page.get_by_text("Skopiowano").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith('<div lang="pl"')
    assert copied == page.get_by_label("HTML").first.input_value()
    for address in ("digest/", "reports/readership/"):
        page.goto(f"{site}/admin/{address}")
        assert violations_of(page) == ""
    page.locator("td.title a").first.click()
    page.get_by_role("heading", name="Ostatnie 30 dni").wait_for()
    assert violations_of(page) == ""


def test_a_clerk_finds_a_practice_by_an_inflected_word(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/")
    box = page.get_by_role("combobox", name="Czego szuka Twoje miasto?")
    box.fill("retencji wod w Gorzowie")
    box.press("Enter")
    page.get_by_role("link", name="Miejska retencja wody").click()
    expect(page.locator("h1")).to_have_text("Miejska retencja wody")
    expect(page.locator(".fact-box")).to_contain_text("Gorzów Wielkopolski")


def test_a_filter_stays_in_the_address_and_back_takes_it_away(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/")
    if page.get_by_role("button", name="Filtry").is_visible():
        page.get_by_role("button", name="Filtry").click()
    page.locator("#facet-theme").get_by_role("link", name="Klimat").click()
    page.wait_for_url("**/?theme=climate")
    expect(page.locator(".practice-card")).to_have_count(3)
    page.go_back()
    page.wait_for_url("**/dobre-praktyki/")


def test_the_language_switch_leads_to_the_same_practice(page, site):
    page.goto(f"{site}/pl/dobre-praktyki/miejska-retencja-wody/")
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()
    page.locator("header a[hreflang=en], header a[lang=en]").first.click()
    page.wait_for_url("**/en/good-practices/rain-stays-in-the-city/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Rain stays in the city")


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
    expect(page.locator("#content")).to_be_focused()


def test_the_list_works_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/pl/dobre-praktyki/?q=retencja")
    page.locator("#facet-theme summary").first.wait_for()
    page.locator("a.facet-option", has_text="Klimat").first.click()
    page.wait_for_url("**theme=climate**")
    assert "q=retencja" in page.url
    context.close()


def test_tags_are_merged_by_keyboard_and_the_merge_is_undone(keeping, site):
    page, tags = keeping, f"{site}/admin/snippets/registers/tag/"
    page.goto(f"{tags}add/")
    page.get_by_role("textbox", name="Nazwa po polsku").fill("retencje")
    page.get_by_role("textbox", name="Adres").fill("retencje")
    page.get_by_role("button", name="Zapisz").click()
    page.goto(tags)
    for name in ("retencja", "retencje"):
        page.get_by_role("row").filter(has=page.get_by_role("link", name=name, exact=True)).locator(
            "[data-bulk-action-checkbox]"
        ).focus()
        page.keyboard.press("Space")
    page.get_by_role("link", name="Połącz wybrane słowa kluczowe w jedno").press("Enter")
    page.get_by_role("heading", name="Połącz słowa kluczowe").wait_for()
    assert violations_of(page) == ""
    assert page.get_by_label("retencja", exact=True).is_checked(), "the one that pages bear"
    page.get_by_role("button", name="Połącz").press("Enter")
    page.get_by_text("„retencje” włączono do „retencja”").wait_for()
    page.get_by_role("link", name="Cofnij").press("Enter")
    page.get_by_role("button", name="Cofnij").press("Enter")
    page.get_by_text("Cofnięto: „retencje”").wait_for()
    page.goto(tags)
    assert page.get_by_role("link", name="retencje", exact=True).is_visible()


def test_a_film_asks_nothing_of_its_site_before_it_is_played(browser, site, django_db_blocker):
    film = {"title": "Spacer", "address": "https://youtu.be/aqz-KE-bpKQ", "transcript": "Ogród."}
    with django_db_blocker.unblock():
        address = factories.article(title="Film z Gorzowa", body=[("video", film)]).url
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    asked, problems = [], []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)

    def elsewhere(route):
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Film</title>", content_type="text/html")

    page.route(lambda url: not url.startswith((site, "data:")), elsewhere)
    page.goto(f"{site}{address}")
    button = page.get_by_role("button", name="Odtwórz film")
    button.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked == []
    assert violations_of(page) == ""
    assert not goes_sideways(page)

    button.focus()
    page.keyboard.press("Enter")
    page.frame_locator("iframe[title=Spacer]").locator("html").wait_for()

    assert [url.partition("?")[0] for url in asked] == [
        "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
    ]
    expect(page.locator("iframe")).to_be_focused()
    assert problems == []
    context.close()
