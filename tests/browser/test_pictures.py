"""Pictures in the admin as the browser's own work: chosen together, moved by keys, cut in view."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.utils import translation
from PIL import Image
from playwright.sync_api import expect

from base.models import CustomImage
from news.models import NewsPage
from tests import factories
from tests.browser.test_journeys import violations_of

GALLERY = "[data-streamfield-list-container]"


@pytest.fixture
def article(site: str, django_db_blocker: Any) -> NewsPage:
    """An article with a gallery of one picture, and two pictures that wait to be chosen."""
    with django_db_blocker.unblock(), translation.override("pl"):
        for title in ("Fontanna", "Ratusz"):
            factories.image(title=title)
        images = [factories.image(title="Rynek")]
        return factories.article(body=[("gallery", {"title": "Spacer", "images": images})])


def test_pictures_of_a_gallery_are_chosen_together_and_moved_by_keys(
    keeping, site, article, django_db_blocker
):
    page = keeping
    page.goto(f"{site}/admin/pages/{article.pk}/edit/")
    page.wait_for_load_state("networkidle")
    page.fill("#id_lead", "Zajawka wpisana przedtem.")
    choose = page.get_by_role("button", name="Wybierz kilka zdjęć")
    choose.focus()
    page.keyboard.press("Enter")
    chooser = page.locator(".modal-dialog")
    for title in ("Fontanna", "Ratusz"):
        chooser.get_by_role("checkbox", name=title).check()
    assert chooser.get_by_role("link", name="Dodaj kilka zdjęć z komputera").is_visible()
    chooser.get_by_role("button", name="Potwierdź zaznaczenie").click()
    page.get_by_text("Dodano zdjęcia: 2.").wait_for(state="attached")
    assert violations_of(page) == ""

    last = page.locator(f"{GALLERY} > [data-streamfield-child]").last
    last.locator("[data-streamfield-action=MOVE_UP]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.get_by_text("Zdjęcie 1 z 3.").wait_for(state="attached")
    page.keyboard.press("Enter")
    page.get_by_text("Zdjęcie 2 z 3.").wait_for(state="attached")
    with page.expect_navigation():
        page.get_by_role("button", name="Zapisz szkic").first.click()

    with django_db_blocker.unblock():
        latest = article.revisions.latest("pk").as_object()
        assert latest.lead == "Zajawka wpisana przedtem."
        titles = [image.title for image in latest.body[0].value["images"]]
    # The last went up to the first place, and down again by one.
    assert titles[0] == "Rynek"
    assert sorted(titles[1:]) == ["Fontanna", "Ratusz"]


def photograph(colour: str = "teal") -> dict[str, Any]:
    stream = io.BytesIO()
    Image.new("RGB", (800, 400), colour).save(stream, "PNG")
    return {"name": "rynek.png", "mimeType": "image/png", "buffer": stream.getvalue()}


def test_the_area_in_view_is_drawn_or_written_while_uploading(keeping, site, django_db_blocker):
    page = keeping
    page.goto(f"{site}/admin/images/multiple/add/")
    page.get_by_role("textbox", name="Autor").fill("Jan Przykładny")
    page.set_input_files("#fileupload", photograph())
    page.get_by_text("Obszar, który ma pozostać widoczny").click()
    drawn = page.locator(".jcrop-tracker").last
    drawn.wait_for()
    box = drawn.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 3 / 4, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    numbers = [page.get_by_label(f"{name} (w procentach)") for name in
               ("Od lewej", "Od góry", "Szerokość", "Wysokość")]  # fmt: skip
    assert all(
        abs(int(number.input_value()) - wanted) <= 1
        for number, wanted in zip(numbers, (50, 25, 25, 25), strict=True)
    )
    assert violations_of(page) == ""
    for number, written in zip(numbers, (10, 20, 30, 40), strict=True):
        number.fill(str(written))
    page.get_by_label("Tekst alternatywny po polsku").fill("Rynek")
    page.get_by_label("Tekst alternatywny po angielsku").fill("Square")
    page.get_by_role("button", name="Zapisz zdjęcie").click()
    page.locator("#upload-list > li").wait_for(state="detached")

    with django_db_blocker.unblock():
        area = CustomImage.objects.latest("pk").get_focal_point()
    assert (area.left, area.top, area.right, area.bottom) == (80, 80, 320, 240)


def test_all_pictures_are_saved_at_once_and_the_first_that_lacks_something_is_shown(keeping, site):
    page = keeping
    page.goto(f"{site}/admin/images/multiple/add/")
    page.get_by_role("textbox", name="Autor").fill("Jan Przykładny")
    page.set_input_files("#fileupload", [photograph("navy"), photograph("olive")])
    forms = page.locator("#upload-list form")
    forms.nth(1).wait_for()
    whole, lacking = forms.nth(0), forms.nth(1)
    for text in ("po polsku", "po angielsku"):
        whole.get_by_label(f"Tekst alternatywny {text}").fill("Rynek")
    lacking.get_by_label("Tekst alternatywny po polsku").fill("Ratusz")
    assert violations_of(page) == ""
    page.get_by_role("button", name="Zapisz wszystkie zdjęcia").click()
    page.locator("#upload-list > li").nth(1).wait_for(state="detached")
    page.get_by_text("Zapisano: 1. Do opisania i zapisania: 1.").wait_for()
    expect(page.get_by_text("Plik przesłano.")).to_be_hidden()
    expect(page.locator("#upload-list [aria-invalid=true]")).to_be_focused()
    expect(forms.get_by_label("Tekst alternatywny po polsku")).to_have_value("Ratusz")
    expect(page.get_by_role("button", name="Zapisz wszystkie zdjęcia")).to_be_hidden()


def test_a_file_chosen_in_the_window_stays_when_its_texts_are_missing(
    keeping, site, django_db_blocker
):
    page = keeping
    with django_db_blocker.unblock():
        article = factories.article(title="Rynek po remoncie")
    page.goto(f"{site}/admin/pages/{article.pk}/edit/#tab-multimedia")
    page.locator("#id_cover-chooser, [id^=id_cover]").get_by_role("button").first.click()
    window = page.locator(".modal-body")
    window.get_by_role("tab", name="Prześlij").click()
    window.locator("input[type=file]").set_input_files(photograph("maroon"))
    window.get_by_label("Tytuł").fill("Rynek")
    window.locator("section:visible form [type=submit]").click()
    window.get_by_text("Podaj autora", exact=False).first.wait_for()
    assert window.locator("input[type=file]").evaluate("(field) => field.files[0].name") == (
        "rynek.png"
    )
    window.get_by_label("Autor").fill("Jan Przykładny")
    window.get_by_label("Dekoracyjne").check()
    window.locator("section:visible form [type=submit]").click()
    page.locator(".modal").wait_for(state="detached")
    with django_db_blocker.unblock():
        assert CustomImage.objects.latest("pk").title == "Rynek"
