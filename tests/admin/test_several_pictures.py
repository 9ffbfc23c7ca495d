"""Many pictures at once: what they share is asked for once, and none is lost."""

from __future__ import annotations

import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, UploadedFile

from base.models import CustomImage
from base.several_pictures import title_from
from tests import factories

SHARED = {
    "shared-author": "Jan Przykładny",
    "shared-source": "Flickr",
    "shared-licence": "cc-by",
}


def photograph() -> bytes:
    """A photograph that says where it was taken."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 24.0, 0.0), 3: "E", 4: (16.0, 55.0, 0.0)}
    Image.new("RGB", (64, 48), "teal").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def two_halves() -> bytes:
    """A picture red on the left and teal on the right, where nothing is to be lost."""
    stream = io.BytesIO()
    picture = Image.new("RGB", (64, 48), "red")
    picture.paste("teal", (32, 0, 64, 48))
    picture.save(stream, "PNG")
    return stream.getvalue()


def upload(client: Any, name: str, data: bytes, **shared: Any) -> dict[str, Any]:
    given = {"files[]": SimpleUploadedFile(name, data), **SHARED, **shared}
    return client.post(reverse("wagtailimages:add_multiple"), given).json()


def fields(answer: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """The address and the fields of the form that comes with an uploaded picture."""
    form = BeautifulSoup(answer["form"], "html.parser").form
    found = {
        each["name"]: each.get("value", "")
        for each in form.select("input[name]")
        if each.get("type") != "checkbox" or each.has_attr("checked")
    }
    for chosen in form.select("select[name]"):
        option = chosen.select_one("option[selected]")
        found[chosen["name"]] = option["value"] if option else ""
    return form["action"], found


def test_what_is_asked_once_is_in_the_form_of_every_picture(site_tree, admin_client):
    closed = Collection.get_first_root_node().add_child(name="Kraków")

    for name, title in (("rynek_po-remoncie.JPG", "Rynek po remoncie"), ("ogrod.jpg", "Ogrod")):
        answer = upload(admin_client, name, photograph(), collection=closed.pk)
        found = {key.rpartition("-")[2]: value for key, value in fields(answer)[1].items()}
        assert found["title"] == title
        assert (found["author"], found["source"]) == ("Jan Przykładny", "Flickr")
        assert (found["licence"], found["collection"]) == ("cc-by", str(closed.pk))


def test_a_picture_without_its_words_waits_and_keeps_what_was_typed(site_tree, admin_client):
    address, given = fields(upload(admin_client, "rynek.jpg", photograph()))
    prefix = next(iter(key for key in given if key.endswith("title"))).removesuffix("title")

    refused = admin_client.post(address, {**given, f"{prefix}alt_pl": "Rynek z drzewami"}).json()

    assert refused["success"] is False
    address, kept = fields(refused)
    assert kept[f"{prefix}alt_pl"] == "Rynek z drzewami"
    assert "Opisz zdjęcie albo oznacz je jako dekoracyjne." in refused["form"]
    assert not CustomImage.objects.filter(title="Rynek").exists()

    saved = admin_client.post(address, {**kept, f"{prefix}alt_en": "Square with trees"}).json()

    assert saved["success"] is True
    image = CustomImage.objects.get(title="Rynek")
    assert (image.author, image.licence, image.alt_pl) == (
        "Jan Przykładny", "cc-by", "Rynek z drzewami",
    )  # fmt: skip
    assert not UploadedFile.objects.exists()
    with image.file.open("rb") as stored:
        assert not dict(Image.open(stored).getexif().get_ifd(0x8825))


def test_the_area_that_must_stay_in_view_is_kept_and_cuts_keep_it(site_tree, admin_client):
    address, given = fields(upload(admin_client, "rynek.png", two_halves()))
    prefix = next(iter(key for key in given if key.endswith("title"))).removesuffix("title")
    words = {f"{prefix}alt_pl": "Rynek", f"{prefix}alt_en": "Square"}
    # The teal half: from 50 % to 100 % of the width.
    area = {"x": "48", "y": "24", "width": "32", "height": "48"}

    focal = {f"{prefix}focal_point_{name}": value for name, value in area.items()}
    saved = admin_client.post(address, {**given, **words, **focal}).json()

    assert saved["success"] is True
    image = CustomImage.objects.get(title="Rynek")
    assert image.get_focal_point().right == 64
    with image.get_rendition("fill-20x48|format-png").file.open("rb") as file:
        cut = Image.open(file).convert("RGB")
    assert cut.getpixel((0, 20))[0] < 50


def test_the_form_of_a_picture_asks_for_its_area_in_labelled_numbers(site_tree, admin_client):
    form = BeautifulSoup(upload(admin_client, "rynek.jpg", photograph())["form"], "html.parser")

    numbers = form.select("[data-focal-area] input[type=number]")
    assert [form.select_one(f"label[for={each['id']}]").text for each in numbers] == [
        "Od lewej (w procentach)", "Od góry (w procentach)", "Szerokość (w procentach)",
        "Wysokość (w procentach)",
    ]  # fmt: skip
    for name in ("x", "y", "width", "height"):
        assert form.select_one(f"input.focal_point_{name}")


def test_a_file_that_is_no_picture_is_refused_and_the_others_stay(site_tree, admin_client):
    upload(admin_client, "rynek.jpg", photograph())
    answer = upload(admin_client, "strona.jpg", b"<html></html>")

    assert answer["success"] is False
    assert answer["error_message"]
    assert UploadedFile.objects.count() == 1


def test_who_adds_no_pictures_adds_none_at_once(client, site_tree):
    someone = factories.user()
    factories.permit(someone, "wagtailadmin.access_admin")
    client.force_login(someone)

    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": SimpleUploadedFile("rynek.jpg", photograph()), **SHARED},
    )

    assert response.status_code in (302, 403)
    assert not UploadedFile.objects.exists()


def test_the_page_asks_for_the_credit_above_the_files(site_tree, admin_client):
    soup = BeautifulSoup(
        admin_client.get(reverse("wagtailimages:add_multiple")).content, "html.parser"
    )

    for name in ("author", "source", "licence", "illustration"):
        field = soup.select_one(f"[name=shared-{name}]")
        assert soup.select_one(f"label[for={field['id']}]")
    assert soup.select_one(f"noscript a[href='{reverse('wagtailimages:add')}']")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("IMG_2034 rynek_po-remoncie.jpeg", "IMG 2034 rynek po remoncie"),
        ("łódź.png", "Łódź"),
        ("2026-05-03.jpg", "2026 05 03"),
        ("bez rozszerzenia", "Bez rozszerzenia"),
    ],
)
def test_a_title_is_read_out_of_the_name_of_a_file(name, title):
    assert title_from(name) == title
