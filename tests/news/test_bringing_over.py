"""Old articles brought over: cleaned to our blocks, with their pictures, as a draft."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from base.models import CustomImage
from news.bringing_over.credits import credit_in
from news.bringing_over.reading import read_html, read_upload
from news.bringing_over.structure import take_apart
from news.models import BroughtArticle, NewsPage
from tests import factories

from .word import paragraph, word

START = reverse("bring_over")


def _blocks(html):
    return take_apart(read_html(html)).blocks


def _of(kind, html):
    return [value for each, value in _blocks(f"<h1>T</h1><p>Lead.</p>{html}") if each == kind]


def _uploaded(data, name="artykul.docx"):
    return SimpleUploadedFile(name, data)


# --- What becomes of a document ---


def test_title_lead_and_headings_find_their_levels():
    found = take_apart(
        read_html("<h1>Tytuł</h1><p>Zajawka.</p><h3>Rozdział</h3><p>Tekst.</p><h5>Punkt</h5>")
    )
    assert (found.title, found.lead) == ("Tytuł", "Zajawka.")
    assert found.blocks == [
        ("heading", "Rozdział"),
        ("paragraph", "<p>Tekst.</p><h3>Punkt</h3>"),
    ]


def test_lists_links_and_emphasis_stay_and_all_else_is_words():
    html = (
        '<div style="color:red" onclick="x()">Luźne <span>słowa</span></div>'
        '<p>Jest <strong>ważne</strong>, <a href="https://example.org/a?b=1&c=2">tam</a>'
        ' i <a href="javascript:alert(1)">nie tam</a>.</p><ul><li>raz<ul><li>a</li></ul></li></ul>'
    )
    assert _of("paragraph", html) == [
        "<p>Luźne słowa</p>"
        '<p>Jest <b>ważne</b>, <a href="https://example.org/a?b=1&amp;c=2">tam</a> i nie tam.</p>'
        "<ul><li>raz<ul><li>a</li></ul></li></ul>"
    ]


def test_a_table_keeps_its_cells_in_rows_of_equal_length():
    html = (
        "<table><caption>Miasta</caption><tr><th>Sieć</th><th colspan=2>Miasta</th></tr>"
        "<tr><td>A|B</td><td>1</td></tr></table>"
    )
    (table,) = _of("table", html)
    assert table == {"caption": "Miasta", "rows": "Sieć | Miasta | \nA/B | 1 | "}


def test_what_a_polish_article_does_not_name_is_named_in_polish_whoever_brings_it_over():
    with translation.override("en"):
        (table,) = _of("table", "<table><tr><td>A</td><td>1</td></tr><tr><td>B</td></tr></table>")
    assert table["caption"] == "Tabela"


def test_films_of_both_hosts_become_films_and_other_frames_are_said():
    found = take_apart(
        read_html(
            '<iframe src="https://www.youtube-nocookie.com/embed/abcdefgh123" title="Spacer">'
            '</iframe><p>https://vimeo.com/123456</p><iframe src="https://zle.example.org/"></iframe>'
        )
    )
    assert [(kind, value["address"]) for kind, value in found.blocks] == [
        ("video", "https://www.youtube.com/watch?v=abcdefgh123"),
        ("video", "https://vimeo.com/123456"),
    ]
    assert "https://zle.example.org/" in " ".join(found.dropped)


def test_a_quotation_keeps_who_said_it():
    html = "<blockquote><p>Zmieniliśmy plan.</p><p>– Anna Przykładna</p></blockquote>"
    assert _of("quote", html) == [{"text": "Zmieniliśmy plan.", "author": "Anna Przykładna"}]


def test_pictures_of_other_sites_are_listed_and_not_fetched():
    found = take_apart(read_html('<p>Tekst <img src="https://stara.example.org/z.jpg"></p>'))
    assert not found.images
    assert "https://stara.example.org/z.jpg" in found.dropped[0]


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("Sala obrad. Fot. Jan Przykładny", "Jan Przykładny"),
        ("Zdjęcie: Urząd Miasta", "Urząd Miasta"),
        ("© Anna Przykładna", "Anna Przykładna"),
        ("Fotel w sali", ""),
    ],
)
def test_a_credit_is_found_below_a_picture(words, author):
    assert credit_in(words) == author


def test_only_the_article_of_a_whole_page_is_taken():
    html = (
        "<html><head><title>T</title></head><body><nav>Menu</nav><main><article><h1>A</h1>"
        "<p>Tekst.</p></article></main><footer>Stopka</footer></body></html>"
    )
    found = take_apart(read_html(html))
    assert (found.title, found.lead, found.blocks) == ("A", "Tekst.", [])


def test_a_page_in_an_old_encoding_is_read():
    html = '<meta charset="windows-1250"><h1>Żółć</h1>'.encode("cp1250")
    assert take_apart(read_html(html)).title == "Żółć"


def test_a_word_document_gives_its_headings_and_pictures():
    parts = (paragraph("Tytuł", "T"), paragraph("Zajawka."), paragraph("Część", "H1"))
    data = word(*parts, paragraph("Treść."), picture=factories.png())
    source = read_upload(_uploaded(data))
    found = take_apart(source)
    assert (found.title, found.lead) == ("Tytuł", "Zajawka.")
    assert found.blocks == [("heading", "Część"), ("paragraph", "<p>Treść.</p>"), ("image", 0)]
    assert found.images[0].alt == "Sala obrad"
    assert source.pictures[0].data == factories.png()


@pytest.mark.parametrize(
    "data",
    [
        word(
            paragraph("&a;"), declaration='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        ),
        word(paragraph("x"), **{"word/media/b.png": b"\0" * 30_000_000}),
        word(paragraph("x"), **{"word/vbaProject.bin": b"x"}),
        b"PK\x03\x04 not an archive",
        b"<html>",
    ],
    ids=["entities", "bomb", "macro", "broken", "not Word"],
)
def test_a_hostile_word_document_is_refused(data):
    with pytest.raises(ValidationError):
        read_upload(_uploaded(data))


def test_html_nested_without_end_is_refused():
    with pytest.raises(ValidationError):
        read_html("<div>" * 20_000 + "x")


# --- The pages ---


@pytest.fixture
def writer(administrator, site_tree, client):
    client.force_login(administrator)
    return administrator


@pytest.fixture
def brought(writer, client):
    picture = base64.b64encode(factories.png()).decode()
    html = (
        "<h1>Relacja ze spotkania</h1><p>Zajawka.</p><p>Treść.</p><script>x</script>"
        f'<figure><img src="data:image/png;base64,{picture}" alt="Sala">'
        "<figcaption>Sala. Fot. Jan Przykładny</figcaption></figure>"
    )
    client.post(START, {"html": html})
    return BroughtArticle.objects.get()


def _fields(article, **changed):
    prefix = f"picture-{article.images.get().pk}"
    picture = {"use": "text", "author": "Jan Przykładny", "alt_pl": "Sala", "alt_en": "A hall"}
    picture |= {name: changed.pop(name) for name in list(changed) if name in picture}
    return {
        "title": "Relacja ze spotkania",
        "lead": "Zajawka.",
        "date": "2019-05-14 10:00",
        "category": "meetings",
        "type": "report",
        **{f"{prefix}-{name}": value for name, value in picture.items()},
        **changed,
    }


def _send(client, article, data):
    return client.post(reverse("brought_article", args=[article.pk]), data, follow=True)


def test_what_the_document_says_is_proposed_and_what_was_left_out_is_said(brought, client):
    assert brought.proposed["category"] == "meetings"
    assert brought.proposed["type"] == "report"
    page = client.get(reverse("brought_article", args=[brought.pk])).content.decode()
    assert "Pominięto skrypty" in page
    assert 'value="Jan Przykładny"' in page
    picture = client.get(reverse("brought_picture", args=[brought.images.get().pk]))
    assert picture["Content-Type"] == "image/png"


def test_the_draft_has_its_text_pictures_and_meeting(brought, client, writer):
    meeting = factories.meeting()
    _send(client, brought, _fields(brought, meeting=meeting.pk))
    page = NewsPage.objects.get()
    image = CustomImage.objects.get()
    assert not page.live
    assert (page.title, page.lead, page.type) == ("Relacja ze spotkania", "Zajawka.", "report")
    assert [block.block_type for block in page.body] == ["paragraph", "image"]
    assert page.meeting == meeting
    assert page.body[1].value["image"] == image
    assert (image.author, image.alt_pl, image.alt_en) == ("Jan Przykładny", "Sala", "A hall")
    assert [network.pk for network in page.networks.all()] == [meeting.get_parent().pk]
    assert page.latest_revision.user == writer
    assert not BroughtArticle.objects.exists()


def test_a_meeting_and_its_report_lead_to_each_other(writer, client):
    meeting = factories.meeting()
    report = factories.article(title="Za nami spotkanie", meeting=meeting, type="report")
    assert f'href="{report.url}"' in client.get(meeting.url).content.decode()
    assert f'href="{meeting.url}"' in client.get(report.url).content.decode()


def test_a_report_is_begun_from_its_meeting_and_is_news(writer, client):
    meeting = factories.meeting(title="Spotkanie w Elblągu")
    menu = client.get(reverse("wagtailadmin_pages:edit", args=[meeting.pk])).content.decode()
    start = f"{START}?meeting={meeting.pk}"
    assert start in menu
    answer = client.post(start, {"html": "<h1>Notatka</h1><p>Zajawka.</p>"}, follow=True)
    form = answer.context["form"]
    assert {name: form[name].value() for name in ("meeting", "type", "category", "archived")} == {
        "meeting": meeting.pk, "type": "report", "category": "meetings", "archived": False,
    }  # fmt: skip
    draft = factories.draft(type(meeting), meeting.get_parent())
    for strange in ("0", "x", "9" * 30, str(factories.article().pk)):
        assert client.get(f"{START}?meeting={strange}").status_code == 404, strange
    assert client.get(f"{START}?meeting={draft.pk}").status_code == 200


def test_a_picture_may_be_the_cover_or_stay_out(brought, client):
    _send(client, brought, _fields(brought, use="cover"))
    page = NewsPage.objects.get()
    assert page.cover == CustomImage.objects.get()
    assert [block.block_type for block in page.body] == ["paragraph"]


def test_a_picture_without_its_texts_stops_the_draft_and_loses_nothing(brought, client):
    answer = _send(client, brought, _fields(brought, alt_en="", title="Inny tytuł"))
    assert not NewsPage.objects.exists()
    assert not CustomImage.objects.exists()
    page = answer.content.decode()
    assert "Szkic nie powstał" in page
    assert 'value="Inny tytuł"' in page


def test_a_document_is_its_bringers_own_and_can_be_forgotten(brought, client, site_tree):
    address = reverse("brought_article", args=[brought.pk])
    picture = reverse("brought_picture", args=[brought.images.get().pk])
    owner = brought.created_by
    client.force_login(factories.administrator())
    assert client.get(address).status_code == 404
    assert client.get(picture).status_code == 404
    client.force_login(owner)
    client.post(reverse("discard_brought_article", args=[brought.pk]))
    assert not BroughtArticle.objects.exists()


def test_what_nobody_finishes_is_forgotten(brought, client):
    BroughtArticle.objects.update(created_at=timezone.now() - timedelta(days=8))
    client.post(START, {"html": "<h1>Inny</h1>"})
    assert [str(article) for article in BroughtArticle.objects.all()] == ["Inny"]


def test_nothing_or_both_is_refused_and_the_paste_is_kept(writer, client):
    assert "Wybierz plik albo wklej" in client.post(START, {}).content.decode()
    data = {"html": "<p>Wklejone</p>", "file": _uploaded(b"<p>x</p>", "a.html")}
    assert "Wklejone" in client.post(START, data).content.decode()
    assert not BroughtArticle.objects.exists()


def test_only_who_may_write_news_brings_over(site_tree, client):
    client.force_login(factories.editor(factories.page_of(factories.practice().__class__)))
    assert client.get(START).status_code in (302, 403)
    assert client.post(START, {"html": "<h1>x</h1>"}).status_code in (302, 403)
    assert not BroughtArticle.objects.exists()
