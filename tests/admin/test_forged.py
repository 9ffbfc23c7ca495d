"""What no form of the admin sends is answered in words or as a bad request, never with an error."""

from __future__ import annotations

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from base.translating import english_locale
from news.models import NewsPage
from tests import factories
from tests.admin.forms import edit_page, text_of

pytestmark = pytest.mark.django_db

KINDS = [("wagtailcore", "page"), ("base", "customimage"), ("base", "customdocument"),
         ("registers", "tag"), ("users", "user")]  # fmt: skip


@pytest.mark.parametrize(("app_label", "model"), KINDS)
@pytest.mark.parametrize("asked", ["id=abc", "id=%C2%B2", "id=all&childOf=abc", "id=all&childOf=0"])
def test_several_things_with_numbers_that_are_none_are_not_there(
    admin_client, site_tree, app_label, model, asked
):
    address = reverse("wagtail_bulk_action", args=[app_label, model, "delete"])

    for send in (admin_client.get, admin_client.post):
        given = send(f"{address}?{asked}").status_code
        # Users and records of registers are in no collection and below no page.
        assert given == 404 or ("childOf=0" in asked and model in ("tag", "user"))


def test_what_is_there_is_done_beside_what_is_not(admin_client, site_tree):
    tags = [factories.tag(name="jeden"), factories.tag(name="dwa")]
    address = reverse("wagtail_bulk_action", args=["registers", "tag", "delete"])

    said = text_of(admin_client.get(f"{address}?id=abc&id={tags[0].pk}"))

    assert "jeden" in said
    assert "dwa" not in said


@pytest.mark.parametrize(
    "forged",
    [
        {"body-count": []},
        {"body-count": "abc"},
        {"body-count": "1"},
        {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "gallery"},
        {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "paragraph",
         "body-0-value": "<p>"},
    ],
)  # fmt: skip
def test_a_text_whose_parts_are_not_counted_is_a_bad_request(admin_client, site_tree, forged):
    article = factories.article()

    assert edit_page(admin_client, article, title="Inny", **forged).status_code == 400
    assert NewsPage.objects.get(pk=article.pk).get_latest_revision_as_object().title != "Inny"


def po(**metadata: str) -> SimpleUploadedFile:
    file = polib.POFile()
    file.metadata = metadata
    return SimpleUploadedFile("strona.po", str(file).encode())


def test_a_po_file_of_something_else_is_refused_in_words(admin_client, site_tree):
    article = factories.article()
    translate_object(article, [english_locale()])
    translation = Translation.objects.get(source__object_id=article.translation_key)
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])

    for file in (po(), po(Language="en")):
        answer = admin_client.post(address, {"file": file}, follow=True)
        assert "należy do innej strony" in text_of(answer)
    assert admin_client.post(address).status_code == 400


@pytest.mark.parametrize(
    ("name", "asked", "status"),
    [
        ("wagtailadmin_api:pages:find", {"id": "abc"}, 404),
        ("wagtailadmin_api:images:find", {"id": "abc"}, 404),
        ("wagtaildocs_chooser:chosen_multiple", {"id": "abc"}, 200),
        ("wagtailsnippetchoosers_registers_tag:chosen_multiple", {"id": "abc"}, 200),
    ],
)
def test_a_number_that_is_none_finds_nothing(admin_client, site_tree, name, asked, status):
    assert admin_client.get(reverse(name), asked).status_code == status


def test_windows_that_are_sent_nothing_break_nothing(admin_client, site_tree):
    chosen = reverse("wagtailsnippetchoosers_registers_tag:chosen", args=["abc"])
    assert admin_client.get(chosen).status_code == 404
    assert admin_client.post(reverse("wagtailadmin_choose_page_external_link")).status_code == 200
    made = admin_client.post(reverse("wagtailsnippetchoosers_registers_tag:create"))
    assert made.status_code == 302
