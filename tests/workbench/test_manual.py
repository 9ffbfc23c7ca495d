"""The editors' manual in the admin."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import get_page_models

from base.models import BasePage
from tests import factories


@pytest.fixture
def manual(admin_client, db) -> BeautifulSoup:
    return BeautifulSoup(admin_client.get(reverse("manual")).content, "html.parser")


def test_every_link_of_the_manual_leads_to_a_section(manual):
    ids = {each["id"] for each in manual.select(".manual [id]")}
    wanted = {unquote(each["href"][1:]) for each in manual.select(".manual a[href^='#']")}

    assert wanted
    assert wanted <= ids


def test_every_type_names_a_section_there_is(manual):
    ids = {each["id"] for each in manual.select(".manual [id]")}
    named = {
        model.manual for model in get_page_models() if issubclass(model, BasePage) and model.manual
    }

    assert named
    assert named <= ids


def test_every_picture_of_the_manual_is_there(manual, admin_client):
    sources = [each["src"] for each in manual.select(".manual img")]

    assert sources
    for source in sources:
        assert admin_client.get(source)["Content-Type"] == "image/webp"


def test_every_table_scrolls_in_a_region_with_a_name_of_its_own(manual):
    regions = [table.parent for table in manual.select(".manual table")]

    assert {(region["role"], region["tabindex"]) for region in regions} == {("region", "0")}
    assert len({region["aria-label"] for region in regions}) == len(regions)


def test_no_other_file_is_had_by_that_way(admin_client, db):
    for name in ("make.py", "nothing.webp", ".."):
        assert admin_client.get(f"/admin/manual/pictures/{name}").status_code == 404


def test_a_form_leads_to_the_section_about_its_type(admin_client, site_tree):
    article = factories.article()

    shown = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))

    soup = BeautifulSoup(shown.content, "html.parser")
    leads = {unquote(link["href"]) for link in soup.select("a[href]")}
    assert f"{reverse('manual')}#aktualność" in leads
