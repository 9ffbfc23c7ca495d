"""The board: what is to be translated, and the way to each desk."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from base import access, language_state
from base.models.records import Who
from base.translating import english_locale
from tests import factories, texts
from tests.admin.forms import text_of

BOARD = "/admin/translations/"


@pytest.fixture(scope="module")
def made(shared, commit):
    """A practice at each stage, two of them in networks of their own."""
    with commit():
        network = factories.translated_network(title="Klimat – MIASTO ZIELONE", short_name="Klimat")
        other = factories.network()
        untranslated = factories.practice(title="Bez tłumaczenia", networks=[network])
        abstract = factories.practice(title="Tylko streszczenie", networks=[other])
        factories.english(abstract, full=False)
        started = factories.practice(title="W trakcie", networks=[other])
        factories.english(started, publish=False)
        outdated = factories.practice(title="Starsza", networks=[other])
        translate_object(outdated, [english_locale()])
        texts.translate(outdated, word="English")
        texts.translation_of(outdated).save_target(publish=True)
        waiting = factories.practice(title="Maszynowa", networks=[other])
        translate_object(waiting, [english_locale()])
        texts.translate(waiting, {"lead": "Made by a machine."})
        factories.english(factories.practice(title="Gotowa", networks=[other]))
    with commit():
        outdated.challenge = "<p>Zupełnie inne wyzwanie niż dotąd.</p>"
        outdated.save_revision().publish()
    rows = StringTranslation.objects.filter(context__object_id=waiting.translation_key)
    rows.update(translation_type="machine")
    for _number in range(3):
        language_state.ask_for_english(abstract)
    return {"network": network, "untranslated": untranslated, "abstract": abstract,
            "started": started, "outdated": outdated, "waiting": waiting}  # fmt: skip


def listed(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [each.get_text(strip=True) for each in soup.select("table.listing td.title")]


def test_every_stage_is_counted_and_leads_to_its_pages(made, admin_client, db):
    response = admin_client.get(BOARD)

    soup = BeautifulSoup(response.content, "html.parser")
    row = next(
        row for row in soup.select(".board__numbers tbody tr") if "Dobre praktyki" in row.th.text
    )
    numbers = [int(cell.find(string=True)) for cell in row.select("td")]
    assert numbers == [1, 1, 1, 1, 1, 1]
    for cell, title in zip(row.select("td a"), [
        "Maszynowa", "Starsza", "W trakcie", "Bez tłumaczenia", "Tylko streszczenie"
    ], strict=True):  # fmt: skip
        assert listed(admin_client.get(cell["href"])) == [title]


def test_what_readers_ask_for_comes_first(made, admin_client, db):
    assert listed(admin_client.get(BOARD))[0] == "Tylko streszczenie"


def test_a_network_narrows_numbers_and_list(made, admin_client, db):
    response = admin_client.get(BOARD, {"network": made["network"].pk})

    assert "Bez tłumaczenia" in listed(response)
    assert "Tylko streszczenie" not in listed(response)
    soup = BeautifulSoup(response.content, "html.parser")
    row = next(
        row for row in soup.select(".board__numbers tbody tr") if "Dobre praktyki" in row.th.text
    )
    assert [int(cell.find(string=True)) for cell in row.select("td")] == [0, 0, 0, 1, 0, 0]


def test_one_click_makes_the_draft_and_opens_the_desk(made, admin_client, commit, db):
    page = made["untranslated"]

    with commit():
        response = admin_client.post(reverse("workbench_translate", args=[page.pk]), follow=True)

    assert "desk__form" in response.content.decode()
    assert "Bez tłumaczenia" in text_of(response)
    assert not type(page).objects.get(pk=page.pk).english.live


def test_one_click_takes_over_what_changed(made, admin_client, db):
    page = made["outdated"]
    said = text_of(admin_client.get(reverse("workbench_changes", args=[page.pk])))
    assert "Zupełnie inne wyzwanie" in said

    response = admin_client.post(reverse("workbench_translate", args=[page.pk]), follow=True)

    assert "Zupełnie inne wyzwanie niż dotąd." in text_of(response)


def test_english_written_as_a_page_goes_on_being_written_so(made, admin_client, commit, db):
    """It is in other parts than the Polish, and would be lost on the desk."""
    with commit():
        page = factories.practice(solution="<p>Jedno.</p><p>Drugie.</p>")
        english = factories.english(page, solution="<p>All in one.</p>")

    response = admin_client.post(reverse("workbench_translate", args=[page.pk]), follow=True)

    assert "pisano jako zwykłą stronę" in text_of(response)
    assert response.request["PATH_INFO"] == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert type(page).objects.get(pk=english.pk).solution == "<p>All in one.</p>"


def test_the_draft_is_not_made_by_following_a_link(made, admin_client, db):
    assert (
        admin_client.get(reverse("workbench_translate", args=[made["untranslated"].pk])).status_code
        == 405
    )


def test_a_translator_is_not_told_of_closed_pages(made, client, db):
    translator = factories.editor(made["started"].english.get_parent(), "change_page")
    factories.permit(translator, "wagtail_localize.submit_translation")
    client.force_login(translator)
    assert "Bez tłumaczenia" in listed(client.get(BOARD))
    access.set_audience(made["untranslated"], Who.MEMBERS)

    assert "Bez tłumaczenia" not in listed(client.get(BOARD))
    address = reverse("workbench_changes", args=[made["untranslated"].pk])
    assert client.get(address).status_code == 404


def test_the_title_leads_to_the_form_only_of_who_may_change_the_polish(
    made, admin_client, client, db
):
    translator = factories.editor(made["started"].english.get_parent(), "change_page")
    factories.permit(translator, "wagtail_localize.submit_translation")
    page = made["untranslated"]

    def led(asker):
        soup = BeautifulSoup(asker.get(BOARD).content, "html.parser")
        return soup.find("a", string=lambda text: text and text.strip() == page.title)["href"]

    assert led(admin_client) == reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.force_login(translator)
    assert client.get(led(client)).status_code == 200
    assert led(client) == page.url


def test_an_editor_without_the_right_to_translate_has_no_board(made, editor, client, db):
    client.force_login(editor)

    for address in (BOARD, reverse("workbench_changes", args=[made["started"].pk])):
        assert client.get(address).status_code in (302, 403)


def test_registers_without_english_are_counted_and_lead_to_their_forms(made, admin_client, db):
    tag = factories.tag(name="zieleń", name_en="")

    soup = BeautifulSoup(admin_client.get(BOARD).content, "html.parser")
    link = next(each for each in soup.select(".board__gaps a") if "Słowa kluczowe" in each.text)
    response = admin_client.get(link["href"])

    assert "zieleń" in text_of(response)
    form = reverse(type(tag).snippet_viewset.get_url_name("edit"), args=[tag.pk])
    assert form in response.content.decode()


def test_the_list_is_had_as_a_spreadsheet(made, admin_client, db):
    response = admin_client.get(BOARD, {"export": "csv"})

    said = b"".join(response.streaming_content).decode()
    assert "Tylko streszczenie,Dobra praktyka" in said
