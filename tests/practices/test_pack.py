"""The implementation pack as one ZIP."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.translation import override

from base import access
from base.models.records import Who
from practices.models import PackDocument, PracticePage
from tests import factories


def practice_with(*documents) -> PracticePage:
    def fill(page: PracticePage) -> None:
        page.pack = [PackDocument(document=each, kind="resolution") for each in documents]

    return factories.practice(title="Miejska retencja", slug="miejska-retencja", fill=fill)


def fetch(client, practice, language="pl"):
    with override(language):
        return client.get(reverse("practice_pack", args=[practice.translation_key]))


def opened(response) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


@pytest.fixture
def resolution(site_tree):
    return factories.document(
        title="Uchwała o retencji – wzór",
        title_en="Resolution on water retention – model",
        licence="cc-by",
        issued_on=date(2021, 2, 1),
        file=ContentFile("zażółć".encode(), name="Uchwała (1).TXT"),
    )


def test_the_pack_holds_every_document_under_a_safe_name(client, resolution):
    response = fetch(client, practice_with(resolution, factories.document(title="Ża/łą\\cznik")))
    archive = opened(response)
    assert response["Content-Type"] == "application/zip"
    assert archive.testzip() is None
    names = archive.namelist()
    assert names[1:] == ["01-uchwala-o-retencji-wzor.txt", "02-zalacznik.txt"]
    assert archive.read(names[1]) == "zażółć".encode()
    assert archive.getinfo(names[1]).date_time[:3] == (2021, 2, 1)


def test_the_readme_says_what_under_which_licence_and_from_when(client, resolution):
    practice = practice_with(resolution)
    factories.english(practice, title="City-wide retention")
    archive = opened(fetch(client, practice, "en"))
    readme = archive.read("README.txt").decode("utf-8-sig")
    assert "City-wide retention" in readme
    assert "Resolution on water retention – model" in readme
    assert "creativecommons.org/licenses/by/4.0" in readme
    assert "1 February 2021" in readme
    assert "Uchwała" not in readme


def test_the_name_of_the_file_says_which_pack_it_is(client, resolution):
    response = fetch(client, practice_with(resolution))
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert "miejska-retencja.zip" in response["Content-Disposition"]


def test_a_document_of_a_closed_collection_is_not_in_the_pack(client, resolution):
    secret = factories.document(title="Tajny zalacznik", collection=factories.closed_collection())
    practice = practice_with(resolution)
    # Closed after it was put there: a file has its collection's audience, never its use's.
    practice.pack.create(document=secret, kind="other", sort_order=9)
    archive = opened(fetch(client, practice))
    assert len(archive.namelist()) == 2
    assert "Tajny" not in archive.read(archive.namelist()[0]).decode()


def test_a_practice_without_public_documents_has_no_pack(client, site_tree):
    assert fetch(client, factories.practice()).status_code == 404


def test_the_pack_of_a_practice_one_may_not_see_is_not_there(client, resolution):
    practice = practice_with(resolution)
    access.set_audience(practice, Who.MEMBERS)
    assert fetch(client, practice).status_code == 404


def test_only_a_public_pack_may_be_kept_by_a_cache(client, admin_client, resolution):
    practice = practice_with(resolution)
    assert fetch(client, practice)["Cache-Control"] == "public, max-age=300"
    access.set_audience(practice, Who.MEMBERS)
    assert fetch(admin_client, practice)["Cache-Control"] == "private, no-store"


def test_a_missing_file_does_not_break_the_pack(client, resolution):
    lost = factories.document(title="Zgubiony")
    practice = practice_with(lost, resolution)
    lost.file.storage.delete(lost.file.name)
    assert len(opened(fetch(client, practice)).namelist()) == 2
