"""Who sees what: one decision, computed from the original, denied by default."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from base import access
from base.models.records import Who
from base.refusals import Refusal
from news.models import NewsIndexPage, NewsPage
from tests import factories

from .closing import TITLE, addresses_of, close, fresh


def test_an_alias_goes_with_its_source(pages, client, commit):
    alias = pages["alias"]
    assert client.get(alias.url).status_code == 200

    close(pages["article"], commit)

    assert client.get(alias.url).status_code == 404


def test_an_alias_of_an_alias_goes_with_the_first_source(pages, client, commit):
    second = pages["alias"].create_alias(
        parent=pages["alias"].get_parent(), update_slug="trzeci-raz"
    )
    assert second.alias_of_id == pages["article"].pk

    close(pages["article"], commit)

    assert client.get(second.url).status_code == 404


def test_the_alias_of_a_deleted_closed_page_stays_closed(pages, client, commit):
    close(pages["article"], commit)

    with commit():
        pages["article"].delete()

    assert client.get(pages["alias"].url).status_code == 404


def test_the_alias_of_a_deleted_public_page_is_a_draft_with_an_audience(pages, client, commit):
    """Wagtail takes aliases off the site with their source; what is left can be published."""
    with commit():
        pages["article"].delete()
    assert client.get(pages["alias"].url).status_code == 404

    fresh(pages["alias"]).save_revision().publish()

    assert client.get(pages["alias"].url).status_code == 200


def test_an_alias_turned_into_a_page_keeps_the_audience_of_its_source(pages, client, commit):
    from wagtail.actions.convert_alias import ConvertAliasPageAction

    close(pages["article"], commit)
    ConvertAliasPageAction(pages["alias"]).execute()

    assert client.get(pages["alias"].url).status_code == 404
    assert access.is_public(fresh(pages["alias"])) is False


def test_a_page_that_is_not_public_cannot_have_an_alias(pages, commit):
    close(pages["article"], commit)

    with pytest.raises(Refusal, match=TITLE):
        pages["article"].create_alias(parent=pages["article"].get_parent(), update_slug="znowu")


def test_the_admin_refuses_an_alias_of_a_closed_page(pages, commit, admin_client):
    page = pages["article"]
    close(page, commit)
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])

    admin_client.post(
        address,
        {
            "new_title": "Kopia",
            "new_slug": "kopia",
            "new_parent_page": page.get_parent().pk,
            "alias": "on",
        },
    )

    assert not NewsPage.objects.filter(slug="kopia").exists()


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_of_a_closed_page_is_closed(pages, client, commit, keep_live):
    close(pages["article"], commit)

    with commit():
        copy = pages["article"].copy(update_attrs={"slug": "kopia"}, keep_live=keep_live)
        fresh(copy).get_latest_revision().publish()

    assert client.get(fresh(copy).url).status_code == 404
    assert fresh(copy).audience_record.who == Who.MEMBERS


def test_a_copied_subtree_keeps_what_is_closed_in_it(pages, client, commit):
    close(pages["below"], commit)

    with commit():
        copy = pages["plain"].copy(recursive=True, update_attrs={"slug": "kopia"})

    below = fresh(copy).get_children().get().specific
    assert client.get(fresh(copy).url).status_code == 200
    assert client.get(below.url).status_code == 404


def test_a_new_page_below_a_closed_one_is_closed(pages, client, commit):
    close(pages["plain"], commit)

    with commit():
        child = factories.plain_page(parent=fresh(pages["plain"]))

    assert client.get(child.url).status_code == 404
    assert child.audience_record.who == Who.MEMBERS


def test_a_translation_of_a_closed_page_is_closed(pages, client, commit):
    page = factories.article(title="Zamknięty artykuł")
    close(page, commit)

    with commit():
        english = factories.english(page)

    assert english.live
    assert client.get(english.url).status_code == 404


@pytest.mark.parametrize("who", [Who.MEMBERS, Who.LEADERS])
def test_signed_in_without_the_right_is_told_what_a_stranger_is(pages, commit, member_client, who):
    page = pages["article"]
    close(page, commit, who)
    # Wagtail's own lock stands on the page too, and must not answer in place of the decision.
    assert PageViewRestriction.objects.filter(page=page).exists()

    strange = Client().get("/pl/aktualnosci/nie-ma-takiej/")
    for client in (Client(), member_client):
        for address in addresses_of(page):
            response = client.get(address)
            assert response.status_code == 404
            assert "Set-Cookie" not in response.headers
            assert TITLE not in response.content.decode()
    assert strange.status_code == 404


@pytest.mark.parametrize("below", ["feed.xml", "calendar.ics", "nie-ma/"])
def test_what_lies_below_a_closed_list_is_closed(site_tree, client, commit, below):
    news = factories.index(NewsIndexPage)

    close(news, commit)

    assert client.get(f"{news.url}{below}").status_code == 404
    assert client.get(f"{news.english.url}{below}").status_code == 404


def test_an_editor_sees_what_she_edits(pages, commit):
    page, other = pages["article"], pages["practice"]
    for each in (page, other):
        close(each, commit)
    editor = factories.editor(page.get_parent())
    client = Client()
    client.force_login(editor)

    assert client.get(page.url).status_code == 200
    assert client.get(other.url).status_code == 404


def test_an_administrator_sees_closed_pages_in_both_languages(pages, commit, admin_client):
    close(pages["article"], commit)

    assert admin_client.get(pages["article"].url).status_code == 200
    assert admin_client.get(pages["article"].english.url).status_code == 200


def test_a_right_taken_away_is_gone_on_the_next_request(pages, commit):
    page = pages["article"]
    close(page, commit)
    editor = factories.editor(page.get_parent())
    client = Client()
    client.force_login(editor)
    assert client.get(page.url).status_code == 200

    editor.groups.clear()

    assert client.get(page.url).status_code == 404


def test_the_decision_is_one_condition_for_any_queryset(pages, commit, django_assert_num_queries):
    close(pages["article"], commit)

    with django_assert_num_queries(1):
        shown = set(
            access.visible(Page.objects.all(), access.ANONYMOUS).values_list("pk", flat=True)
        )

    assert pages["practice"].pk in shown
    assert not {pages["article"].pk, pages["article"].english.pk, pages["alias"].pk} & shown
