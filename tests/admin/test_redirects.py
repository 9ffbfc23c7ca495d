"""Redirects made by hand lead somewhere in the end; what runs in a circle is refused in words."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.users.models import UserProfile

from tests import factories
from tests.admin.forms import text_of, values_of

HERE = "http://localhost"


@pytest.fixture
def chain(site_tree):
    """Two redirects, one to the other and on to a page."""
    Redirect.objects.create(old_path="/jeden", redirect_link=f"{HERE}/dwa/")
    return Redirect.objects.create(old_path="/dwa", redirect_link=f"{HERE}/trzy?b=1")


def add(client, old: str, **to):
    data = {"old_path": old, "is_permanent": "on", **to}
    return client.post(reverse("wagtailredirects:add"), data)


def change(client, redirect: Redirect, **to):
    address = reverse("wagtailredirects:edit", args=[redirect.pk])
    return client.post(address, {**values_of(client.get(address)), **to})


@pytest.mark.parametrize("link", ["/ala/", "/ala?utm=1", f"{HERE}/%61la"])
def test_a_redirect_to_itself_is_refused(admin_client, site_tree, link):
    link = link if link.startswith("http") else HERE + link
    response = add(admin_client, "/ala", redirect_link=link)

    assert "Ten adres prowadziłby sam do siebie." in text_of(response)
    assert values_of(response)["redirect_link"] == [link]
    assert not Redirect.objects.filter(old_path="/ala").exists()


def test_a_page_is_no_target_for_its_own_address(admin_client, site_tree):
    page = factories.plain_page(slug="o-nas")

    response = add(admin_client, page.get_url(), redirect_page=page.pk)

    assert "Ten adres prowadziłby sam do siebie." in text_of(response)


def test_two_that_point_at_each_other_are_refused_naming_the_way(admin_client, chain):
    chain.delete()

    response = add(admin_client, "/dwa/", redirect_link=f"{HERE}/jeden")

    assert "/dwa → /jeden → /dwa" in text_of(response)
    assert not Redirect.objects.filter(old_path="/dwa").exists()


def test_a_circle_through_several_is_refused(admin_client, chain):
    response = add(admin_client, "/trzy", redirect_link=f"{HERE}/jeden")

    assert "/trzy → /jeden → /dwa → /trzy?b=1" in text_of(response)


def test_a_change_that_closes_a_circle_is_refused_in_the_reader_s_language(
    client, administrator, chain
):
    UserProfile.objects.create(user=administrator, preferred_language="en")
    client.force_login(administrator)

    response = change(client, chain, redirect_link=f"{HERE}/jeden")

    assert "This would lead in a circle: /dwa → /jeden → /dwa." in text_of(response)
    chain.refresh_from_db()
    assert chain.redirect_link == f"{HERE}/trzy?b=1"


def test_chains_that_end_are_kept(admin_client, chain):
    page = factories.plain_page()
    assert add(admin_client, "/trzy", redirect_page=page.pk).status_code == 302
    assert add(admin_client, "/zero", redirect_link=f"{HERE}/jeden").status_code == 302
    elsewhere = "https://example.org/zero"
    assert add(admin_client, "/inny", redirect_link=elsewhere).status_code == 302
    assert change(admin_client, chain, is_permanent="").status_code == 302

    assert admin_client.get("/zero", follow=True).status_code == 200


def test_wagtail_s_own_import_says_which_rows_would_lead_in_circles(admin_client, site_tree):
    rows = f"from,to\n/a,{HERE}/b\n/b,{HERE}/a\n/c,{HERE}/c\n"
    file = SimpleUploadedFile("adresy.csv", rows.encode())
    response = admin_client.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    chosen = {**values_of(response), "from_index": "0", "to_index": "1"}

    response = admin_client.post(reverse("wagtailredirects:process_import"), chosen)

    made = Redirect.objects.filter(old_path__in=["/a", "/b", "/c"])
    assert [each.old_path for each in made] == ["/a"]
    assert "/b → /a → /b" in text_of(response)
