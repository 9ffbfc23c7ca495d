"""Who sees what: one decision, computed from the original, denied by default."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, PageViewRestriction

from base import access
from base.models import Audience
from base.models.records import Who
from base.refusals import Refusal
from home.models import PlainPage
from news.models import NewsIndexPage, NewsPage
from practices.models import PracticeIndexPage, PracticePage
from search.finding import visible_documents
from tests import factories

TITLE, ENGLISH_TITLE = "Tajemnica ratusza", "The town hall's secret"
PLAIN_TITLE, ENGLISH_PLAIN_TITLE = "Tajemnica wieży", "The tower's secret"


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture(scope="module")
def made(shared, commit):
    """A practice, an article and a plain page with a page below, each in both languages."""
    with commit():
        practice = factories.practice(title=TITLE)
        article = factories.article(title=TITLE)
        plain = factories.plain_page(title=PLAIN_TITLE)
        below = factories.plain_page(title=f"{PLAIN_TITLE} od środka", parent=plain)
        for page in (practice, article):
            factories.english(page, title=ENGLISH_TITLE)
        for page in (plain, below):
            factories.english(page, title=ENGLISH_PLAIN_TITLE)
        alias = article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")
    return {"practice": practice, "article": article, "plain": plain, "below": below,
            "alias": alias}  # fmt: skip


@pytest.fixture
def pages(made, db):
    return {name: fresh(page) for name, page in made.items()}


def close(page: Page, commit, who: str = Who.MEMBERS) -> None:
    with commit():
        access.set_audience(page, who)


def addresses_of(page: Page) -> list[str]:
    """Where a page stands in both languages, its language-state page included."""
    english = page.english
    polish_slug = f"{english.get_parent().url}{page.slug}/"
    return [page.url, english.url, polish_slug]


LISTS = [
    "/pl/",
    "/en/",
    "/pl/dobre-praktyki/",
    "/en/good-practices/",
    "/pl/dobre-praktyki/?q=tajemnica",
    "/pl/aktualnosci/",
    "/en/news/",
    "/pl/aktualnosci/feed.xml",
    "/en/news/feed.xml",
    "/pl/dobre-praktyki/feed.xml",
    "/en/good-practices/feed.xml",
    "/sitemap.xml",
]


def search_addresses() -> list[str]:
    found = []
    for language, words in (("pl", "tajemnica"), ("en", "secret")):
        with translation.override(language):
            found.append(f"{reverse('search')}?q={words}")
    return found


def traces(client: Client, page: Page) -> list[str]:
    """The lists that say a page's title or lead to it, in either language."""
    cache.clear()
    told = []
    # An address ends where it is quoted or closed; below it may stand a public page.
    signs = [re.compile(rf"{re.escape(address)}[\"<?]") for address in addresses_of(page)]
    for address in [*LISTS, *search_addresses()]:
        said = client.get(address).content.decode()
        if any(sign.search(said) for sign in signs):
            told.append(address)
    return told


# --- Gone at once ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["practice", "article", "plain", "below"])
def test_a_page_made_private_is_gone_in_both_languages(pages, client, commit, name):
    page = pages[name]
    assert all(
        client.get(address, follow=True).status_code == 200 for address in addresses_of(page)
    )

    close(page, commit)

    assert [client.get(address).status_code for address in addresses_of(page)] == [404] * 3


@pytest.mark.parametrize("name", ["practice", "article", "plain", "below"])
def test_a_page_unpublished_is_gone_in_both_languages(pages, client, commit, name):
    page = pages[name]
    addresses = addresses_of(page)

    with commit():
        page.unpublish()

    assert [client.get(address).status_code for address in addresses] == [404] * 3


@pytest.mark.parametrize("name", ["practice", "article", "plain"])
def test_a_page_made_private_leaves_no_trace_in_any_list(pages, client, commit, name):
    page = pages[name]
    assert traces(client, page) != []

    close(page, commit)

    assert traces(client, page) == []
    assert not visible_documents(access.ANONYMOUS).filter(page=page).exists()


@pytest.mark.parametrize("name", ["practice", "article", "plain"])
def test_a_page_unpublished_leaves_no_trace_in_any_list(pages, client, commit, name):
    page = pages[name]

    with commit():
        page.unpublish()

    assert traces(client, page) == []


