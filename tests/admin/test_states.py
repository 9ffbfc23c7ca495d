"""What buttons decide is in force at once, is logged, and no draft brings the old state back."""

from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext
from wagtail.models import PageLogEntry, PageViewRestriction

from base import access
from base.models import Audience
from base.models.records import Who
from exchange.models import ProductPage, ProductState
from exchange.models.product_state import ProductStage
from practices import deciding
from practices.models import PracticePage, PracticeState
from tests import factories
from tests.admin.forms import edit_page, text_of

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def writer_client(site_tree):
    """Somebody who may write pages and publish none."""
    return signed_in(factories.editor(site_tree, "add_page", "change_page"))


@pytest.fixture
def editor_client(editor):
    return signed_in(editor)


# --- Practices --------------------------------------------------------------------------


def decide(client, practice, action, value=""):
    address = reverse("practice_state", args=[practice.pk])
    return client.post(address, {"action": action, "value": value}, follow=True)


def test_one_button_confirms_a_practice_for_twelve_months(editor_client, editor):
    practice = factories.practice()
    response = decide(editor_client, practice, "confirm")
    state = PracticeState.of(practice)
    assert state.confirmed_on == timezone.localdate()
    assert state.is_fresh
    assert state.changed_by == editor
    assert state.due_on.strftime("%d.%m.%Y") in text_of(response)
    entry = PageLogEntry.objects.get(page=practice.pk, action="practices.confirmed")
    assert entry.user == editor
    assert state.confirmed_on.isoformat() in entry.message


def test_a_practice_is_confirmed_on_a_day_that_has_come(editor_client):
    practice = factories.practice()
    address = reverse("practice_state", args=[practice.pk])
    day = timezone.localdate() - timedelta(days=10)
    editor_client.post(address, {"action": "confirm_on", "day": day.isoformat()})
    assert PracticeState.of(practice).confirmed_on == day
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = editor_client.post(address, {"action": "confirm_on", "day": tomorrow.isoformat()})
    assert gettext("This day is in the future.") in text_of(response)
    assert PracticeState.of(practice).confirmed_on == day


def test_level_and_verification_are_changed_by_buttons(editor_client):
    practice = factories.practice()
    decide(editor_client, practice, "level", "short")
    decide(editor_client, practice, "verification", "assessed")
    state = PracticeState.of(practice)
    assert (state.level, state.verification) == ("short", "assessed")
    actions = PageLogEntry.objects.filter(page=practice.pk).values_list("action", flat=True)
    assert {"practices.level", "practices.verification"} <= set(actions)


def test_a_published_practice_is_raised_only_when_it_lacks_nothing(editor_client):
    practice = factories.archival_practice()
    response = decide(editor_client, practice, "level", "full")
    said = text_of(response)
    assert f"{PracticePage.label_of('lead')}: {gettext('Required for publication.')}" in said
    assert PracticeState.of(practice).level == "archival"


def test_unknown_buttons_are_refused(editor_client):
    practice = factories.practice()
    address = reverse("practice_state", args=[practice.pk])
    for posted in ({"action": "level", "value": "golden"}, {"action": "delete"}, {}):
        assert editor_client.post(address, posted).status_code == 400


def test_a_state_survives_the_publishing_of_an_older_draft(editor_client):
    practice = factories.practice()
    older = practice.get_latest_revision()
    decide(editor_client, practice, "confirm")
    decide(editor_client, practice, "verification", "adopted")
    older.publish()
    edit_page(editor_client, practice, "action-publish", title="Nowy tytuł")
    state = PracticeState.of(practice)
    assert state.confirmed_on == timezone.localdate()
    assert state.verification == "adopted"


def test_who_may_not_publish_may_not_decide(writer_client, member_client, site_tree):
    practice = factories.practice()
    product = factories.product()
    for address in (
        reverse("practice_state", args=[practice.pk]),
        reverse("product_stage", args=[product.pk]),
        reverse("page_audience", args=[practice.pk]),
    ):
        for client in (writer_client, member_client):
            page = client.post(address, {"action": "confirm", "value": "final", "who": "leaders"})
            assert page.status_code in (302, 403)
    assert PracticeState.of(practice).confirmed_on is None
    assert access.is_public(practice)


def test_the_form_and_its_header_lead_to_the_state(editor_client):
    practice = factories.practice()
    page = editor_client.get(reverse("wagtailadmin_pages:edit", args=[practice.pk]))
    assert page.content.decode().count(reverse("practice_state", args=[practice.pk])) >= 2


def test_a_late_review_is_confirmed_from_the_list_and_leads_back_to_it(editor_client):
    practice = factories.practice(title="Dachy pełne deszczu")
    deciding.confirm(practice, None, date(2024, 1, 3))
    listed = f"{reverse('practice_pages:index')}?review=late"
    address = reverse("practice_state", args=[practice.pk])
    rows = editor_client.get(
        reverse("practice_pages:index_results"),
        {"review": "late", "_w_filter_fragment": "true"},
    )
    wanted = f"{address}?{urlencode({'next': listed})}"
    assert f'href="{escape(wanted)}"' in rows.content.decode()
    assert escape(listed) in editor_client.get(wanted).content.decode()
    answer = editor_client.post(wanted, {"action": "confirm"})
    assert answer.headers["Location"] == listed
    assert "„Dachy pełne deszczu”" in text_of(editor_client.get(listed))
    elsewhere = editor_client.post(f"{address}?next=//evil.example/", {"action": "confirm"})
    assert elsewhere.headers["Location"] == address


def test_an_english_page_has_no_state_of_its_own(admin_client, site_tree):
    practice = factories.practice()
    english = factories.english(practice)
    address = reverse("practice_state", args=[english.pk])
    assert admin_client.get(address, follow=True).status_code == 404


