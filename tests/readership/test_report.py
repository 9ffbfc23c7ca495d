"""Who may edit a page sees how it is read: on its editor, on a page of its own, in the report."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from home.models import HomePage
from news.models import NewsIndexPage
from readership.models import Downloads, PageViews, Searches
from tests import factories
from tests.admin.forms import text_of

pytestmark = pytest.mark.django_db

REPORT = "readership"


def read(page, number: int, *, language: str = "pl", days_ago: int = 1) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    PageViews.objects.create(
        translation_key=page.translation_key, language=language, day=day, number=number
    )


def report(client: Client, **parameters: str) -> str:
    response = client.get(reverse(REPORT), parameters)
    assert response.status_code == 200
    return text_of(response)


@pytest.fixture
def news(site_tree):
    return NewsIndexPage.objects.originals().get()


def test_pages_stand_by_their_views_in_both_languages(admin_client, news):
    home = HomePage.objects.originals().get()
    read(home, 111)
    read(news, 700)
    read(news, 77, language="en")
    html = report(admin_client)
    assert html.index("777") < html.index("111")
    assert "888" in html  # all of them together


def test_the_period_is_chosen(admin_client, news):
    read(news, 311, days_ago=3)
    read(news, 425, days_ago=60)
    month, quarter = report(admin_client), report(admin_client, span="90")
    assert "311" in month
    assert "736" not in month
    assert "736" in quarter
    day = f"{timezone.localdate() - timedelta(days=60):%Y-%m-%d}"
    own = report(admin_client, dates_from=day, dates_to=day)
    assert "425" in own
    assert "311" not in own


def test_a_period_that_ends_before_it_begins_is_said_and_kept(admin_client, news):
    response = admin_client.get(
        reverse(REPORT), {"dates_from": "2026-05-02", "dates_to": "2026-05-01"}
    )
    html = response.content.decode()
    assert "Okres kończy się, zanim się zaczyna." in html
    assert 'value="2026-05-02"' in html


def test_the_ends_of_the_calendar_are_no_error(admin_client, news):
    read(news, 311)
    assert "311" in report(admin_client, dates_from="0001-01-01", dates_to="9999-12-31")


def test_others_pages_are_neither_listed_nor_summed(client, news):
    below, outside = factories.article(), factories.plain_page()
    read(below, 321)
    read(outside, 654)
    client.force_login(factories.editor(news))
    html = report(client)
    assert "321" in html
    assert outside.title not in html
    assert "654" not in html
    assert "975" not in html
    assert client.get(reverse("page_readership", args=[below.pk])).status_code == 200
    assert client.get(reverse("page_readership", args=[outside.pk])).status_code == 404


def test_without_pages_of_ones_own_there_is_no_report(client, member_client, site_tree):
    for anyone in (client, member_client):
        for name in (REPORT, "readership_results"):
            assert anyone.get(reverse(name)).status_code == 302


def test_views_of_deleted_pages_stay_in_the_sum(admin_client, news):
    article = factories.article()
    read(article, 417)
    article.delete()
    assert "417 wyświetleń" in report(admin_client)


def test_the_files_have_every_page_and_every_day_and_no_formula(admin_client, news):
    article = factories.article(title='=HYPERLINK("x")')
    read(article, 5)
    read(article, 2, language="en")
    day = timezone.localdate() - timedelta(days=1)
    Searches.objects.create(day=day, language="pl", number=9)
    answer = admin_client.get(reverse(REPORT), {"export": "xlsx"})
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    pages, days, _documents = (list(sheet.iter_rows(values_only=True)) for sheet in book)
    assert pages[1][0] == '\'=HYPERLINK("x")'
    assert pages[1][2].endswith(article.get_url())
    assert pages[1][3:] == (5, 2, 7)
    assert [row[1:] for row in days if row[0] != "Dzień" and row[0].date() == day] == [(5, 2, 7, 9)]
    answer = admin_client.get(reverse(REPORT), {"export": "csv"})
    assert "'=HYPERLINK" in b"".join(answer.streaming_content).decode()


def test_the_report_asks_as_often_for_many_pages_as_for_few(admin_client, news):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            report(admin_client)
            b"".join(admin_client.get(reverse(REPORT), {"export": "csv"}).streaming_content)
        return len(asked)

    factories.article()
    queries()  # what is kept for later requests
    few = queries()
    for _ in range(3):
        read(factories.article(), 3)
    assert queries() <= few


def test_the_editor_says_how_the_page_is_read(admin_client, news):
    read(news, 513)
    read(news, 92, language="en")
    read(news, 400, days_ago=100)
    english = news.english
    for page in (news, english):
        response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert "30 dni 513 pl , 92 en" in text_of(response)
        assert "12 miesięcy 913 pl , 92 en" in text_of(response)
        assert reverse("page_readership", args=[page.pk]) in response.content.decode()


def test_a_page_has_its_month_and_its_year(admin_client, news):
    read(news, 513)
    read(news, 400, days_ago=100)
    response = admin_client.get(reverse("page_readership", args=[news.pk]))
    assert response.content.decode().count("<h1") == 1
    assert "Ostatnie 30 dni: 513" in text_of(response)
    assert "Ostatnie 12 miesięcy: 913" in text_of(response)


def test_documents_stand_by_their_downloads(admin_client, client, news):
    document = factories.document(title="Wzór uchwały")
    Downloads.objects.create(document=document, day=timezone.localdate(), number=34)
    html = report(admin_client)
    assert "Dokumenty pobrano 34 razy." in html
    assert "Wzór uchwały 34" in html
    client.force_login(factories.editor(news))
    assert "Wzór uchwały" not in report(client)
