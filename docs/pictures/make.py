"""Takes the pictures of README.md and docs/editors.md from a running site with its demo content.

    python docs/pictures/make.py [http://127.0.0.1:8000]

Needs Playwright and Chromium (the distribution's, else Playwright's own), and the demo accounts.
The draft it writes to show what publishing demands is deleted again.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from shutil import which
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
ACCOUNT = ("moderator@example.org", "empirie-moderator")
SIZE = {"width": 1280, "height": 860}
PRINTED = (1120, 752)
# The practice of README.md and of most pictures: complete, with an English abstract.
PRACTICE = "augustow-letni-rozklad"
DRAFT = "Ogród deszczowy przy szkole"
IMPORTED = """\
{"external_id": "a1", "title": "Ogrody deszczowe", "city": "Zabzre", "tags": ["retencja"], \
"summary": "Woda zostaje w mieście zamiast w kanale.", "year": 2022}
{"external_id": "a2", "title": "Cień przy przystankach", "city": "Cieszyn", "tags": ["zieleń"], \
"summary": "Drzewa w miejscach, w których ludzie czekają.", "year": 2023}
"""


def keep(page: Page, name: str, wait: int = 900, size: tuple[int, int] = PRINTED) -> None:
    page.wait_for_timeout(wait)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").resize(size)
    picture.save(HERE / f"{name}.webp", quality=78, method=6)
    print(f"{name}.webp", (HERE / f"{name}.webp").stat().st_size // 1024, "kB")


def address_on(page: Page, address: str, part: str, beside: str = "", must: bool = True) -> Any:
    """The first address on a page that holds a part, in a row that names ``beside``."""
    page.goto(address)
    found: Any = page.evaluate(
        """([part, beside]) => [...document.querySelectorAll("a[href]")]
             .filter(a => !beside || a.closest("tr")?.textContent.includes(beside))
             .map(a => a.href).find(href => href.includes(part))""",
        [part, beside],
    )
    if must and not found:
        sys.exit(f"{address}: no link with {part} {beside}")
    return found


def take_public(page: Page, site: str) -> None:
    """Taller than a screen and smaller than life: they stand side by side in README.md."""
    page.set_viewport_size({"width": 1280, "height": 1500})
    page.goto(f"{site}/pl/")
    keep(page, "home", size=(960, 1125))
    page.goto(f"{site}/pl/dobre-praktyki/{PRACTICE}/")
    keep(page, "practice", size=(960, 1125))
    page.set_viewport_size(SIZE)


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/login/")
    page.fill("input[name=username]", ACCOUNT[0])
    page.fill("input[name=password]", ACCOUNT[1])
    page.click("button[type=submit]")
    page.wait_for_url(f"{site}/admin/")


def take_admin(page: Page, site: str) -> None:
    keep(page, "editors-first-page")
    page.goto(f"{site}/admin/practice_pages/")
    page.click(
        "button[aria-label='Filtry'], .w-filter-button, [data-controller=w-drilldown] button"
    )
    keep(page, "editors-practices")
    practice = address_on(page, f"{site}/admin/practice_pages/?q=rozklad", "/edit/", "rozkład")
    page.goto(f"{practice}#tab-fakty")
    page.wait_for_timeout(1200)
    cities = page.locator("#id_partner_cities")
    cities.scroll_into_view_if_needed()
    cities.fill("elblag")
    keep(page, "editors-city")
    page.goto(practice)
    page.click("[data-side-panel-toggle=preview]")
    keep(page, "editors-preview", wait=6000)
    page.click("[data-side-panel-toggle=preview]")
    page.goto(practice.replace("/pages/", "/practices/").replace("/edit/", "/state/"))
    keep(page, "editors-state")
    page.goto(practice.replace("/edit/", "/audience/"))
    keep(page, "editors-audience")


def take_blocks(page: Page, site: str) -> None:
    page.goto(address_on(page, f"{site}/admin/news_pages/", "/edit/"))
    page.wait_for_timeout(1500)
    page.locator("button.c-sf-add-button").nth(1).click()
    page.wait_for_timeout(500)
    page.locator(".w-combobox__option-row", has_text="Ramka").locator("button").click()
    keep(page, "editors-blocks", wait=2500)


def take_translation(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/translations/")
    keep(page, "editors-board")
    page.locator("main tbody tr", has_text="lamp").get_by_role("link", name="Tłumacz dalej").click()
    page.wait_for_load_state("networkidle")
    page.mouse.move(640, 500)
    page.mouse.wheel(0, 280)
    keep(page, "editors-translation")


def take_tags(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/tags/tidy/")
    keep(page, "editors-tags")


def take_pictures(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/images/multiple/add/")
    page.get_by_role("textbox", name="Autor").fill("Jan Przykładny")
    pictures = [io.BytesIO(), io.BytesIO()]
    for colour, picture in zip(("#3f6fa8", "#c98a1b"), pictures, strict=True):
        Image.new("RGB", (1200, 800), colour).save(picture, "PNG")
    page.set_input_files(
        "#fileupload",
        [
            {"name": f"{name}.png", "mimeType": "image/png", "buffer": picture.getvalue()}
            for name, picture in zip(("rynek_po_remoncie", "ratusz"), pictures, strict=True)
        ],
    )
    forms = page.locator("#upload-list form")
    forms.nth(1).wait_for()
    page.mouse.move(640, 500)
    page.mouse.wheel(0, 360)
    keep(page, "editors-pictures")
    # Nothing of it stays.
    for remove in reversed(page.locator("#upload-list .delete").all()):
        remove.click()
    forms.first.wait_for(state="detached")


def take_import(page: Page, site: str) -> None:
    """A file with a misspelt city, checked; nothing is imported."""
    page.goto(f"{site}/admin/practice_imports/new/")
    page.set_input_files(
        "input[type=file]",
        {"name": "praktyki.jsonl", "mimeType": "application/json", "buffer": IMPORTED.encode()},
    )
    page.get_by_label("jako archiwalne").check()
    page.get_by_role("button", name="Wgraj i sprawdź").click()
    page.get_by_role("heading", name="Do przejrzenia").wait_for()
    keep(page, "editors-import")


def take_refusal(page: Page, site: str) -> None:
    """What publishing says of a draft with a title only; the draft does not stay."""
    page.goto(f"{site}/admin/practice_pages/")
    page.click("text=Dodaj: dobra praktyka")
    # Key by key, as the address follows.
    page.locator("#id_title").press_sequentially(DRAFT)
    # A draft saves itself; pressing a button in the midst of that would make it twice.
    page.wait_for_timeout(4000)
    page.click("footer .w-dropdown button")
    page.click("button[name=action-publish]")
    page.wait_for_timeout(2500)
    page.click("a[href='#tab-fakty']")
    keep(page, "editors-refusal")
    # The form may have saved itself meanwhile, or not.
    draft = address_on(page, f"{site}/admin/practice_pages/?q={DRAFT}", "/edit/", DRAFT, must=False)
    if draft:
        page.goto(draft.replace("/edit/", "/delete/"))
        page.click("main form button, main form input[type=submit]")


def main() -> None:
    site = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000").rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, locale="pl-PL")
        page.on("dialog", lambda dialog: dialog.accept())
        take_public(page, site)
        sign_in(page, site)
        take_admin(page, site)
        take_blocks(page, site)
        take_translation(page, site)
        take_tags(page, site)
        take_pictures(page, site)
        take_import(page, site)
        take_refusal(page, site)
        browser.close()


if __name__ == "__main__":
    main()
