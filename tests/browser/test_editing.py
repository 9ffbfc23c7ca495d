"""What editors and translators do in the admin, in Chromium."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation
from playwright.sync_api import expect
from wagtail_localize.operations import translate_object

from base.translating import english_locale
from practices.models import PracticePage
from tests import factories, texts
from tests.browser.test_journeys import violations_of


@pytest.fixture
def translated(site: str, django_db_blocker: Any) -> PracticePage:
    """A practice whose English was published in full."""
    with django_db_blocker.unblock(), translation.override("pl"):
        practice = factories.practice(
            title="Dachy pełne deszczu", challenge="<p>Po ulewie woda stoi na ulicach.</p>"
        )
        translate_object(practice, [english_locale()])
        texts.translate(practice, word="English")
        texts.translation_of(practice).save_target(publish=True)
    return practice


def open_the_form(page: Any, site: str, practice: PracticePage) -> None:
    page.goto(f"{site}/admin/pages/{practice.pk}/edit/")
    page.wait_for_load_state("networkidle")


def publish(page: Any) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="Opublikuj", exact=True).click()
    page.wait_for_load_state("networkidle")


def test_a_change_in_polish_goes_over_the_board_into_english(
    keeping, site, translated, django_db_blocker
):
    open_the_form(keeping, site, translated)
    keeping.fill("#id_lead", "Szkoły zbierają deszcz z dachów.")
    publish(keeping)
    keeping.get_by_text("starsza od polskiej: 1 tekst do przetłumaczenia").wait_for()

    keeping.goto(f"{site}/admin/translations/?stage=outdated")
    keeping.get_by_role("link", name="co się zmieniło Dachy pełne deszczu").click()
    assert "Szkoły" in keeping.locator(".changes ins").first.inner_text()
    assert violations_of(keeping) == ""
    keeping.get_by_role("button", name="Otwórz wersję angielską").click()

    line = keeping.locator("[data-desk-line]").filter(has_text="Szkoły zbierają deszcz z dachów.")
    area = line.locator("textarea")
    assert area.input_value() == ""
    assert violations_of(keeping) == ""
    area.fill("Schools collect the rain from their roofs.")
    area.press("Tab")
    keeping.get_by_text("Zapisano.").wait_for()
    keeping.reload()
    assert line.locator("textarea").input_value() == "Schools collect the rain from their roofs."
    keeping.get_by_role("button", name="Opublikuj po angielsku").click()
    keeping.get_by_text("Opublikowano po angielsku").wait_for()

    with django_db_blocker.unblock():
        english = PracticePage.objects.get(pk=translated.pk).english
        assert english.live
        assert english.lead == "Schools collect the rain from their roofs."
        assert not translated.state_of_english.outdated


def test_a_stale_save_shows_both_versions(keeping, site, translated, django_db_blocker):
    open_the_form(keeping, site, translated)
    with django_db_blocker.unblock():
        theirs = PracticePage.objects.get(pk=translated.pk)
        theirs.lead = "Zajawka drugiej osoby."
        theirs.save_revision()

    keeping.wait_for_timeout(2_500)  # Only then does Wagtail look for what changes in a form.
    keeping.fill("#id_lead", "Moja zajawka.")
    # Wagtail's own saving finds it out first, and its dialogue asks before anything is sent.
    keeping.get_by_text("Jest już nowsza wersja. Po zapisaniu zobaczysz obie.").wait_for()
    keeping.get_by_role("button", name="Zapisz szkic").first.click()
    keeping.get_by_role("dialog").get_by_role("button", name="Zapisz szkic").click()

    assert "drugiej osoby" in keeping.locator(".comparison .deletion").inner_text()
    assert violations_of(keeping) == ""
    keeping.get_by_role("button", name="Zapisz tę wersję").click()
    expect(keeping.locator(".comparison")).to_have_count(0)
    expect(keeping.locator("#id_lead")).to_have_value("Moja zajawka.")
    with django_db_blocker.unblock():
        said = [each.as_object().lead for each in translated.revisions.order_by("-pk")[:2]]
        assert said == ["Moja zajawka.", "Zajawka drugiej osoby."]


# The server has saved long before the form hears of it.
LATE_ANSWERS = """
const asked = window.fetch;
window.fetch = async (...args) => {
  const answer = await asked(...args);
  if (args[1]?.method === "post") await new Promise((heard) => setTimeout(heard, 1500));
  return answer;
};
"""


def test_what_the_form_saved_by_itself_is_not_somebody_elses(keeping, site, translated):
    open_the_form(keeping, site, translated)
    keeping.wait_for_timeout(2_500)  # Only then does Wagtail look for what changes in a form.
    for lead in ("Szkoły zbierają deszcz.", "Szkoły zbierają deszcz z dachów."):
        with keeping.expect_response(lambda answer: answer.request.method == "POST"):
            keeping.fill("#id_lead", lead)
        keeping.wait_for_load_state("networkidle")
    publish(keeping)
    keeping.get_by_text("starsza od polskiej: 1 tekst do przetłumaczenia").wait_for()


def test_a_button_pressed_while_the_form_saves_itself_waits_for_it(
    keeping, site, translated, django_db_blocker
):
    keeping.add_init_script(LATE_ANSWERS)
    open_the_form(keeping, site, translated)
    keeping.wait_for_timeout(2_500)  # Only then does Wagtail look for what changes in a form.
    with keeping.expect_response(lambda answer: answer.request.method == "POST"):
        keeping.fill("#id_lead", "Szkoły zbierają deszcz.")
    publish(keeping)
    keeping.get_by_text("starsza od polskiej: 1 tekst do przetłumaczenia").wait_for()
    with django_db_blocker.unblock():
        assert PracticePage.objects.get(pk=translated.pk).lead == "Szkoły zbierają deszcz."


def test_a_new_page_is_made_once_though_it_saves_itself_meanwhile(
    keeping, site, translated, django_db_blocker
):
    keeping.add_init_script(LATE_ANSWERS)
    index = translated.get_parent().pk
    keeping.goto(f"{site}/admin/pages/add/practices/practicepage/{index}/")
    keeping.wait_for_load_state("networkidle")
    keeping.wait_for_timeout(2_500)
    with keeping.expect_response(lambda answer: answer.request.method == "POST"):
        keeping.fill("#id_title", "Raz jeden")
    keeping.get_by_role("button", name="Zapisz szkic").click()
    keeping.get_by_text("Raz jeden").first.wait_for()
    keeping.wait_for_load_state("networkidle")
    with django_db_blocker.unblock():
        assert PracticePage.objects.filter(draft_title="Raz jeden").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_workbench_is_accessible(keeping, site, width):
    keeping.set_viewport_size({"width": width, "height": 800})
    for address in (
        "", "translations/", "reports/barriers/", "reports/links/", "reports/images/",
        "reports/documents/", "reports/orphans/", "manual/",
    ):  # fmt: skip
        keeping.goto(f"{site}/admin/{address}")
        assert violations_of(keeping) == "", address
