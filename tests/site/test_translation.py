"""Translating never puts Polish at an English address, and never loses English."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object, translate_page_subtree
from wagtail_localize.segments.extract import extract_segments

from base.blocks import text_blocks
from base.language_state import english_address, texts_of
from base.models import LanguageState
from base.refusals import PublicationRefused, Refusal
from base.rows import rows
from base.text import plain
from base.translating import write_english
from base.untranslated import UNTRANSLATED_TITLE
from home.models import HomePage, PlainPage
from networks.models import NetworkPage, ProgrammePage
from news.models import NewsIndexPage, NewsPage
from practices.models import PracticePage, Step
from tests import factories, texts
from tests.markup import has_template, without_polish

# Words that no template says; Polish texts hold them and nothing else does.
CANARY = "zażółćkanarek"
ENGLISH_CANARY = "canarysong"
BLOCKS = [*text_blocks(), ("record", NewsPage.body.field.stream_block.child_blocks["record"])]


def english_locale() -> Locale:
    return Locale.objects.get(language_code="en")


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def submit(client, page: Page, **data):
    """Press *Translate* on a page in the admin."""
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english_locale().pk], **data})


def press_publish(client, english: Page):
    """Press *Publish* in the side-by-side editor."""
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[english.pk]), {"action": "publish"}, follow=True
    )


# --- Blocks -----------------------------------------------------------------------------


@pytest.mark.parametrize("is_filled", [True, False], ids=["filled", "empty"])
@pytest.mark.parametrize(("kind", "block"), BLOCKS, ids=[kind for kind, _block in BLOCKS])
def test_every_block_survives_translation(site_tree, kind, block, is_filled):
    practice = factories.index(HomePage)
    value = texts.filled(block, CANARY, practice) if is_filled else texts.empty(block)
    article = factories.article(body=[(kind, value), ("heading", f"{CANARY} koniec")])

    translate_object(fresh(article), [english_locale()])

    draft = article.english.get_latest_revision_as_object()
    assert [child.block_type for child in draft.body] == [kind, "heading"]
    assert CANARY not in str(draft.serializable_data())
    texts.translate(article, word=ENGLISH_CANARY)
    texts.translation_of(article).save_target(publish=True)
    english = fresh(article.english)
    assert english.live
    assert CANARY not in str(english.serializable_data())
    words = [string for string in strings_of(article) if string]
    assert len(strings_of(english)) == len(words)
    assert all(ENGLISH_CANARY in string for string in strings_of(english))


def strings_of(page) -> list[str]:
    return [segment.string.data for segment in extract_segments(page) if hasattr(segment, "string")]


# --- Pressing Translate on everything ----------------------------------------------------


@pytest.fixture(scope="module")
def whole_site(shared, commit):
    """A live page of every type, at every depth, full of Polish, and *Translate* pressed on it."""
    pages = {}
    with commit():
        pages[ProgrammePage] = factories.programme()
        network = factories.network(parent=pages[ProgrammePage])
        pages[NetworkPage] = network
        for model in factories.PAGE_TYPES:
            if model not in pages:
                below = {"parent": network} if model.parent_page_types == [
                    "networks.NetworkPage"
                ] else {}  # fmt: skip
                make = factories.PAGE_FACTORIES.get(model)
                pages[model] = make(**below) if make else factories.index(model)
        for model, page in pages.items():
            texts.fill(page := fresh(page), f"{CANARY}{model.__name__}")
            page.save_revision().publish()
    home = fresh(pages[HomePage])
    # The frame has English pages of its own, written as pages; they go first, then all below.
    with commit():
        translate_object(home, [english_locale()])
        translate_page_subtree(home.pk, [english_locale()], None, None)
    return {model: fresh(page) for model, page in pages.items()}


TYPES = [model for model in factories.PAGE_TYPES if has_template(model)]


@pytest.mark.parametrize("model", TYPES, ids=[model.__name__ for model in TYPES])
def test_every_text_of_every_type_is_on_the_translators_desk(whole_site, admin_client, db, model):
    page = whole_site[model]
    # The frame's English was written as pages, which have no desk until it is asked for.
    source, _changed = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.update_or_create(
        source=source, target_locale=english_locale(), defaults={"enabled": True}
    )

    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.english.pk]))

    shown = {plain(str(line)) for line in desk_lines(response.content)}
    assert {plain(text) for _path, text in texts_of(page)} <= shown


def desk_lines(html: bytes) -> list:
    return BeautifulSoup(html, "html.parser").select(".desk__polish > p[lang=pl]")


@pytest.mark.parametrize("model", TYPES, ids=[model.__name__ for model in TYPES])
def test_translate_puts_no_polish_at_an_english_address(whole_site, client, db, model):
    page = whole_site[model]
    english = page.english
    above = page.get_parent().specific
    addresses = {english_address(page), english.url_path}
    if hasattr(above, "english"):
        addresses |= {f"{english_address(above)}{page.slug}/", english_address(above)}

    for address in filter(None, addresses):
        response = client.get(address, follow=True)

        assert response.status_code in (200, 404), address
        assert response.request["PATH_INFO"].startswith("/en/"), address
        said = without_titles(response.content)
        assert CANARY not in said
        assert UNTRANSLATED_TITLE not in response.content.decode()


def without_titles(html: bytes) -> str:
    """What is said in English: the <title> of a state page cannot mark the Polish title in it."""
    said = without_polish(html)
    start, end = said.find("<title"), said.find("</title>")
    return said[:start] + said[end:]


@pytest.mark.parametrize(
    "address",
    [
        "/en/search/?q=powtórzyć",
        "/en/good-practices/?q=powtórzyć",
        "/en/news/feed.xml",
        "/en/good-practices/feed.xml",
        "/en/meetings/calendar.ics",
        "/sitemap.xml",
    ],
)
def test_lists_and_files_quote_no_polish_as_english(whole_site, client, db, address):
    response = client.get(address)

    assert response.status_code == 200
    said = response.content.decode()
    if "?q=" in address:
        said = without_polish(said)
    # A calendar marks the language of a line as a page does of an element.
    said = "".join(line for line in said.splitlines() if not line.startswith("SUMMARY;LANGUAGE=pl"))
    assert CANARY not in said
    assert UNTRANSLATED_TITLE not in said


def test_translate_publishes_nothing(whole_site, db):
    drafts = [whole_site[model].english for model in factories.PAGE_FACTORIES]

    assert all(not draft.live for draft in drafts)
    assert all(draft.title == UNTRANSLATED_TITLE for draft in drafts)


def test_translate_leaves_no_polish_in_rows_or_history(whole_site, db):
    for page in whole_site.values():
        english = page.english
        contents = [english.serializable_data(), *[r.content for r in english.revisions.all()]]
        for content in contents:
            polish = {name: value for name, value in content.items() if CANARY in str(value)}
            assert polish == {}, type(page).__name__


def test_english_written_as_pages_outlives_translate(whole_site, db):
    news = whole_site[NewsIndexPage].english

    assert news.live
    assert news.title == "News"
    assert news.get_latest_revision_as_object().title == "News"


# --- Where Translate is refused ------------------------------------------------------------


def test_the_button_makes_a_draft_without_words(site_tree, admin_client, commit):
    article = factories.article(title=f"{CANARY} tytuł")

    with commit():
        response = submit(admin_client, article)

    assert response.status_code == 302
    assert article.english.live is False
    assert article.english.title == UNTRANSLATED_TITLE
    assert article.state_of_english.state == LanguageState.State.POLISH_ONLY


def test_a_page_whose_parent_has_no_english_is_refused_with_a_message(site_tree, admin_client):
    meeting = factories.meeting()

    response = submit(admin_client, meeting)

    shown = admin_client.get(response.url, follow=True).content.decode()
    assert meeting.get_parent().title in shown
    assert meeting.english is None


def test_a_subtree_is_translated_from_the_top(site_tree, admin_client, commit):
    meeting = factories.meeting()
    programme = meeting.get_ancestors().type(ProgrammePage).first().specific

    with commit():
        submit(admin_client, programme, include_subtree="on")

    english = fresh(meeting).english
    assert english.get_parent().translation_key == meeting.get_parent().translation_key
    assert english.live is False


def test_an_alias_has_no_english_of_its_own(site_tree):
    article = factories.article()
    alias = article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")

    with pytest.raises(Refusal), transaction.atomic():
        translate_object(alias, [english_locale()])


def test_an_english_page_does_not_become_an_alias_of_the_polish(site_tree, admin_client):
    article = factories.article(title=f"{CANARY} tytuł")
    english = factories.english(article)
    address = reverse("wagtail_localize:convert_to_alias", args=[english.pk])

    admin_client.post(address)

    assert fresh(english).alias_of is None
    assert CANARY not in fresh(english).title


def test_the_admin_does_not_offer_that_alias(site_tree, admin_client):
    english = factories.english(factories.article())
    Translation.objects.update(enabled=False)

    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))

    assert response.status_code == 200
    assert "localize-convert-to-alias" not in response.content.decode()


# --- The side-by-side editor ---------------------------------------------------------------


@pytest.fixture(scope="module")
def a_submitted_practice(shared, commit):
    practice = factories.practice()
    with commit():
        translate_object(practice, [english_locale()])
    return practice


@pytest.fixture
def submitted(a_submitted_practice, db):
    """A practice that has been submitted for translation, and its English draft."""
    practice = fresh(a_submitted_practice)
    return practice, practice.english


@pytest.mark.parametrize("left_out", ["title", "lead", "summary"])
def test_publishing_is_refused_while_a_text_is_missing(submitted, admin_client, left_out):
    practice, english = submitted
    given = {"title": "Rain stays", "lead": "In one sentence.", "summary": "What came of it."}
    texts.translate(practice, {name: text for name, text in given.items() if name != left_out})

    response = press_publish(admin_client, english)

    label = str(practice.label_of(left_out))
    assert label in response.content.decode()
    assert fresh(english).live is False


def test_an_abstract_is_published_with_title_lead_and_summary(submitted, admin_client, commit):
    practice, english = submitted
    texts.translate(
        practice, {"title": "Rain stays", "lead": "In one sentence.", "summary": "What came of it."}
    )

    with commit():
        response = press_publish(admin_client, english)

    assert response.status_code == 200
    published = fresh(english)
    assert published.live
    assert published.slug == "rain-stays"
    assert published.challenge == ""
    assert practice.state_of_english.state == LanguageState.State.ABSTRACT


def test_a_full_translation_is_published_in_full(submitted, admin_client, commit):
    practice, english = submitted
    texts.translate(practice, word="English")

    with commit():
        press_publish(admin_client, english)

    published = fresh(english)
    assert published.live
    assert [row.text.what.split()[0] for row in rows(published, "steps")] == ["English"] * 3
    assert fresh(practice).state_of_english.state == LanguageState.State.FULL


@pytest.mark.parametrize(
    ("path", "length"),
    [("title", 101), ("title", 300), ("lead", 201), ("lead", 400), ("unit", 201), ("steps", 201)],
)
def test_a_translation_that_is_too_long_is_an_error_message(submitted, admin_client, path, length):
    practice, english = submitted
    step = practice.steps.first()
    if path == "steps":
        step.unit = "Wydział"
        step.save()
        texts.source_of(practice).update_from_db()
        path = f"steps.{step.translation_key}.unit"
    texts.translate(practice, word="Words")
    texts.translate(practice, {path: "x" * length})

    response = press_publish(admin_client, english)

    assert response.status_code == 200
    assert fresh(english).live is False


def test_a_text_beside_the_short_column_may_be_long(submitted, admin_client):
    practice, english = submitted
    texts.translate(practice, word="Words")
    texts.translate(practice, {"summary": "word " * 2_000})

    press_publish(admin_client, english)

    assert fresh(english).live


def test_an_english_address_is_not_one_that_another_item_answers_at(submitted, admin_client):
    practice, english = submitted
    factories.practice(title="Rain stays")
    texts.translate(practice, {"title": "Rain stays", "lead": "One.", "summary": "Two."})

    press_publish(admin_client, english)

    assert fresh(english).slug == "rain-stays-2"


# --- A live English page -------------------------------------------------------------------


@pytest.fixture(scope="module")
def a_translated_practice(shared, commit):
    practice = factories.practice()
    with commit():
        translate_object(practice, [english_locale()])
        texts.translate(practice, word=ENGLISH_CANARY)
        texts.translation_of(practice).save_target(publish=True)
    return practice


@pytest.fixture
def translated(a_translated_practice, db):
    """A practice whose English was published in full, out of the side-by-side editor."""
    practice = fresh(a_translated_practice)
    return practice, practice.english


def change_polish(practice, commit, **fields):
    for name, value in fields.items():
        setattr(practice, name, value)
    with commit():
        practice.save_revision().publish()
    return fresh(practice)


def test_new_polish_leaves_the_live_english_alone(translated, admin_client, commit):
    practice, english = translated
    title, solution = english.title, english.solution
    practice = change_polish(
        practice, commit, title=f"{CANARY} nowy", solution=f"<p>{CANARY} inaczej</p>"
    )

    admin_client.post(
        reverse("wagtail_localize:update_translations", args=[texts.source_of(practice).pk])
    )
    texts.translation_of(practice).save_target(publish=False)

    live = fresh(english)
    assert (live.title, live.solution) == (title, solution)
    assert live.live
    assert practice.state_of_english.outdated
    draft = live.get_latest_revision_as_object()
    assert draft.title == UNTRANSLATED_TITLE
    assert CANARY not in str(draft.serializable_data())


def test_updating_translations_at_once_is_refused_without_the_new_title(
    translated, admin_client, commit
):
    practice, english = translated
    practice = change_polish(practice, commit, title=f"{CANARY} nowy")
    address = reverse("wagtail_localize:update_translations", args=[texts.source_of(practice).pk])

    response = admin_client.post(address, {"publish_translations": "on"}, follow=True)

    assert str(practice.label_of("title")) in response.content.decode()
    assert fresh(english).title == english.title


def test_a_new_row_is_not_yet_translated(translated, commit):
    practice, english = translated
    practice.steps.add(Step(what=f"{CANARY} krok", duration_months=9))
    practice = change_polish(practice, commit)

    last = rows(fresh(english), "steps")[-1]

    assert last.fact.duration_months == 9
    assert last.text is None
    source = texts.source_of(practice)
    source.update_from_db()
    texts.translation_of(practice).save_target(publish=True)
    assert rows(fresh(english), "steps")[-1].text is None


def test_a_row_taken_off_the_original_is_gone_in_english(translated, commit):
    practice, english = translated
    practice.steps.remove(practice.steps.first())
    practice.steps.add(Step(what="Krok ostatni"))
    change_polish(practice, commit)

    shown = [row.text.what for row in rows(fresh(english), "steps") if row.text]

    assert len(shown) == 2


def test_translating_again_loses_no_english_written_as_a_page(site_tree, commit):
    practice = factories.practice()
    english = factories.english(practice)
    Translation.objects.filter(source__object_id=practice.translation_key).delete()

    with commit():
        translate_object(practice, [english_locale()])

    kept = fresh(english)
    assert kept.live
    assert kept.get_latest_revision_as_object().solution == english.solution


def test_english_of_another_build_is_left_to_the_page_editor(site_tree, commit):
    """A page whose texts have more parts than the Polish ones cannot be shown side by side."""
    article = factories.article()
    english = write_english(
        article,
        {"title": "News", "lead": "Lead.", "body": [("paragraph", "<p>One.</p><p>Two.</p>")]},
    )

    with commit():
        translate_object(article, [english_locale()])

    assert fresh(english).get_latest_revision_as_object().body == english.body
    assert texts.translation_of(article).enabled is False


def test_previewing_a_translation_shows_no_polish(translated, admin_client, commit):
    practice, _english = translated
    practice = change_polish(practice, commit, solution=f"<p>{CANARY} inaczej</p>")
    texts.source_of(practice).update_from_db()
    address = reverse(
        "wagtail_localize:preview_translation", args=[texts.translation_of(practice).pk]
    )

    response = admin_client.get(address)

    assert response.status_code == 200
    assert CANARY not in response.content.decode()


def test_the_clock_of_the_original_is_not_copied(site_tree):
    from django.utils import timezone

    article = factories.article(expire_at=timezone.now() + timezone.timedelta(days=1))

    english = article.copy_for_translation(english_locale())

    assert english.expire_at is None


def test_an_english_page_without_its_texts_is_not_published_by_any_way(site_tree):
    english = factories.article().copy_for_translation(english_locale())

    with pytest.raises(PublicationRefused):
        english.save_revision().publish()


def test_types_of_pages_are_all_known_to_the_factories():
    from wagtail.models import get_page_models

    assert {*factories.PAGE_TYPES} == {*get_page_models()} - {Page}
    assert PracticePage in factories.PAGE_FACTORIES
    assert PlainPage in factories.PAGE_FACTORIES
