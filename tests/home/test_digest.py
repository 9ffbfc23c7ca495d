"""A digest tells of what everybody may read, in two languages, and keeps nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from base import access
from base.models.records import Who
from news.models import NewsPage
from tests import factories
from tests.admin.forms import values_of

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def month(**parameters: object) -> dict[str, object]:
    """The address of a digest of the last month up to today, in both languages."""
    start = TODAY() - timedelta(days=30)
    return {"start": f"{start}", "end": f"{TODAY()}", "languages": ["pl", "en"], **parameters}


def outputs(response) -> dict[str, str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return {field["id"]: field.text for field in soup.select("textarea[readonly]")}


def digest(client: Client, **parameters: object) -> dict[str, str]:
    response = client.get(reverse("digest"), month(**parameters))
    assert response.status_code == 200
    return outputs(response)


def at(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


@pytest.fixture
def there_before(site_tree):
    """An article as it would be had it been published months ago, and again just now."""
    article = factories.article(title="Stary artykuł", date=at(TODAY() - timedelta(days=90)))
    long_ago = at(TODAY() - timedelta(days=90))
    NewsPage.objects.filter(pk=article.pk).update(first_published_at=long_ago)
    return article


def test_it_has_news_practices_and_meetings_with_whole_addresses(admin_client, site_tree):
    article = factories.article(title="Nowy artykuł", lead="Zajawka <i>artykułu</i> & reszta.")
    network = factories.network()
    practice = factories.practice(title="Nowa praktyka", networks=[network])
    coming = factories.meeting(title="Spotkanie przed nami", parent=network)
    start = timezone.now() - timedelta(days=3)
    held = factories.meeting(
        title="Spotkanie za nami", parent=network, start=start, end=start + timedelta(hours=4)
    )
    given = digest(admin_client)
    for text in (given["pl-html"], given["pl-txt"]):
        headings = ("Aktualności", "Dobre praktyki", "Nadchodzące", "Spotkania, które się odbyły")
        places = [text.index(heading) for heading in headings]
        assert places == sorted(places)
        for page in (article, practice, coming, held):
            assert page.title in text
            assert f"http://127.0.0.1:8000{page.get_url()}" in text
    assert "Zajawka &lt;i&gt;artykułu&lt;/i&gt; &amp; reszta." in given["pl-html"]
    assert "Zajawka <i>artykułu</i> & reszta." in given["pl-txt"]


def test_english_is_english_and_polish_is_marked(admin_client, site_tree):
    translated, polish = (
        factories.article(title="Przełożony"),
        factories.article(title="Sam polski"),
    )
    english = factories.english(translated, title="Translated", lead="An English lead.")
    given = digest(admin_client)
    soup = BeautifulSoup(given["en-html"], "html.parser")
    lines = {link.text: link for link in soup.select("h3 a")}
    assert lines["Translated"]["href"].endswith(english.get_url())
    assert not lines["Translated"].has_attr("lang")
    assert lines["Sam polski"]["lang"] == "pl"
    assert lines["Sam polski"]["href"].endswith(f"/en/news/{polish.slug}/")
    assert "In Polish only" in lines["Sam polski"].find_parent("li").text
    assert polish.lead not in given["en-html"]
    assert soup.div["lang"] == "en"
    assert "Aktualności" not in given["en-txt"]
    assert "An English lead." in given["en-txt"]


def test_what_is_closed_is_in_no_digest_whoever_asks(admin_client, site_tree):
    article = factories.article(title="Zamknięte")
    access.set_audience(article, Who.MEMBERS)
    factories.article(title="Otwarte")
    response = admin_client.get(reverse("digest"), month())
    assert "Otwarte" in outputs(response)["pl-txt"]
    assert "Zamknięte" not in response.content.decode()


def test_what_was_published_again_waits_to_be_ticked(admin_client, there_before):
    factories.article(title="Nowy artykuł")
    response = admin_client.get(reverse("digest"), month())
    assert "Stary artykuł" in response.content.decode()
    assert "Stary artykuł" not in outputs(response)["pl-txt"]
    sent = values_of(response, "form#digest")
    sent["keep"] = [f"{there_before.pk}"]
    given = outputs(admin_client.post(f"{reverse('digest')}?{_query()}", sent))
    assert "Stary artykuł" in given["pl-txt"]
    assert "zmienione" in given["pl-txt"]
    assert "Nowy artykuł" not in given["pl-txt"]


def _query() -> str:
    parameters = month()
    return f"start={parameters['start']}&end={parameters['end']}&languages=pl&languages=en"


@pytest.mark.parametrize(
    ("name", "begins"), [("pl.html", "<!doctype html>"), ("en.txt", "EMPIRIAE")]
)
def test_it_is_taken_along_as_a_file(admin_client, site_tree, name, begins):
    kept, left = factories.article(title="Zostaje"), factories.article(title="Odpada")
    response = admin_client.post(
        f"{reverse('digest')}?{_query()}", {"keep": [kept.pk], "download": name}
    )
    text = response.content.decode()
    assert response["Content-Disposition"].startswith('attachment; filename="skrot-')
    assert text.startswith(begins)
    assert kept.title in text
    assert left.title not in text


def test_a_network_is_enough(admin_client, site_tree):
    mine, other = factories.network(), factories.network()
    for network in (mine, other):
        factories.article(title=f"Artykuł sieci {network.pk}", networks=[network])
        factories.meeting(title=f"Spotkanie sieci {network.pk}", parent=network)
    text = digest(admin_client, networks=[mine.pk])["pl-txt"]
    for kind in ("Artykuł", "Spotkanie"):
        assert f"{kind} sieci {mine.pk}" in text
        assert f"{kind} sieci {other.pk}" not in text


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-05-02", "2026-05-01", "Okres kończy się, zanim się zaczyna."),
        ("2024-05-02", "2026-05-01", "Skrót obejmuje najwyżej rok."),
        ("dawno", "2026-05-01", "Wpisz poprawną datę."),
        ("9999-12-01", "9999-12-31", "mniejsza"),
        ("0001-01-01", "0001-01-31", "większa"),
    ],
)
def test_a_period_without_sense_is_said_and_kept(admin_client, site_tree, start, end, said):
    response = admin_client.get(reverse("digest"), month(start=start, end=end))
    html = response.content.decode()
    assert said in html
    assert f'value="{start}"' in html


def test_without_pages_of_ones_own_there_is_no_digest(client, member_client, site_tree):
    for anyone in (client, member_client):
        assert anyone.get(reverse("digest")).status_code == 302
        assert anyone.post(reverse("digest"), {"download": "pl.txt"}).status_code == 302


def test_it_asks_as_often_for_many_things_as_for_few(admin_client, site_tree):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            digest(admin_client)
        return len(asked)

    factories.article()
    queries()  # what is kept for later requests
    few = queries()
    for _ in range(3):
        factories.article()
    assert queries() <= few


def test_mails_ask_for_nothing_from_elsewhere(admin_client, site_tree):
    factories.article()
    html = digest(admin_client)["pl-html"]
    tags = {tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)}
    assert tags <= {"div", "h1", "h2", "h3", "p", "ul", "li", "a"}
    assert "url(" not in html
