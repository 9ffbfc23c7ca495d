"""What the examination of a published page finds."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from news.models import MediaKind
from practices.models.vocabularies import LegalBasisKind
from tests import factories
from tests.admin.forms import text_of
from workbench.condition.examining import examine
from workbench.models import Barrier, Finding, Link, LinkUse


@pytest.fixture
def article(site_tree):
    return factories.article(body=[("paragraph", "<p>Zwykły tekst.</p>")])


def found(page, body) -> list[tuple[str, str]]:
    page.body = body
    page.save()
    examine(page)
    return list(Finding.objects.filter(page=page).order_by("pk").values_list("barrier", "words"))


@pytest.mark.parametrize(
    ("html", "barrier", "words"),
    [
        ("<h3>Od razu trzeci</h3>", Barrier.HEADING_SKIPPED, "Od razu trzeci"),
        ("<h2> </h2>", Barrier.HEADING_EMPTY, ""),
        ('<p><a href="https://example.org/">Kliknij tutaj</a></p>', Barrier.LINK_TEXT,
         "Kliknij tutaj"),
        ('<p><a href="https://example.org/">więcej…</a></p>', Barrier.LINK_TEXT, "więcej…"),
        ('<p><a href="https://example.org/">https://example.org/a</a></p>', Barrier.LINK_TEXT,
         "https://example.org/a"),
        ('<p><a linktype="page" id="999999">Regulamin</a></p>', Barrier.LINK_LOST, "Regulamin"),
        ('<p><a linktype="document" id="999999">Wzór</a></p>', Barrier.LINK_LOST, "Wzór"),
    ],
)  # fmt: skip
def test_a_barrier_in_a_text_is_found(article, html, barrier, words):
    assert found(article, [("paragraph", html)]) == [(barrier, words)]


def test_a_film_without_a_transcript_is_found(article):
    film = {"title": "Spacer", "address": "https://example.org/f", "transcript": "",
            "has_captions": True}  # fmt: skip

    assert found(article, [("video", film)]) == [(Barrier.NO_TRANSCRIPT, "")]
    assert found(article, [("video", {**film, "transcript": "Mówi burmistrz."})]) == []


def test_captions_are_asked_of_a_film_once_and_not_of_its_english_page(article):
    film = {"title": "Spacer", "address": "https://example.org/f", "transcript": "Mówi burmistrz.",
            "has_captions": False}  # fmt: skip

    assert found(article, [("video", film)]) == [(Barrier.NO_CAPTIONS, "")]
    assert found(factories.english(article), [("video", film)]) == []


def in_fields(page) -> list[tuple[str, str]]:
    examine(page)
    return list(Finding.objects.filter(page=page).order_by("pk").values_list("barrier", "place"))


def test_films_in_the_fields_of_pages_are_asked_the_same(site_tree):
    film = "https://vimeo.com/76979871"
    practice = factories.practice(video_url=film)
    meeting = factories.meeting(recording_url=film, recording_transcript="Wita prezydent.")
    captioned = factories.practice(
        video_url=film, video_has_captions=True, video_transcript="Widać ogród."
    )

    assert in_fields(practice) == [
        (Barrier.NO_TRANSCRIPT, "Transkrypcja filmu"),
        (Barrier.NO_CAPTIONS, "Film ma napisy"),
    ]
    assert in_fields(meeting) == [(Barrier.NO_CAPTIONS, "Nagranie ma napisy")]
    assert in_fields(captioned) == []
    assert in_fields(factories.english(captioned, full=False)) == [
        (Barrier.NO_TRANSCRIPT, "Transkrypcja filmu")
    ]


def test_captions_are_not_asked_of_what_is_only_heard(site_tree):
    talk = factories.gallery(
        kind=MediaKind.RECORDING, url="https://example.org/rozmowa", transcript="Mówi prezydent."
    )

    assert in_fields(talk) == []


def test_headings_in_order_and_links_that_speak_are_no_barriers(article):
    target = factories.article()
    body = [
        ("heading", "Drugi"),
        ("paragraph", "<h3>Trzeci</h3><p>a</p><h4>Czwarty</h4><h3>Znów trzeci</h3>"),
        ("paragraph", f'<p><a linktype="page" id="{target.pk}">Regulamin naboru</a></p>'),
    ]

    assert found(article, body) == []


def test_fields_of_a_practice_stand_under_headings_of_their_own(site_tree):
    practice = factories.practice(challenge="<h3>Woda</h3><p>Po deszczu.</p>")

    examine(practice)

    assert not Finding.objects.filter(page=practice).exists()


def test_what_is_mended_or_no_longer_published_is_no_longer_found(article, commit):
    body = [("paragraph", '<p><a href="https://example.org/x">tutaj</a></p>')]
    article.body = body
    with commit():
        article.save_revision().publish()
    assert Finding.objects.filter(page=article).exists()
    assert LinkUse.objects.filter(page=article).exists()

    with commit():
        article.unpublish()

    assert not Finding.objects.filter(page=article).exists()
    assert not LinkUse.objects.filter(page=article).exists()


def test_addresses_are_noted_once_with_the_words_that_lead_there(article):
    html = (
        '<p><a href="https://example.org/a">Pierwszy</a> <a href="https://example.org/a">Raz '
        'jeszcze</a> <a href="mailto:a@example.org">list</a> <a href="/pl/">my</a>'
        '<a href="http://[bad">zły</a></p>'
    )
    found(article, [("paragraph", html)])
    other = factories.article(body=[("paragraph", html)])
    examine(other)

    [link] = Link.objects.all()
    assert link.host == "example.org"
    assert LinkUse.objects.filter(link=link).count() == 2


def test_the_report_leads_an_editor_to_their_pages_alone(article, client, site_tree):
    found(article, [("paragraph", "<h3>Od razu trzeci</h3>")])
    address = reverse("workbench_barriers")
    client.force_login(
        factories.editor(factories.index(type(factories.meeting().get_parent().specific)))
    )
    assert "Od razu trzeci" not in text_of(client.get(address))
    client.force_login(factories.editor(site_tree))

    response = client.get(address, {"barrier": Barrier.HEADING_SKIPPED})

    assert "Od razu trzeci" in text_of(response)
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in response.content.decode()
    exported = client.get(address, {"export": "xlsx"})
    assert exported["Content-Type"].endswith("spreadsheetml.sheet")


def _shown(client, name: str, language: str) -> tuple[str, list[str]]:
    """What a report and its workbook say to a reader of this language."""
    reader = factories.administrator()
    UserProfile.objects.create(user=reader, preferred_language=language)
    client.force_login(reader)
    page = client.get(reverse(name), {"state": Link.State.UNKNOWN})
    exported = client.get(reverse(name), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(exported.streaming_content))).active
    return text_of(page), [str(cell.value) for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize(("finder", "reader"), [("pl", "en"), ("en", "pl")])
def test_where_something_stands_is_told_in_the_language_of_its_reader(
    site_tree, client, finder, reader
):
    field = {"pl": "Wyzwanie", "en": "Challenge"}
    row = {"pl": "„Podstawa prawna”", "en": "“Legal basis”"}
    practice = factories.practice(challenge="<h4>Woda</h4>")
    practice.legal_basis.create(kind=LegalBasisKind.ACT, url="https://example.org/act")
    with translation.override(finder):
        examine(practice)

    page, cells = _shown(client, "workbench_barriers", reader)
    links, _cells = _shown(client, "workbench_links", reader)

    assert field[reader] in page
    assert field[reader] in cells
    assert field[finder] not in [page, *cells]
    assert row[reader] in links
    assert row[finder] not in links
