"""The way from a Polish page to its English: in lists, and above the page's form."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def places(page) -> list[str]:
    """Where a page is listed, and its form."""
    return [
        reverse("practice_pages:index"),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    ]


def links(client, address) -> list[str]:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [link["href"] for link in soup.select("a[href]")]


def way_to(page) -> str:
    return reverse("workbench_changes", args=[page.pk])


def test_every_list_and_the_form_lead_to_the_english_of_a_page(admin_client, site_tree, commit):
    page = factories.practice()
    for address in places(page):
        assert way_to(page) in links(admin_client, address)
        assert "/localize/" not in "".join(links(admin_client, address))

    told = BeautifulSoup(admin_client.get(way_to(page)).content, "html.parser")
    with commit():
        opened = admin_client.post(told.select_one(".changes__go")["action"], follow=True)
    assert BeautifulSoup(opened.content, "html.parser").select_one(".desk__form")


def test_what_has_no_desk_offers_no_way(admin_client, site_tree):
    draft = factories.practice(published=False)
    english = factories.english(factories.practice())
    assert way_to(draft) not in links(admin_client, places(draft)[0])
    assert way_to(english) not in links(admin_client, places(english)[1])


def test_the_way_is_offered_to_those_who_translate(editor, client):
    page = factories.practice()
    client.force_login(editor)
    assert way_to(page) not in links(client, places(page)[0])
    factories.permit(editor, "wagtail_localize.submit_translation")
    assert way_to(page) in links(client, places(page)[0])
