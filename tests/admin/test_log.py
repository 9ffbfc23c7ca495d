"""What somebody decides with our own buttons stands in the site's history, with who and when."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import PageLogEntry
from wagtail_localize.operations import translate_object

from base.translating import english_locale
from tests import factories, texts
from tests.admin.forms import text_of

pytestmark = pytest.mark.django_db


def test_decisions_stand_in_the_history_of_the_site(admin_client, administrator, site_tree):
    administrator.first_name, administrator.last_name = "Alicja", "Rybacka"
    administrator.save()
    practice, product = factories.practice(), factories.product()
    state = reverse("practice_state", args=[practice.pk])
    stage = reverse("product_stage", args=[product.pk])
    audience = reverse("page_audience", args=[practice.pk])
    for address, data in (
        (state, {"action": "confirm"}),
        (state, {"action": "level", "value": "short"}),
        (state, {"action": "verification", "value": "checked"}),
        (stage, {"value": "final"}),
        (audience, {"who": "members"}),
    ):
        assert admin_client.post(address, data).status_code == 302
    said = text_of(admin_client.get(reverse("wagtailadmin_reports:site_history")))
    for label in (
        "Confirm the practice",
        "Change the record level",
        "Change the verification",
        "Change the stage of the product",
        "Change who can see it",
    ):
        assert gettext(label) in said
    assert "Alicja Rybacka" in said
    ours = PageLogEntry.objects.exclude(action__startswith="wagtail.")
    assert set(ours.values_list("user", flat=True)) == {administrator.pk}


def test_who_published_the_english_of_a_page_stands_in_its_history(
    admin_client, administrator, commit, site_tree
):
    practice = factories.practice()
    with commit():
        translate_object(practice, [english_locale()])
        texts.translate(practice, word="English")
    english = type(practice).objects.get(pk=practice.pk).english
    PageLogEntry.objects.all().delete()
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    with commit():
        admin_client.post(address, {"action": "publish"})
    english.refresh_from_db()
    assert english.live
    entries = PageLogEntry.objects.filter(page=english.pk, action="wagtail.publish")
    assert [entry.user for entry in entries] == [administrator]