def test_a_private_page_is_gone_before_anything_is_indexed_again(pages, client):
    """No callback after the commit is awaited: the answer is computed, not kept in step."""
    page = pages["practice"]

    access.set_audience(page, Who.MEMBERS)

    assert traces(client, page) == []


def test_the_menu_forgets_a_closed_page_within_the_same_minute(pages, client, commit):
    page = pages["plain"]
    cache.clear()
    assert page.url in client.get("/pl/").content.decode()

    close(page, commit)

    assert page.url not in client.get("/pl/").content.decode()
    assert ENGLISH_PLAIN_TITLE not in client.get("/en/").content.decode()


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


def test_no_row_means_nobody(pages, client):
    Audience.objects.filter(page=pages["article"]).delete()

    assert [client.get(address).status_code for address in addresses_of(pages["article"])] == (
        [404] * 3
    )


def test_closing_and_opening_goes_through_the_admin(pages, client, commit, admin_client):
    page = pages["plain"]
    address = reverse("page_audience", args=[page.pk])

    with commit():
        admin_client.post(address, {"who": Who.MEMBERS, "below": "on"})
    closed = [client.get(each.url).status_code for each in (page, pages["below"])]
    with commit():
        admin_client.post(address, {"who": Who.PUBLIC, "below": "on"})
    opened = [client.get(each.url).status_code for each in (page, pages["below"])]

    assert (closed, opened) == ([404, 404], [200, 200])


def test_opening_from_above_does_not_open_what_is_born_closed(site_tree, commit, admin_client):
    network = factories.network()
    product = factories.product(parent=network, public=False)

    admin_client.post(
        reverse("page_audience", args=[network.pk]), {"who": Who.PUBLIC, "below": "on"}
    )

    assert fresh(product).audience_record.who == Who.MEMBERS


def test_closing_never_waits_for_files(pages, client, admin_client):
    """A practice has its cover in a public collection; it is closed all the same, at once."""
    page = pages["practice"]

    admin_client.post(reverse("page_audience", args=[page.pk]), {"who": Who.MEMBERS})

    assert client.get(page.url).status_code == 404


# --- Who asks -------------------------------------------------------------------------------


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


# --- Names in addresses and texts -------------------------------------------------------------


def test_the_old_address_of_a_closed_page_does_not_tell_the_new_one(pages, client, commit):
    page = pages["article"]
    before = page.url
    close(page, commit)
    page.slug = "scisle-tajne"
    with commit():
        page.save_revision().publish()

    response = client.get(before)

    assert response.status_code == 404
    assert "scisle-tajne" not in str(response.headers)


def test_the_old_address_of_a_public_page_leads_to_the_new_one(pages, client, commit):
    page = pages["article"]
    before = page.url
    page.slug = "nowy-adres"
    with commit():
        page.save_revision().publish()

    response = client.get(before)

    assert response.status_code == 301
    assert response.url.endswith("/nowy-adres/")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_link_in_text_to_a_closed_page_is_plain_text(pages, client, commit, language):
    target, reader = pages["practice"], pages["article"]
    link = f'<p>Zobacz <a linktype="page" id="{target.pk}">ten zapis</a>.</p>'
    reader.body = [("paragraph", link)]
    with commit():
        reader.save_revision().publish()
        factories.english(fresh(reader), body=[("paragraph", link)])
    page = reader if language == "pl" else reader.english
    assert "ten zapis</a>" in client.get(page.url).content.decode()

    close(target, commit)

    said = client.get(page.url).content.decode()
    assert "ten zapis" in said
    assert not re.search(r"<a[^>]*href[^>]*>ten zapis", said)
    assert target.slug not in said.replace(reader.slug, "")


def test_a_chosen_record_that_is_closed_is_not_shown(pages, client, commit):
    target, reader = pages["practice"], pages["article"]
    reader.body = [("paragraph", "<p>Treść.</p>"), ("record", {"page": target})]
    with commit():
        reader.save_revision().publish()
    assert target.url in client.get(reader.url).content.decode()

    close(target, commit)

    assert target.url not in client.get(reader.url).content.decode()
    assert TITLE not in client.get(reader.url).content.decode().replace(reader.title, "")


def test_types_of_pages_used_here_have_the_audience_they_say(site_tree):
    assert factories.product(public=False).audience_record.who == Who.MEMBERS
    assert factories.index(PracticeIndexPage).audience_record.who == Who.PUBLIC
    assert PlainPage.default_audience == PracticePage.default_audience == Who.PUBLIC
