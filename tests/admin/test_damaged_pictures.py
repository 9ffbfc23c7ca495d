"""A damaged picture is an error the editor reads, wherever it is uploaded."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from base.models import CustomImage
from news.models import BroughtArticle
from tests import factories
from tests.admin.forms import text_of
from tests.news.word import paragraph, word

SAID = "Plik jest uszkodzony albo nie jest zdjęciem; wybierz inny."


def half(kind: str) -> bytes:
    """The first half of a picture that does not pack into its first bytes."""
    stream = io.BytesIO()
    Image.effect_noise((96, 64), 80).convert("RGB").save(stream, kind)
    return stream.getvalue()[: stream.tell() // 2]


DAMAGED = {
    "signature.png": b"\x89PNG\r\n\x1a\n" + b"x" * 50,
    "half.png": half("PNG"),
    "half.jpg": half("JPEG"),
    "half.webp": half("WEBP"),
    "signature.jpg": b"\xff\xd8\xff\xe0" + b"x" * 50,
    "signature.webp": b"RIFF\x32\x00\x00\x00WEBPVP8 " + b"x" * 50,
    "signature.avif": b"\x00\x00\x00\x1cftypavif" + b"x" * 50,
    "words.png": b"To nie jest obraz.",
}


def _fields(file: Any) -> dict[str, Any]:
    words = {"title": "Rynek", "author": "Jan Przykładny", "alt_pl": "Rynek", "alt_en": "Square"}
    return {"file": file, "collection": "1", "tags": "", **words}


def test_every_form_of_a_picture_says_that_it_is_damaged(site_tree, admin_client):
    for name, data in DAMAGED.items():
        page = admin_client.post(
            reverse("wagtailimages:add"), _fields(SimpleUploadedFile(name, data))
        )
        assert SAID in text_of(page), name
        assert 'value="Jan Przykładny"' in page.content.decode(), name

        several = admin_client.post(
            reverse("wagtailimages:add_multiple"), {"files[]": SimpleUploadedFile(name, data)}
        ).json()
        assert several["success"] is False, name
        assert SAID in several["error_message"], name

        given = _fields(SimpleUploadedFile(name, data))
        chooser = admin_client.post(
            reverse("wagtailimages_chooser:create"),
            {f"image-chooser-upload-{key}": value for key, value in given.items()},
        ).json()
        assert chooser["step"] == "reshow_creation_form", name
        assert SAID in chooser["htmlFragment"], name
    assert not CustomImage.objects.exists()


def test_a_whole_picture_of_each_kind_is_taken(site_tree, admin_client):
    for kind, name in (("PNG", "a.png"), ("JPEG", "a.jpg"), ("WEBP", "a.webp"), ("AVIF", "a.avif")):
        stream = io.BytesIO()
        Image.new("RGB", (48, 32), "teal").save(stream, kind)
        file = SimpleUploadedFile(name, stream.getvalue())
        admin_client.post(reverse("wagtailimages:add"), _fields(file))
        image = CustomImage.objects.latest("pk")
        assert image.file.name.endswith(name[1:]), name
        assert image.file.read() == stream.getvalue(), name


def test_a_picture_of_too_many_pixels_to_be_opened_is_refused(site_tree, admin_client, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    file = SimpleUploadedFile("bomb.png", factories.png())
    page = admin_client.post(reverse("wagtailimages:add"), _fields(file))
    assert "Zdjęcie ma za dużo pikseli; zmniejsz je i wybierz ponownie." in text_of(page)


@pytest.mark.parametrize("name", ["signature.png", "half.png"])
def test_a_document_brought_over_leaves_its_damaged_picture_out(site_tree, admin_client, name):
    data = DAMAGED[name]
    inline = base64.b64encode(data).decode()
    pasted = (
        "<h1>Relacja</h1><p>Zajawka.</p><p>Treść.</p>"
        f'<p><img src="data:image/png;base64,{inline}" alt="Sala"></p>'
    )
    parts = (paragraph("Relacja", "T"), paragraph("Zajawka."), paragraph("Treść."))
    document = SimpleUploadedFile("artykul.docx", word(*parts, picture=data))
    for given in ({"html": pasted}, {"file": document}):
        page = admin_client.post(reverse("bring_over"), given, follow=True)
        assert SAID in text_of(page)
        article = BroughtArticle.objects.latest("pk")
        assert article.blocks == [["paragraph", "<p>Treść.</p>"]]
        assert not article.images.exists()
