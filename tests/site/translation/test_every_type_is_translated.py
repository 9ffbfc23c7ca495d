"""Translating puts no Polish at an English address, whatever the page is made of."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object, translate_page_subtree
from wagtail_localize.segments.extract import extract_segments

from base.blocks import text_blocks
from base.language_state import english_address, texts_of
from base.text import plain
from base.untranslated import UNTRANSLATED_TITLE
from home.models import HomePage, PlainPage
from networks.models import NetworkPage, ProgrammePage
from news.models import NewsIndexPage, NewsPage
from practices.models import PracticePage
from tests import factories, texts
from tests.markup import has_template, without_polish

from .pressing import CANARY, ENGLISH_CANARY, english_locale, fresh

BLOCKS = [*text_blocks(), ("record", NewsPage.body.field.stream_block.child_blocks["record"])]


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


def test_types_of_pages_are_all_known_to_the_factories():
    from wagtail.models import get_page_models

    assert {*factories.PAGE_TYPES} == {*get_page_models()} - {Page}
    assert PracticePage in factories.PAGE_FACTORIES
    assert PlainPage in factories.PAGE_FACTORIES
