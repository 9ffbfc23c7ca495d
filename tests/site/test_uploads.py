"""What may be uploaded, and what is refused whatever it calls itself."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form

from base.models import CustomDocument, CustomImage
from base.uploads import MOST_ENTRIES, check_document
from tests import factories

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF"
HTML = b"<!doctype html><html><script>alert(1)</script></html>"


def zipped(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "."), data)
    return stream.getvalue()


def archive_of(names: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return stream.getvalue()


def office(part: str, **more: bytes) -> bytes:
    return archive_of({"[Content_Types].xml": b"<Types/>", part: b"<x/>", **more})


def open_document(kind: str) -> bytes:
    stated = f"application/vnd.oasis.opendocument.{kind}".encode()
    return archive_of({"mimetype": stated, "content.xml": b"<x/>"})


GOOD = {
    "uchwala.pdf": PDF,
    "wzor.docx": office("word/document.xml"),
    "budzet.xlsx": office("xl/workbook.xml"),
    "pokaz.pptx": office("ppt/presentation.xml"),
    "wzor.odt": open_document("text"),
    "budzet.ods": open_document("spreadsheet"),
    "pokaz.odp": open_document("presentation"),
    "dane.csv": "miasto;kwota\nŁódź;5\n".encode("cp1250"),
    "opis.txt": "zażółć gęślą jaźń".encode(),
    "napisy.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\nTekst",
    "spotkanie.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "pakiet.zip": archive_of({"uchwala.pdf": PDF, "mapa.png": factories.png()}),
}
BAD = {
    "strona.pdf": HTML,
    "strona.txt": HTML,
    "rysunek.txt": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "program.txt": b"MZ\x00\x01",
    "uchwala.docx": PDF,
    "budzet.xlsx": office("word/document.xml"),
    "makra.docx": office("word/document.xml", **{"word/vbaProject.bin": b"x"}),
    "wzor.odt": open_document("presentation"),
    "pakiet.zip": archive_of({"strona.html": HTML}),
    "wewnatrz.zip": archive_of({"jeszcze.zip": archive_of({"a.txt": b"a"})}),
    "na-zewnatrz.zip": archive_of({"../../etc/a.txt": b"a"}),
    "wiele.zip": archive_of({f"{n}.txt": b"" for n in range(MOST_ENTRIES + 1)}),
    "bomba.zip": archive_of({"a.txt": b"0" * 30 * 1024 * 1024}),
    "spotkanie.ics": b"hello",
    "napisy.vtt": b"hello",
    "puste.txt": b"",
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_is_what_it_says_may_be_stored(name):
    check_document(SimpleUploadedFile(name, GOOD[name]))


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_what_it_says_or_swells_is_refused(name):
    with pytest.raises(ValidationError):
        check_document(SimpleUploadedFile(name, BAD[name]))


def test_a_document_over_20_megabytes_is_refused():
    with pytest.raises(ValidationError, match="20"):
        check_document(SimpleUploadedFile("duzy.pdf", PDF + b"0" * (20 * 1024 * 1024)))


@pytest.mark.parametrize("name", ["strona.html", "rysunek.svg", "program.exe", "skrypt.js"])
def test_the_admin_takes_no_format_a_browser_runs(site_tree, name):
    form = get_document_form(CustomDocument)(
        {"title": "Plik", "collection": 1, "language": "pl"},
        {"file": SimpleUploadedFile(name, HTML)},
    )
    assert "file" in form.errors


def test_the_admin_looks_into_a_new_document(site_tree, administrator):
    def form(data: bytes):
        return get_document_form(CustomDocument)(
            {"title": "Uchwała", "collection": 1, "language": "pl"},
            {"file": SimpleUploadedFile("uchwala.pdf", data)},
            user=administrator,
        )

    assert "file" not in form(PDF).errors
    assert "file" in form(HTML).errors


def test_a_stored_document_is_not_read_again_when_its_title_changes(site_tree):
    document = factories.document()
    document.file.storage.delete(document.file.name)
    document.title = "Nowy tytuł"
    document.clean()


def picture(format_: str, size: tuple[int, int] = (48, 32)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, format_)
    return stream.getvalue()


def image_form(administrator, name: str, data: bytes):
    fields = {"title": "Obraz", "author": "Jan Przykładny", "is_decorative": "on", "collection": 1}
    return get_image_form(CustomImage)(
        fields, {"file": SimpleUploadedFile(name, data)}, user=administrator
    )


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_pictures_of_the_allowed_formats_are_taken(site_tree, administrator, format_):
    name = f"obraz.{format_.lower()}"
    assert "file" not in image_form(administrator, name, picture(format_)).errors


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("obraz.gif", picture("GIF")),
        ("obraz.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("obraz.bmp", picture("BMP")),
        ("obraz.png", picture("GIF")),
        ("obraz.jpg", HTML),
    ],
)
def test_other_pictures_are_refused_whatever_their_name(site_tree, administrator, name, data):
    assert "file" in image_form(administrator, name, data).errors


def test_a_picture_of_more_than_20_megapixels_is_refused(site_tree, administrator):
    stream = io.BytesIO()
    Image.new("1", (5000, 4100)).save(stream, "PNG")
    assert "file" in image_form(administrator, "duzy.png", stream.getvalue()).errors


def test_what_readers_get_of_a_picture_does_not_say_where_it_was_taken(site_tree):
    stream = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = {1: "N", 2: (52.0, 24.0, 0.0), 3: "E", 4: (16.0, 55.0, 0.0)}
    Image.new("RGB", (640, 480), "teal").save(stream, "JPEG", exif=exif)
    image = factories.image(file=SimpleUploadedFile("spacer.jpg", stream.getvalue()))
    for spec in ("width-320|format-webp", "width-320|format-jpeg", "original"):
        rendition = image.get_rendition(spec)
        with rendition.file.open("rb") as made:
            assert not dict(Image.open(made).getexif().get_ifd(0x8825)), spec