# --- Products ---------------------------------------------------------------------------


def stage(client, product, value):
    return client.post(reverse("product_stage", args=[product.pk]), {"value": value}, follow=True)


def audience_of(page):
    return Audience.objects.get(translation_key=page.translation_key).who


def test_a_final_product_is_everybodys_at_once_and_others_are_their_members(editor_client, client):
    product = factories.product(public=False)
    address = product.get_url()
    assert client.get(address).status_code == 404
    stage(editor_client, product, "final")
    assert audience_of(product) == Who.PUBLIC
    assert client.get(address).status_code == 200
    for value in ("working", "for_opinion", "after_opinions"):
        stage(editor_client, product, value)
        assert audience_of(product) == Who.MEMBERS
        assert client.get(address).status_code == 404


def test_a_withdrawn_product_keeps_its_audience(editor_client):
    working, final = factories.product(public=False), factories.product()
    stage(editor_client, final, "final")
    for product in (working, final):
        stage(editor_client, product, "withdrawn")
        assert ProductState.of(product).stage == ProductStage.WITHDRAWN
    assert audience_of(working) == Who.MEMBERS
    assert audience_of(final) == Who.PUBLIC


def test_a_product_of_the_leaders_goes_back_to_the_leaders(editor_client):
    product = factories.product(public=False)
    access.set_audience(product, Who.LEADERS)
    stage(editor_client, product, "for_opinion")
    assert audience_of(product) == Who.LEADERS


def test_a_product_with_closed_files_does_not_become_public(editor_client):
    closed = factories.closed_collection()
    cover = factories.image(collection=closed, title="Szkic okładki")
    product = factories.product(public=False, cover=cover)
    response = stage(editor_client, product, "final")
    assert "Szkic okładki" in text_of(response)
    assert audience_of(product) == Who.MEMBERS
    assert ProductState.of(product).stage == ProductStage.WORKING


def test_a_stage_survives_the_publishing_of_an_older_draft(editor_client, editor):
    product = factories.product(public=False)
    older = product.get_latest_revision()
    stage(editor_client, product, "final")
    older.publish()
    edit_page(editor_client, product, "action-publish", version="1.1")
    assert ProductPage.objects.get(pk=product.pk).version == "1.1"
    state = ProductState.of(product)
    assert (state.stage, state.changed_by) == ("final", editor)
    assert audience_of(product) == Who.PUBLIC


# --- Who sees a page --------------------------------------------------------------------


def test_the_audience_is_decided_in_one_place_and_logged(editor_client, editor, client):
    network = factories.network()
    meeting = factories.meeting(parent=network)
    address = reverse("page_audience", args=[network.pk])
    editor_client.post(address, {"who": "members", "below": "on"})
    assert audience_of(network) == audience_of(meeting) == Who.MEMBERS
    assert client.get(meeting.get_url()).status_code == 404
    entry = PageLogEntry.objects.get(page=network.pk, action="base.audience")
    assert entry.user == editor
    assert str(Who.MEMBERS.label) in str(entry.message)
    editor_client.post(address, {"who": "public"})
    assert audience_of(network) == Who.PUBLIC
    assert audience_of(meeting) == Who.MEMBERS, "only this page was meant"
    assert client.get(network.get_url()).status_code == 200


def test_opening_a_network_does_not_open_its_unfinished_products(editor_client):
    network = factories.network()
    product = factories.product(parent=network, public=False)
    address = reverse("page_audience", args=[network.pk])
    editor_client.post(address, {"who": "public", "below": "on"})
    assert audience_of(product) == Who.MEMBERS


def test_opening_a_page_with_closed_pictures_is_refused_by_name(editor_client):
    page = factories.practice(cover=factories.image(title="Rynek nocą"))
    address = reverse("page_audience", args=[page.pk])
    editor_client.post(address, {"who": "members"})
    page.cover.collection = factories.closed_collection()
    page.cover.save()
    response = editor_client.post(address, {"who": "public"}, follow=True)
    assert "Rynek nocą" in text_of(response)
    assert audience_of(page) == Who.MEMBERS


def test_wagtails_own_privacy_is_neither_offered_nor_obeyed(admin_client, site_tree):
    practice = factories.practice()
    address = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    page = admin_client.get(address).content.decode()
    assert 'data-a11y-dialog-show="set-privacy"' not in page
    privacy = reverse("wagtailadmin_pages:set_privacy", args=[practice.pk])
    posted = admin_client.post(privacy, {"restriction_type": "login"})
    assert posted.status_code in (302, 403)
    assert not PageViewRestriction.objects.exists()


# --- The second lock --------------------------------------------------------------------


def test_a_closed_page_is_marked_in_wagtail_too_and_in_each_language(site_tree):
    network = factories.translated_network()
    access.set_audience(network, Who.MEMBERS)
    locked = PageViewRestriction.objects.filter(page__translation_key=network.translation_key)
    assert locked.count() == 2
    access.set_audience(network, Who.PUBLIC)
    assert not PageViewRestriction.objects.exists()


def test_the_second_lock_never_stops_an_editor(editor_client):
    network = factories.network()
    access.set_audience(network, Who.MEMBERS)
    assert editor_client.get(network.get_url()).status_code == 200


def test_the_second_lock_does_not_spread_to_the_pages_below(client, site_tree):
    network = factories.network()
    meeting = factories.meeting(parent=network)
    access.set_audience(network, Who.MEMBERS)
    assert client.get(meeting.get_url()).status_code == 200


def test_a_leftover_lock_does_not_close_a_public_page(client, site_tree):
    practice = factories.practice()
    PageViewRestriction.objects.create(page=practice, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(practice.get_url()).status_code == 200
