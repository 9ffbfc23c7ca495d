"""Addresses of an older site: led to pages of this one, and those that match nothing said."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry

from base.models import Audience
from tests import factories

START = reverse("old_addresses")


@pytest.fixture
def upload(client, administrator, site_tree):
    client.force_login(administrator)
    Redirect.objects.all().delete()  # of the site's own moves

    def upload(*rows, name="adresy.csv", header="stary;nowy"):
        lines = [header, *(";".join(row) for row in rows)]
        file = SimpleUploadedFile(name, "\n".join(lines).encode())
        return client.post(START, {"file": file})

    return upload


@pytest.fixture
def article(site_tree):
    return factories.article(title="Ogrody deszczowe w Zabrzu", slug="ogrody-deszczowe")


def _standings(client, url):
    matches = client.get(url).context["matches"]
    return {match.row.old: str(match.standing) for match in matches}


def test_addresses_titles_and_ends_of_addresses_find_their_page(client, upload, article):
    english = factories.english(article, slug="rain-gardens")
    url = upload(
        ("http://stara.example.org/a/1", article.url),
        ("/a/2", "Ogrody deszczowe w Zabrzu"),
        ("/aktualnosci/ogrody-deszczowe.html", ""),
        ("/en/rain-gardens", ""),
    ).url
    assert set(_standings(client, url).values()) == {"ready"}
    assert not Redirect.objects.exists()
    client.post(url)
    pages = dict(Redirect.objects.values_list("old_path", "redirect_page"))
    assert pages == {
        "/a/1": article.pk,
        "/a/2": article.pk,
        "/aktualnosci/ogrody-deszczowe.html": article.pk,
        "/en/rain-gardens": english.pk,
    }
    assert ModelLogEntry.objects.filter(action="wagtail.create").count() == 4
    assert client.get("/a/1").status_code == 301
    assert set(_standings(client, url).values()) == {"there"}


def test_every_conflict_is_said_and_none_is_written(client, upload, article):
    other = factories.article(title="Inny", slug="inny")
    Redirect.add_redirect("/zajety", other)
    url = upload(
        ("/zajety", article.url),
        (article.url, other.url),
        ("/dwa", article.url),
        ("/dwa/", other.url),
        ("", article.url),
        ("/nic", "/pl/nie-ma-takiej/"),
    ).url
    assert _standings(client, url) == {
        "/zajety": "elsewhere",
        article.url: "live",
        "/dwa": "ready",
        "/dwa/": "twice",
        "": "unreadable",
        "/nic": "nothing",
    }
    client.post(url)
    assert Redirect.objects.get(old_path="/zajety").redirect_page_id == other.pk
    assert Redirect.objects.count() == 2


def test_what_matches_nothing_is_offered_near_pages_and_can_be_typed(client, upload, article):
    url = upload(("/ogrod-deszczowy", ""), ("/x", "Ogrody deszczowe w Zabrzuu"), ("/y", "?")).url
    matches = {match.row.old: match for match in client.get(url).context["matches"]}
    assert [page.pk for page in matches["/x"].candidates] == [article.pk]
    rows = {old: match.row.number for old, match in matches.items()}
    answer = client.post(
        url,
        {f"choice-{rows['/x']}": article.pk, f"typed-{rows['/ogrod-deszczowy']}": article.slug,
         f"typed-{rows['/y']}": "Nie ma"},
        follow=True,
    )  # fmt: skip
    assert set(Redirect.objects.values_list("old_path", flat=True)) == {"/x", "/ogrod-deszczowy"}
    assert "nie pasuje do żadnej strony" in answer.content.decode()


def test_a_redirect_there_is_can_be_led_anew(client, upload, article):
    Redirect.add_redirect("/zajety", factories.article(title="Inny", slug="inny"))
    url = upload(("/zajety", article.url)).url
    client.post(url, {"choice-2": article.pk})
    assert Redirect.objects.get().redirect_page_id == article.pk


def test_an_address_of_another_site_is_kept_as_it_is(client, upload):
    url = upload(("/partner", "https://partner.example.org/strona")).url
    client.post(url)
    assert Redirect.objects.get().redirect_link == "https://partner.example.org/strona"


def test_the_report_has_what_leads_nowhere_and_no_formulas(client, upload, article):
    url = upload(("/a", article.url), ("/nic", "=1+1")).url
    token = url.rstrip("/").rpartition("/")[2]
    answer = client.get(reverse("old_addresses_report", args=[token]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    lines = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [line[1:3] for line in lines] == [("/nic", "=1+1")]
    assert sheet["C2"].data_type == "s"


def test_the_table_is_deleted_when_one_is_done(client, upload, article):
    url = upload(("/a", article.url)).url
    token = url.rstrip("/").rpartition("/")[2]
    client.post(reverse("old_addresses_finish", args=[token]))
    assert client.get(url).status_code == 404
    assert client.get(reverse("old_addresses_checked", args=["zly"])).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"%PDF-1"), ("a.xlsx", b"x"), ("a.csv", b"a;b")]
)
def test_what_is_no_table_of_addresses_is_refused(client, upload, name, content):
    answer = client.post(START, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_a_page_one_may_not_see_is_not_found(client, upload, article):
    Audience.objects.filter(page=article).update(who="members")
    someone = factories.user()
    for codename in ("access_admin", "add_redirect"):
        someone.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(someone)
    url = upload(("/a", article.url), ("/b", article.title)).url
    matches = client.get(url).context["matches"]
    assert {str(match.standing) for match in matches} == {"nothing"}
    assert not any(match.candidates for match in matches)


def test_only_who_may_add_redirects_sees_it(client, upload, site_tree):
    url = upload(("/a", "/b")).url
    client.force_login(factories.editor(site_tree))
    assert client.get(START).status_code in (302, 403)
    assert client.get(url).status_code in (302, 403)
    assert client.post(url).status_code in (302, 403)


def test_a_long_table_asks_no_more_of_the_database(
    client, upload, article, django_assert_max_num_queries
):
    url = upload(*[(f"/stary/{n}", article.url) for n in range(120)]).url
    client.get(url)
    with django_assert_max_num_queries(40):
        client.get(url)


def test_addresses_that_would_lead_to_each_other_match_nothing(client, upload, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://empirie.example.org"
    url = upload(
        ("/a/1", "https://empirie.example.org/a/2"),
        ("/a/2", "http://localhost/a/1"),
        ("/a/3", "https://empirie.example.org/a/3/"),
    ).url
    assert set(_standings(client, url).values()) == {"nothing"}
    client.post(url)
    assert not Redirect.objects.exists()
