"""PO files: out of the house and back without loss."""

from __future__ import annotations

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from base.translating import english_locale
from tests import factories, texts
from tests.admin.forms import text_of

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


@pytest.fixture(scope="module")
def a_practice(shared, commit):
    practice = factories.practice(solution="<p>Rozwiązanie z <b>naciskiem</b> i „cytatem”.</p>")
    with commit():
        translate_object(practice, [english_locale()])
        texts.translate(practice, word="English")
    return practice


@pytest.fixture
def practice(a_practice, db):
    return type(a_practice).objects.get(pk=a_practice.pk)


def download(client, practice) -> polib.POFile:
    address = reverse("workbench_download_po", args=[texts.translation_of(practice).pk])
    return polib.pofile(client.get(address).content.decode())


def upload(client, practice, content: bytes) -> str:
    address = reverse("workbench_upload_po", args=[texts.translation_of(practice).pk])
    file = SimpleUploadedFile("strona.po", content)
    return text_of(client.post(address, {"file": file}, follow=True))


def english_of(practice) -> dict:
    rows = StringTranslation.objects.filter(context__object_id=practice.translation_key)
    return {(row.context.path, row.translation_of.data): row.data
            for row in rows.select_related("context", "translation_of")}  # fmt: skip


def test_a_file_comes_back_as_it_went(practice, admin_client):
    before = english_of(practice)
    po = download(admin_client, practice)
    StringTranslation.objects.filter(context__object_id=practice.translation_key).delete()

    upload(admin_client, practice, str(po).encode())

    assert english_of(practice) == before


def test_a_text_translated_outside_is_taken_in(practice, admin_client):
    po = download(admin_client, practice)
    next(entry for entry in po if entry.msgctxt == "lead").msgstr = "Żółć, said “outside”."

    said = upload(admin_client, practice, str(po).encode())

    assert "wczytano 1 tekst" in said
    assert english_of(practice)["lead", practice.lead] == "Żółć, said “outside”."


def test_a_text_with_markup_that_is_not_allowed_is_counted_as_refused(practice, admin_client):
    po = download(admin_client, practice)
    for path, english in (("lead", "Outside."), ("solution", "<script>x</script> <b>outside")):
        next(entry for entry in po if entry.msgctxt == path).msgstr = english

    for taken in ("wczytano 1 tekst.", "wczytano 0 tekstów."):
        said = upload(admin_client, practice, str(po).encode())
        assert taken in said
        assert "1 tekst jest odrzucony, dopóki nie zostanie poprawiony" in said


def test_machine_made_goes_out_as_fuzzy_and_is_confirmed_by_taking_the_mark_off(
    practice, admin_client
):
    lead = StringTranslation.objects.filter(
        context__object_id=practice.translation_key, context__path="lead"
    )
    lead.update(translation_type=MACHINE)
    po = download(admin_client, practice)
    entry = next(entry for entry in po if entry.msgctxt == "lead")
    assert "fuzzy" in entry.flags

    upload(admin_client, practice, str(po).encode())
    assert lead.get().translation_type == MACHINE

    entry.flags.remove("fuzzy")
    upload(admin_client, practice, str(po).encode())
    assert lead.get().translation_type != MACHINE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"/etc/passwd", "To nie jest plik PO"),
        (b"\xff\xfe\x00\n", "To nie jest plik PO"),
        (b'msgid ""\nmsgstr ""\n\nmsgid "Tytu\xc5\x82"\nmsgstr "Title"\n', "do innej strony"),
        (b"x" * (2 * 1024 * 1024 + 1), "więcej niż 2 MB"),
    ],
)
def test_what_is_no_file_of_this_page_is_refused_in_words(practice, admin_client, content, said):
    before = english_of(practice)

    assert said in upload(admin_client, practice, content)
    assert english_of(practice) == before


def test_a_refusal_is_said_in_the_language_chosen_for_the_admin(
    practice, admin_client, administrator
):
    UserProfile.objects.create(user=administrator, preferred_language="en")

    said = upload(admin_client, practice, b"nonsense")

    assert "Not done:" in said
    assert "This is not a PO file" in said
    assert "Tego nie wykonano" not in said
