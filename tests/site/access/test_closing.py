"""What is closed is gone at once, from every address and list."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from base import access
from base.models import Audience
from base.models.records import Who
from home.models import PlainPage
from practices.models import PracticeIndexPage, PracticePage
from search.finding import visible_documents
from tests import factories

from .closing import ENGLISH_PLAIN_TITLE, TITLE, addresses_of, close, fresh, traces


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
