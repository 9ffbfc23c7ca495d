"""What somebody does with the widgets of a page's form, by the words that stand on them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect


def open_menu(page: Any) -> None:
    """What else can be done with the page: the menu beside its title."""
    # Wagtail 7.4 names it in English only.
    page.get_by_role("navigation", name="Actions").get_by_role("button").first.click()


def open_tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def part(page: Any, heading: str) -> Locator:
    """The part of the form under a heading."""
    return page.get_by_role("region", name=heading, exact=True)


def write(page: Any, heading: str, words: str) -> None:
    """Type into the rich text under a heading."""
    area = part(page, heading).get_by_role("textbox")
    area.click()
    area.press_sequentially(words)


def pick(page: Any, label: str, typed: str, option: str) -> None:
    """Find one of many by a part of its name, and take it."""
    page.get_by_role("combobox", name=label).fill(typed)
    page.get_by_role("option", name=option).click()
    expect(page.get_by_role("button", name=f"Usuń: {option}")).to_be_visible()


def choose(page: Any, button: str, typed: str, name: str, *, within: Any = None) -> None:
    """Choose a record in the window that a button opens."""
    (within or page).get_by_role("button", name=button).click()
    window = page.get_by_role("dialog")
    expect(window.get_by_role("textbox").first).to_be_focused()
    page.keyboard.type(typed)
    window.get_by_role("link", name=name).click()
    expect(window).to_be_hidden()
    page.wait_for_function("document.activeElement !== document.body")


def add_row(page: Any, heading: str, button: str) -> Locator:
    """Add a row to those under a heading."""
    rows = part(page, heading)
    rows.get_by_role("button", name=button).click()
    return rows.locator("[data-inline-panel-child]").last


def press(page: Any, button: str) -> None:
    """Press one of the buttons at the foot of the form, and wait for the answer."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def upload_cover(page: Any, picture: Any, **fields: str) -> None:
    """Add a new picture as the cover; ``fields`` by the beginning of their label."""
    part(page, "Zdjęcie okładkowe").get_by_role("button", name="Wybierz obraz").click()
    window = page.get_by_role("dialog")
    window.get_by_role("tab", name="Prześlij").click()
    window.get_by_label("Plik").set_input_files(picture)
    # Wagtail proposes the name of the file as the title a moment later.
    expect(window.get_by_label("Tytuł")).not_to_have_value("")
    for label, words in fields.items():
        window.get_by_label(label).fill(words)
    window.get_by_role("button", name="Prześlij").click()
    expect(window).to_be_hidden()
