"""Collections and the front page: editors see which chosen pages readers will not see, and why."""

from datetime import date

import pytest
from django.urls import reverse

from base import access
from base.models.records import Who
from home.models import HomeSlot
from home.slots import unseen_slots
from practices.models import CollectionItem
from tests import factories
from tests.admin.forms import text_of, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(site_tree):
    """One that readers see, a closed one and a draft."""
    seen, closed = factories.practice(title="Jawna"), factories.practice(title="Zamknięta")
    access.set_audience(closed, Who.MEMBERS)
    return [seen, closed, factories.practice(title="Szkicowa", published=False)]


def test_a_collection_names_what_its_readers_will_not_see(admin_client, practices):
    collection = factories.collection(practices=practices)
    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[collection.pk]))
    said = text_of(response)
    assert "Zamknięta : jest zamknięta (członkowie jej sieci)" in said
    assert "Szkicowa : nie jest opublikowana" in said
    assert "Jawna :" not in said


@pytest.mark.parametrize("mode", ["", "en"], ids=["Polish", "English"])
def test_the_preview_of_a_collection_has_the_unsaved_choice_as_readers_see_it(
    admin_client, practices, mode
):
    collection = factories.collection(practices=[factories.practice(title="Dawny wybór")])
    factories.english(collection)
    draft = collection.get_latest_revision_as_object()
    draft.items = [CollectionItem(practice=page, sort_order=n) for n, page in enumerate(practices)]
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[collection.pk])
    draft.save_revision()
    data = values_of(
        admin_client.get(reverse("wagtailadmin_pages:edit", args=[collection.pk])),
        "form[data-edit-form]",
    )
    assert admin_client.post(address, data).json()["is_valid"]
    shown = admin_client.get(address, {"mode": mode}).content.decode()
    assert "Jawna" in shown
    for hidden in ("Zamknięta", "Szkicowa", "Dawny wybór"):
        assert hidden not in shown


def test_the_front_page_says_which_slots_readers_will_not_see(site_tree, practices):
    seen, closed, _draft = practices
    second = factories.practice(title="Druga")
    factories.english(second)
    site_tree.slots = [
        HomeSlot(kind="practice", target=seen),
        HomeSlot(kind="practice", target=second),
        HomeSlot(kind="news", target=closed),
        HomeSlot(kind="practice", target=second, until=date(2020, 1, 1)),
    ]
    found = [(page.title, why) for page, why in unseen_slots(site_tree)]
    assert found == [
        ("Jawna", ["po angielsku nie: nie ma wersji angielskiej"]),
        ("Druga", ["przed nią stoi inna pozycja tego rodzaju (praktyka)"]),
        ("Zamknięta", ["jest zamknięta (członkowie jej sieci)", "to nie jest: aktualność"]),
        ("Druga", ["jej dzień minął"]),
    ]
