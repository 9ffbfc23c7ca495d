"""Plain pages: text in blocks, pages below them, in the language of the address."""

from __future__ import annotations

from base import access
from base.models.records import Who
from tests import factories


def shown(client, page) -> str:
    return client.get(page.get_url()).content.decode()


def test_a_plain_page_shows_its_text_in_each_language(client, site_tree):
    page = factories.plain_page(
        title="Kontakt", body=[("heading", "Redakcja"), ("paragraph", "<p>Napisz do nas.</p>")]
    )
    english = factories.english(page, title="Contact", body=[("paragraph", "<p>Write to us.</p>")])
    assert "Napisz do nas." in shown(client, page)
    assert "Redakcja" in shown(client, page)
    assert "Write to us." in shown(client, english)
    assert "Napisz" not in shown(client, english)


def test_pages_below_are_listed_for_those_who_may_see_them(client, site_tree):
    above = factories.plain_page(title="O EMPIRIACH")
    factories.plain_page(title="Jak czytać karty", parent=above)
    closed = factories.plain_page(title="Dla członków", parent=above)
    access.set_audience(closed, Who.MEMBERS)
    page = shown(client, above)
    assert "Jak czytać karty" in page
    assert "Dla członków" not in page


def test_a_page_may_stay_out_of_the_footer(client, site_tree):
    factories.plain_page(title="W stopce")
    factories.plain_page(title="Poza stopką", in_footer=False)
    footer = client.get("/pl/aktualnosci/").content.decode().partition("<footer")[2]
    assert "W stopce" in footer
    assert "Poza stopką" not in footer
