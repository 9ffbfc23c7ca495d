"""The translator's desk: what it shows, what it saves, and when it lets go."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from base import access
from base.models.records import Who
from base.translating import english_locale
from tests import factories, texts
from tests.admin.forms import text_of, values_of
from workbench.models import Term
from workbench.translation.segments import changes

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def fresh(page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture(scope="module")
def a_practice(shared, commit):
    practice = factories.practice(title="Budżety obywatelskie inaczej", unit="Wydział Dialogu")
    with commit():
        translate_object(practice, [english_locale()])
        texts.translate(practice, word="English")
    return practice


@pytest.fixture
def practice(a_practice, db):
    return fresh(a_practice)


def desk_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.english.pk])


def shown(client, page):
    return client.get(desk_of(page))


def key_of(client, page, path: str) -> str:
    """The key of the first text at a path, as the form has it."""
    source = texts.source_of(page)
    return str(source.stringsegment_set.filter(context__path=path).order_by("order").first().pk)


def send(client, page, data: dict, **changes):
    return client.post(desk_of(page), {**data, **changes}, follow=True)


def english_of(page, path: str) -> StringTranslation | None:
    return StringTranslation.objects.filter(
        context__object_id=page.translation_key, context__path=path
    ).first()


def make_machine_made(page, path: str) -> None:
    StringTranslation.objects.filter(pk=english_of(page, path).pk).update(
        translation_type=MACHINE, tool_name="DeepL"
    )


def test_polish_stands_beside_english_and_facts_are_locked(practice, admin_client):
    soup = BeautifulSoup(shown(admin_client, practice).content, "html.parser")

    line = soup.select_one(f"#text-{key_of(admin_client, practice, 'title')}")
    assert line.select_one("[lang=pl]").text == "Budżety obywatelskie inaczej"
    assert line.select_one("textarea[lang=en]").text.strip().startswith("English")
    facts = soup.select_one(".desk__facts")
    assert practice.city.label in facts.text
    assert not facts.select("input, textarea, select")


def test_what_is_typed_is_saved_and_not_published(practice, admin_client):
    data = values_of(shown(admin_client, practice), ".desk__form")
    key = key_of(admin_client, practice, "lead")

    send(admin_client, practice, data, **{f"text-{key}": "Said anew."})

    translation = english_of(practice, "lead")
    assert translation.data == "Said anew."
    assert translation.last_translated_by is not None
    assert practice.english.live is False


def test_a_text_that_is_emptied_is_no_longer_translated(practice, admin_client):
    data = values_of(shown(admin_client, practice), ".desk__form")

    send(admin_client, practice, data, **{f"text-{key_of(admin_client, practice, 'lead')}": ""})

    assert english_of(practice, "lead") is None


def test_a_script_saves_one_text_and_is_told_its_state(practice, admin_client):
    key = key_of(admin_client, practice, "lead")
    data = values_of(shown(admin_client, practice), ".desk__form")

    answer = admin_client.post(
        desk_of(practice),
        {f"text-{key}": "Said anew.", f"seen-{key}": data[f"seen-{key}"][0]},
        headers={"accept": "application/json"},
    )

    assert answer.status_code == 200
    assert list(answer.json()["texts"]) == [key]
    assert english_of(practice, "lead").data == "Said anew."
    assert english_of(practice, "title") is not None


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(practice, admin_client):
    data = values_of(shown(admin_client, practice), ".desk__form")
    key = key_of(admin_client, practice, "lead")
    texts.translate(practice, {"lead": "Theirs."})

    response = send(admin_client, practice, data, **{f"text-{key}": "Mine."})

    assert english_of(practice, "lead").data == "Theirs."
    line = BeautifulSoup(response.content, "html.parser").select_one(f"#text-{key}")
    assert line.textarea.text.strip() == "Mine."
    assert "Theirs." in line.text
    again = values_of(response, ".desk__form")
    send(admin_client, practice, again)
    assert english_of(practice, "lead").data == "Mine."


def test_machine_made_text_is_marked_and_not_published_before_it_is_confirmed(
    practice, admin_client, commit
):
    make_machine_made(practice, "lead")
    response = shown(admin_client, practice)
    assert "DeepL" in text_of(response)
    data = values_of(response, ".desk__form")

    refused = send(admin_client, practice, data, action="publish")

    assert "1 tekst przetłumaczony maszynowo czeka" in text_of(refused)
    assert fresh(practice.english).live is False
    key = key_of(admin_client, practice, "lead")
    with commit():
        send(admin_client, practice, data, action="publish", **{f"confirm-{key}": "on"})
    assert fresh(practice.english).live
    assert english_of(practice, "lead").translation_type != MACHINE


def test_no_page_says_what_a_machine_made_and_nobody_confirmed(practice, commit):
    make_machine_made(practice, "challenge")

    with commit():
        texts.translation_of(practice).save_target(publish=True)

    english = fresh(practice.english)
    assert english.live
    assert english.challenge == ""
    assert english.solution


def test_a_rewritten_sentence_brings_its_former_english(practice, admin_client, commit):
    texts.translate(practice, {"lead": "One sentence that says it."})
    before = practice.lead
    practice.lead = before.replace("zdani", "akapici") + " I jeszcze coś."
    with commit():
        practice.save_revision().publish()

    texts.source_of(practice).update_from_db()
    response = shown(admin_client, practice)

    line = BeautifulSoup(response.content, "html.parser").select_one(
        f"#text-{key_of(admin_client, practice, 'lead')}"
    )
    assert line.textarea.text.strip() == ""
    assert line.select_one(".desk__before ins").text.strip()
    assert "One sentence that says it." in line.select_one(".desk__suggestions").text
    [change] = changes(fresh(practice))
    assert change.before == before


def test_terms_are_shown_where_they_occur_and_publishing_warns_once(practice, admin_client, commit):
    Term.objects.create(
        polish="budżet obywatelski", english="participatory budget", avoided=["civic budget"]
    )
    texts.translate(practice, {"title": "Civic budgets done otherwise"})
    response = shown(admin_client, practice)
    line = BeautifulSoup(response.content, "html.parser").select_one(
        f"#text-{key_of(admin_client, practice, 'title')}"
    )
    assert "participatory budget" in line.select_one(".desk__terms").text
    data = values_of(response, ".desk__form")

    warned = send(admin_client, practice, data, action="publish")

    assert "civic budget" in BeautifulSoup(warned.content, "html.parser").select_one(
        ".desk__findings").text  # fmt: skip
    assert fresh(practice.english).live is False
    with commit():
        send(admin_client, practice, data, action="publish-anyway")
    assert fresh(practice.english).live


def test_nobody_without_the_right_reaches_the_desk_or_its_files(practice, editor, client):
    """An editor of the Polish pages has no right to the English ones."""
    client.force_login(editor)
    translation = texts.translation_of(practice)

    assert client.get(desk_of(practice)).status_code == 302
    for name in ("workbench_download_po", "workbench_upload_po", "workbench_translate_by_machine"):
        address = reverse(name, args=[translation.pk])
        method = client.get if "download" in name else client.post
        assert method(address).status_code in (302, 403)


def test_who_may_not_publish_hands_the_english_to_a_moderator(practice, client):
    translator = factories.editor(practice.english.get_parent(), "change_page")
    client.force_login(translator)
    data = values_of(client.get(desk_of(practice)), ".desk__form")

    client.post(desk_of(practice), {**data, "action": "publish"})
    assert fresh(practice.english).live is False
    client.post(desk_of(practice), {**data, "action": "submit"})

    assert fresh(practice.english).current_workflow_state is not None


def test_publishing_polish_says_once_what_became_outdated(practice, admin_client, commit):
    from tests.admin.forms import edit_page

    with commit():
        texts.translation_of(practice).save_target(publish=True)

    with commit():
        response = edit_page(admin_client, practice, "action-publish", lead="Inna zajawka.")
    said = text_of(admin_client.get(response.url, follow=True))
    assert "starsza od polskiej: 1 tekst do przetłumaczenia" in said

    with commit():
        response = edit_page(admin_client, practice, "action-publish")
    assert "starsza od polskiej" not in text_of(admin_client.get(response.url, follow=True))


def test_closed_pages_are_not_sent_to_a_machine(practice, admin_client, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "workbench.translation.machine.LibreTranslate",
        "OPTIONS": {"LIBRETRANSLATE_URL": "http://127.0.0.1:9", "API_KEY": ""},
    }
    english_of(practice, "lead").delete()
    address = reverse("workbench_translate_by_machine", args=[texts.translation_of(practice).pk])
    assert address in shown(admin_client, practice).content.decode()
    access.set_audience(practice, Who.MEMBERS)

    assert address not in shown(admin_client, practice).content.decode()
    said = text_of(admin_client.post(address, follow=True))
    assert "tylko dla stron, które widzą wszyscy" in said
    assert english_of(practice, "lead") is None


def test_a_page_of_more_texts_takes_no_more_queries(site_tree, admin_client, commit):
    def queries(texts_of_it: int) -> int:
        said = [("paragraph", f"<p>Akapit {texts_of_it} {n}.</p>") for n in range(texts_of_it)]
        article = factories.article(body=said)
        with commit():
            translate_object(article, [english_locale()])
            texts.translate(article, word="English")
        address = desk_of(fresh(article))
        admin_client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert admin_client.get(address).status_code == 200
        return len(asked)

    short = queries(3)
    assert queries(9) == short <= 70


def test_why_a_text_was_not_accepted_is_told_to_whoever_translates_next(
    practice, administrator, client
):
    texts.translate(practice, {"title": "Participatory budgets", "unit": "x" * 201})
    with pytest.raises(ValidationError):
        texts.source_of(practice).create_or_update_translation(english_locale())
    UserProfile.objects.create(user=administrator, preferred_language="en")
    client.force_login(administrator)

    said = text_of(shown(client, practice))

    assert "Ensure this value has at most 200 characters (it has 201)." in said
