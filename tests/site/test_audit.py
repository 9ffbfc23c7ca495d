"""The audit finds every breach of the rules that only a script or a restored table can make."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from wagtail.models import Page

from base import audit
from base.models import Audience, LanguageState
from base.models.records import Who
from news.models import NewsIndexPage, NewsPage
from practices.models import PracticeIndexPage, PracticePage
from tests import factories


@pytest.fixture
def article(site_tree):
    page = factories.article()
    factories.english(page)
    return page


def found() -> dict[str, list[str]]:
    """The findings' subjects by the check that made them."""
    result = {}
    for check in audit.CHECKS:
        if findings := list(check()):
            result[check.__name__] = [finding.subject for finding in findings]
    return result


def run() -> tuple[int, str]:
    output = io.StringIO()
    try:
        call_command("audit_site", stdout=output)
    except SystemExit as stop:
        return int(stop.code or 0), output.getvalue()
    return 0, output.getvalue()


def test_a_site_that_keeps_the_rules_ends_with_0(article):
    assert run() == (0, "Nothing found.\n")


def test_a_breach_is_listed_and_ends_with_1(article):
    Audience.objects.filter(page=article).delete()

    code, output = run()

    assert code == 1
    assert article.title in output


def test_an_english_page_without_its_original_is_found(article):
    spare = factories.article().translation_key
    NewsPage.objects.filter(pk=article.english.pk).update(translation_key=spare)
    Page.objects.filter(translation_key=spare, locale__language_code="pl").update(
        translation_key="00000000-0000-4000-8000-000000000001"
    )

    assert "translation_without_original" in found()


def test_english_under_an_unpublished_page_is_found(article):
    NewsPage.objects.filter(pk=article.pk).update(live=False)

    assert found()["incomplete_publication"] == [audit._named(article.english)]


def test_an_english_page_elsewhere_is_found(article):
    english, elsewhere = article.english, factories.index(PracticeIndexPage).english
    last = elsewhere.get_children().count() + 1
    path = Page._get_path(elsewhere.path, elsewhere.depth + 1, last)
    Page.objects.filter(pk=english.pk).update(path=path)

    assert "english_elsewhere" in found()


def test_a_page_without_an_audience_is_found(article):
    Audience.objects.filter(page=article).delete()

    assert found() == {"original_without_audience": [audit._named(article)]}


def test_an_audience_kept_for_another_page_is_found(article):
    other = factories.article()
    Audience.objects.filter(page=other).delete()
    Audience.objects.filter(page=article).update(page=other)

    assert "audience_of_another_page" in found()


def test_an_alias_of_a_closed_page_is_found(article):
    article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")
    Audience.objects.filter(page=article).update(who=Who.MEMBERS)

    assert "alias_of_a_closed_page" in found()


def test_a_published_page_that_lacks_something_is_found(article):
    NewsPage.objects.filter(pk=article.pk).update(lead="")

    assert found()["incomplete_publication"] == [audit._named(article)]


def test_english_that_lacks_its_lead_is_found(article):
    NewsPage.objects.filter(pk=article.english.pk).update(lead="")

    assert found()["incomplete_publication"] == [audit._named(article.english)]


def test_a_public_page_with_closed_files_is_found(site_tree):
    cover = factories.image()
    factories.article(cover=cover)
    type(cover).objects.filter(pk=cover.pk).update(collection=factories.closed_collection())

    assert "incomplete_publication" in found()


def test_two_items_at_one_english_address_are_found(article):
    polish = factories.article()
    NewsPage.objects.filter(pk=polish.pk).update(slug=article.english.slug)

    assert "address_of_two" in found()


def test_a_fact_that_points_at_an_english_page_is_found(site_tree):
    network = factories.translated_network()
    practice = factories.practice(networks=[network])
    through = PracticePage.networks.through
    through.objects.filter(practicepage=practice).update(networkpage=network.english)

    assert found()["fact_points_at_a_copy"] == [str(practice.pk)]


def test_a_row_that_points_at_an_alias_is_found(site_tree):
    practice = factories.practice()
    collection = factories.collection(practices=[practice])
    alias = practice.create_alias(parent=practice.get_parent(), update_slug="drugi-raz")
    collection.items.update(practice=alias)

    assert found()["fact_points_at_a_copy"] == [str(collection.pk)]


def test_a_state_of_english_that_is_wrong_is_found(article):
    LanguageState.objects.filter(page=article).update(state=LanguageState.State.POLISH_ONLY)

    assert found() == {"state_of_english_is_wrong": [audit._named(article)]}


def test_a_public_copy_of_a_closed_picture_is_found(site_tree):
    image = factories.image(collection=factories.closed_collection())
    rendition = image.get_rendition("fill-20x20")
    public = rendition.file.name.removeprefix("closed/")
    Path(settings.MEDIA_ROOT, public).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(rendition.file.path, Path(settings.MEDIA_ROOT, public))
    type(rendition).objects.filter(pk=rendition.pk).update(file=public)

    assert found() == {"picture_in_the_wrong_place": [public]}


def test_a_person_shown_with_a_closed_photo_is_found(site_tree):
    photo = factories.image()
    factories.person(photo=photo)
    type(photo).objects.filter(pk=photo.pk).update(collection=factories.closed_collection())

    assert "record_uses_closed_file" in found()


def test_a_broken_tree_is_found(article):
    Page.objects.filter(pk=factories.index(NewsIndexPage).pk).update(numchild=99)

    assert "tree_is_broken" in found()
