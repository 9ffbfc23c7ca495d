"""Takes the pictures of docs/editors.md from a running site with its demo content.

    python docs/pictures/make.py [http://127.0.0.1:8000]

Needs Playwright and Chromium (the distribution's, else Playwright's own), and the demo accounts.
"""

import io
import sys
from pathlib import Path
from shutil import which
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
ACCOUNT = ("administrator@example.org", "empirie-administrator")
SIZE = {"width": 1280, "height": 860}


def first_link(page: Page, address: str, part: str) -> str:
    """The first address on a page that holds a part, for pages whose numbers differ."""
    page.goto(address)
    found: Any = page.eval_on_selector_all(
        "a[href]", "(links, part) => links.map(a => a.href).find(href => href.includes(part))", part
    )
    return found


def keep(page: Page, name: str) -> None:
    page.wait_for_timeout(900)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.save(HERE / f"{name}.webp", quality=82, method=6)
    print(f"{name}.webp")


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/login/")
    page.fill("input[name=username]", ACCOUNT[0])
    page.fill("input[name=password]", ACCOUNT[1])
    page.click("button[type=submit]")
    page.wait_for_url(f"{site}/admin/")


def take_all(page: Page, site: str) -> None:
    sign_in(page, site)
    keep(page, "editors-first-page")
    practice = first_link(page, f"{site}/admin/practice_pages/", "/edit/")
    keep(page, "editors-practices")
    page.goto(f"{practice}#tab-facts")
    page.wait_for_timeout(1200)
    cities = page.locator("#id_partner_cities")
    cities.scroll_into_view_if_needed()
    cities.fill("wielkopolski")
    keep(page, "editors-city")
    page.goto(practice.replace("/pages/", "/practices/").replace("/edit/", "/state/"))
    keep(page, "editors-state")
    page.goto(practice.replace("/edit/", "/audience/"))
    keep(page, "editors-audience")


def main() -> None:
    site = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000").rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, locale="pl-PL")
        take_all(page, site)
        browser.close()


if __name__ == "__main__":
    main()
