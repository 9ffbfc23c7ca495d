"""A page saved by a browser, with its folder of pictures, brought over from one archive."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.bringing_over.reading import read_upload
from news.bringing_over.structure import take_apart
from news.models import BroughtArticle

PAGE = """<html><head><title>Relacja</title></head><body>
<header><img src="./Relacja_pliki/logo.png"></header>
<main><h1>Relacja</h1><p>Zajawka.</p><p>Tekst.</p>
<figure><img src="./Relacja_pliki/sala%20obrad.png" alt="Sala"><figcaption>Fot. Jan Przykładny
</figcaption></figure></main></body></html>"""


def packed(files: dict[str, bytes | str], name: str = "strona.zip") -> SimpleUploadedFile:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return SimpleUploadedFile(name, stored.getvalue())


def picture(side: int = 100) -> bytes:
    from PIL import Image

    stored = io.BytesIO()
    Image.new("RGB", (side, side), "teal").save(stored, "PNG")
    return stored.getvalue()


def saved(**others) -> SimpleUploadedFile:
    return packed(
        {
            "Relacja.html": PAGE,
            "Relacja_pliki/sala obrad.png": picture(),
            "Relacja_pliki/logo.png": picture(),
            "Relacja_pliki/styl.css": "body{}",
            "Relacja_pliki/saved_resource.html": "<p>Ramka</p>",
            **others,
        }
    )


def images_of(file: SimpleUploadedFile) -> list[int]:
    return [image.number for image in take_apart(read_upload(file)).images]


def test_the_article_comes_with_its_pictures_and_without_those_of_the_frame():
    source = read_upload(saved())
    found = take_apart(source)

    assert (found.title, found.lead) == ("Relacja", "Zajawka.")
    assert [each.content_type for each in source.pictures] == ["image/png"]
    assert [(image.alt, image.author) for image in found.images] == [("Sala", "Jan Przykładny")]


def test_pictures_are_asked_for_their_credits_as_those_of_a_word_document(
    client, administrator, site_tree
):
    client.force_login(administrator)
    client.post(reverse("bring_over"), {"file": saved()})

    article = BroughtArticle.objects.get()
    said = client.get(reverse("brought_article", args=[article.pk])).content.decode()

    image = article.images.get()
    assert image.author == "Jan Przykładny"
    assert f'name="picture-{image.pk}-alt_en"' in said


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("Wie%C5%9B_pliki/a.png", "Wieś_pliki/a.png"),
        ("wieś_pliki/a.png", "Wies\u0301_PLIKI/a.png"),
        ("./Wieś_pliki/a.png?w=300", "Wieś_pliki/a.png"),
        ("pliki/../pliki/a.png", "pliki\\a.png"),
    ],
)
def test_names_are_found_however_browsers_and_packers_write_them(address, path):
    page = f'<h1>T</h1><p>Lead.</p><img src="{address}">'

    assert images_of(packed({"Wieś.html": page, path: picture()})) == [0]


def test_names_in_the_letters_of_polish_windows_are_read():
    page = '<meta charset="utf-8"><h1>T</h1><p>Lead.</p><img src="Łódź_pliki/a.png">'
    file = packed({"index.html": page, "####_pliki/a.png": picture()})
    file.file.seek(0)
    data = file.read().replace(b"####", "Łódź".encode("cp852"))

    assert images_of(SimpleUploadedFile("strona.zip", data)) == [0]


def test_what_is_not_beside_the_page_is_listed_and_nothing_else_is_read():
    page = (
        '<h1>T</h1><p>Lead.</p><img src="../../etc/passwd"><img src="file:///etc/passwd">'
        '<img src="//example.org/a.png"><img src="brak.png">'
    )
    found = take_apart(read_upload(packed({"a/b.html": page, "a/c.png": picture()})))

    assert found.images == []
    assert any("brak.png" in line for line in found.dropped)
    assert any("example.org" in line for line in found.dropped)


def test_icons_are_left_out_and_said_once():
    page = '<h1>T</h1><p>Lead.</p><img src="i.png"><img src="i.png"><img src="j.png">'
    found = take_apart(
        read_upload(packed({"a.html": page, "i.png": picture(32), "j.png": picture(16)}))
    )

    assert found.images == []
    assert found.dropped == ["Pominięto ikony i inne małe obrazy."]


def test_a_picture_named_twice_is_one_picture():
    page = '<h1>T</h1><p>Lead.</p><img src="a.png"><p>x</p><img src="a.png">'

    source = read_upload(packed({"a.html": page, "a.png": picture()}))

    assert len(source.pictures) == 1


def damaged() -> SimpleUploadedFile:
    data = packed({"a.html": "<h1>Tytuł</h1>" * 50}).read()
    return SimpleUploadedFile("strona.zip", data[:45] + b"\xff\xff\xff\xff" + data[49:])


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (lambda: packed({"a.html": PAGE, "../../b.png": picture()}), "niebezpieczne nazwy"),
        (lambda: packed({"a.html": PAGE, "/etc/b.png": picture()}), "niebezpieczne nazwy"),
        (lambda: packed({"a.html": PAGE, "b.png": b"\0" * 20_000_000}), "większy, niż wolno"),
        (lambda: packed({"a.html": PAGE, **{f"{n}.css": "" for n in range(2_001)}}),
         "większy, niż wolno"),
        (lambda: packed({"a.png": picture()}), "nie odpowiada"),
        (lambda: packed({"a.html": PAGE, "b.html": PAGE}), "kilka stron"),
        (damaged, "uszkodzone"),
        (lambda: SimpleUploadedFile("strona.zip", b"PK nonsense"), "nie odpowiada"),
    ],
)  # fmt: skip
def test_an_archive_that_is_hostile_or_no_page_is_refused_in_words(file, why):
    with pytest.raises(ValidationError) as refusal:
        read_upload(file())
    assert why in " ".join(refusal.value.messages)


def test_a_picture_too_large_to_be_ours_is_listed(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    page = '<h1>T</h1><p>Lead.</p><img src="a.png">'

    found = take_apart(read_upload(packed({"a.html": page, "a.png": picture(400)})))

    assert found.images == []
    assert any("a.png" in line for line in found.dropped)


def cut_short() -> SimpleUploadedFile:
    """A picture that ends too early, rightly packed."""
    return saved(**{"Relacja_pliki/sala obrad.png": picture()[:120]})


def broken_in_the_archive() -> SimpleUploadedFile:
    """A picture whose bytes are not those that were packed."""
    data, name = saved().read(), b"Relacja_pliki/sala obrad.png"
    start = data.index(name) + len(name)
    return SimpleUploadedFile("strona.zip", data[:start] + b"\xff" * 8 + data[start + 8 :])


@pytest.mark.parametrize(
    ("file", "why"),
    [(cut_short, "Plik jest uszkodzony"), (broken_in_the_archive, "uszkodzony w archiwum")],
)
def test_a_damaged_picture_is_told_and_the_rest_of_the_page_comes(
    client, administrator, site_tree, file, why
):
    client.force_login(administrator)
    client.post(reverse("bring_over"), {"file": file()})

    article = BroughtArticle.objects.get()
    said = client.get(reverse("brought_article", args=[article.pk])).content.decode()

    assert why in said
    assert not article.images.exists()
    assert (article.proposed["title"], article.proposed["lead"]) == ("Relacja", "Zajawka.")
    assert "Tekst." in str(article.blocks)


def test_an_error_is_said_at_the_form(client, administrator, site_tree):
    client.force_login(administrator)

    said = client.post(reverse("bring_over"), {"file": packed({"a.html": PAGE, "b.htm": PAGE})})

    assert "kilka stron" in said.content.decode()
    assert not BroughtArticle.objects.exists()
