"""How many clicks and fields a day of an editor takes, counted in Chromium on a running demo site.

    make demo-reset                                       # in another window; leaves it running
    python tests/bench/day/clicks.py [http://127.0.0.1:8000]

Prints a row for each task of docs/editors-day.md. A click is a press of a button, link, tick or
file; a field is a text written or a choice of a list. What a task needs to be there is put there
before, uncounted. The site is changed: it is a demo's.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))
from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from tests.news import word

ACCOUNT = ("moderator@example.org", "empirie-moderator")
PRACTICE = "rozklad"
SENTENCE = "W lipcu dwie linie jeżdżą co pół godziny."
TAG = "retencje"  # Beside "retencja", which pages bear.
WITHOUT_THEME = [f"woda i cień {number}" for number in range(1, 6)]
RECORD = {
    "external_id": "day-1",
    "title": "Ogrody deszczowe przy szkołach",
    "summary": "Woda zostaje w mieście zamiast w kanale.",
    "city": "Zabzre",
    "tags": ["retencja"],
    "year": 2022,
}


class Hand:
    """Somebody at the admin, whose clicks and fields are counted."""

    def __init__(self, page: Page, site: str):
        self.page, self.site = page, site
        self.clicks = self.fields = 0

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1
        self.page.wait_for_load_state("networkidle")

    def link(self, name: Any, **options: Any) -> None:
        self.click(self.page.get_by_role("link", name=name, **options).first)

    def button(self, name: Any, within: str = "body") -> None:
        self.click(self.page.locator(within).get_by_role("button", name=name).first)

    def write(self, target: Locator, text: str) -> None:
        target.fill(text)
        self.fields += 1

    def choose(self, target: Locator, **choice: Any) -> None:
        target.select_option(**choice)
        self.fields += 1

    def give(self, files: list[Any]) -> None:
        self.page.locator("main input[type=file]").set_input_files(files)
        self.clicks += 1
        self.page.wait_for_load_state("networkidle")

    def menu(self, *names: str) -> None:
        *groups, item = names
        for name in groups:
            self.button(name, "aside")
        self.click(self.page.locator("aside").get_by_role("link", name=item, exact=True))

    def begin(self, address: str = "") -> None:
        self.page.goto(f"{self.site}/admin/{address}")
        self.page.wait_for_load_state("networkidle")
        self.clicks = self.fields = 0


def picture(shade: int) -> dict[str, Any]:
    stored = io.BytesIO()
    Image.new("RGB", (1200, 800), (shade, 90, 140)).save(stored, "PNG")
    return {"name": f"rynek_{shade}.png", "mimeType": "image/png", "buffer": stored.getvalue()}


# --- What has to be there ---------------------------------------------------------------------


def change_the_polish(hand: Hand) -> None:
    page = hand.page
    hand.begin(f"practice_pages/?q={PRACTICE}")
    page.locator("main tbody a").first.click()
    page.wait_for_load_state("networkidle")
    page.fill("#id_lead", SENTENCE)
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()
    page.get_by_text(re.compile("starsza od polskiej")).first.wait_for()


def make_tags(hand: Hand, *names: str) -> None:
    for name in names:
        hand.begin("snippets/registers/tag/add/")
        hand.page.fill("#id_name", name)
        hand.page.fill("#id_slug", name.replace(" ", "-").replace("ń", "n"))
        hand.page.get_by_role("button", name="Zapisz").click()
        hand.page.get_by_text(name).first.wait_for()


# --- Tasks ------------------------------------------------------------------------------------


def confirm_a_practice(hand: Hand) -> None:
    hand.begin()
    hand.link(re.compile("Praktyki do ponownego potwierdzenia"))
    hand.click(hand.page.locator("main .review-link").first)
    hand.button("Potwierdzona dziś")


def bring_english_up_to_date(hand: Hand) -> None:
    change_the_polish(hand)
    hand.begin()
    hand.link(re.compile("Starsza od polskiej"))
    hand.link(re.compile("co się zmieniło"))
    hand.button("Otwórz wersję angielską")
    line = hand.page.locator("[data-desk-line]").filter(has_text=SENTENCE)
    hand.write(line.locator("textarea"), "In July two lines run every half hour.")
    hand.button("Opublikuj po angielsku")
    hand.page.get_by_text("Opublikowano po angielsku").wait_for()


def add_six_pictures(hand: Hand) -> None:
    page = hand.page
    hand.begin()
    hand.menu("Obrazy")
    hand.link("Dodaj obraz")
    hand.write(page.locator("#id_shared-author"), "Jan Przykładny")
    hand.choose(page.locator("#id_shared-licence"), index=2)
    hand.give([picture(40 * number) for number in range(1, 7)])
    forms = page.locator("#upload-list form")
    forms.nth(5).wait_for()
    for number in range(6):
        form = forms.nth(number)
        hand.write(form.locator("[name$=alt_pl]"), f"Rynek po remoncie, ujęcie {number}")
        hand.write(form.locator("[name$=alt_en]"), f"The square after its renewal, view {number}")
    hand.button("Zapisz wszystkie zdjęcia")
    forms.first.wait_for(state="detached")


def bring_over_an_article(hand: Hand) -> None:
    page = hand.page
    document = word.word(
        word.paragraph("Spacer po Gorzowie", "T"),
        word.paragraph("Dwadzieścia osób obejrzało ogrody deszczowe."),
        word.paragraph("Co zobaczyliśmy", "H2"),
        word.paragraph("Trzy ogrody."),
        picture=picture(15)["buffer"],
    )
    hand.begin()
    hand.menu("Aktualności")
    hand.button("Akcje", "header")
    hand.link("Przenieś stary artykuł")
    hand.give([{"name": "spacer.docx", "mimeType": "application/zip", "buffer": document}])
    hand.button("Odczytaj dokument")
    form = page.locator("main fieldset").last
    hand.write(form.locator("[name$=author]"), "Jan Przykładny")
    hand.write(form.locator("[name$=alt_pl]"), "Ogród deszczowy")
    hand.write(form.locator("[name$=alt_en]"), "A rain garden")
    hand.button("Utwórz szkic")
    page.locator("#id_title").wait_for()


def merge_two_tags(hand: Hand) -> None:
    make_tags(hand, TAG)
    hand.begin()
    hand.menu("Rejestry", "Porządki w słowach kluczowych")
    hand.link(re.compile(f"Połącz….*{TAG}"))
    hand.button("Połącz")
    hand.page.get_by_text(f"„{TAG}” włączono").wait_for()


def undo_the_merge(hand: Hand) -> None:
    hand.clicks = hand.fields = 0
    hand.link("Cofnij")
    hand.button("Cofnij")
    hand.page.get_by_text(f"Cofnięto: „{TAG}”").wait_for()


def give_five_tags_a_theme(hand: Hand) -> None:
    page = hand.page
    make_tags(hand, *WITHOUT_THEME)
    hand.begin()
    hand.link(re.compile("Słowa kluczowe bez tematu"))
    for name in WITHOUT_THEME:
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name=name, exact=True))
        hand.click(row.locator("[data-bulk-action-checkbox]"))
    hand.link(re.compile("Nadaj temat"))
    hand.choose(page.locator("main select"), index=3)
    hand.button("Nadaj")
    page.get_by_role("link", name="Cofnij").wait_for()


def import_with_a_misspelt_city(hand: Hand) -> None:
    page = hand.page
    hand.begin()
    hand.menu("Dobre praktyki")
    hand.button("Akcje", "header")
    hand.link("Import praktyk")
    hand.link("Nowy import")
    table = json.dumps(RECORD).encode()
    hand.give([{"name": "praktyki.jsonl", "mimeType": "application/json", "buffer": table}])
    hand.click(page.get_by_label("jako archiwalne"))
    hand.button("Wgraj i sprawdź")
    hand.choose(page.get_by_label("Zamiast „Zabzre”", exact=True), index=1)
    hand.button("Zapisz wybory i sprawdź ponownie")
    page.get_by_role("heading", name="Dokonane wybory").wait_for()
    hand.button("Importuj teraz")
    page.get_by_role("link", name=RECORD["title"]).wait_for()


def copy_a_digest(hand: Hand) -> None:
    hand.begin()
    hand.menu("Raporty", "Skrót okresu")
    hand.button("Kopiuj: HTML")


def see_who_reads_a_practice(hand: Hand) -> None:
    page = hand.page
    hand.begin()
    hand.menu("Dobre praktyki")
    hand.click(page.locator("main tbody a").first)
    hand.click(page.locator("[data-side-panel-toggle=status]"))
    page.get_by_role("heading", name="Czytelnictwo").wait_for()


TASKS: list[Callable[[Hand], None]] = [
    confirm_a_practice,
    bring_english_up_to_date,
    add_six_pictures,
    bring_over_an_article,
    merge_two_tags,
    undo_the_merge,
    give_five_tags_a_theme,
    import_with_a_misspelt_city,
    copy_a_digest,
    see_who_reads_a_practice,
]


def main() -> None:
    site = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000").rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="pl-PL")
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{site}/admin/login/")
        page.fill("input[name=username]", ACCOUNT[0])
        page.fill("input[name=password]", ACCOUNT[1])
        page.click("button[type=submit]")
        page.wait_for_url(f"{site}/admin/")
        hand = Hand(page, site)
        print(f"{'task':<36}{'clicks':>8}{'fields':>8}")
        for task in TASKS:
            task(hand)
            print(f"{task.__name__.replace('_', ' '):<36}{hand.clicks:>8}{hand.fields:>8}")
        browser.close()


if __name__ == "__main__":
    main()
