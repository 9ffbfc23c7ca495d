"""A draft is saved with anything missing; publishing is refused by every way, in Polish."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.models import Page, PageLogEntry, Revision, Workflow
from wagtail.users.models import UserProfile

from base.refusals import PublicationRefused
from practices.models import PracticeIndexPage, PracticePage, PracticeState
from tests import factories
from tests.admin.forms import edit_page, text_of, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def incomplete(site_tree):
    """A practice with a title only."""
    return factories.draft(PracticePage, factories.index(PracticeIndexPage), title="Ogrody")


def required() -> str:
    return gettext("Required for publication.")


def names(*fields: str) -> list[str]:
    return [f"{PracticePage.label_of(field)}: {required()}" for field in fields]


def test_a_draft_is_saved_with_nothing_but_a_title(admin_client, incomplete):
    response = edit_page(admin_client, incomplete, title="Ogrody deszczowe")
    assert response.status_code == 302
    draft = PracticePage.objects.get(pk=incomplete.pk).get_latest_revision_as_object()
    assert draft.title == "Ogrody deszczowe"


def test_publishing_from_the_form_names_each_field_at_the_field(admin_client, incomplete):
    response = edit_page(admin_client, incomplete, "action-publish")
    assert response.status_code == 200
    form = response.context["form"]
    for field in ("lead", "summary", "city", "total_cost", "contact", "tags"):
        assert form.errors[field] == [required()], "the field's own label says which it is"
    assert len(form.formsets["steps"].non_form_errors()) == 1
    incomplete.refresh_from_db()
    assert not incomplete.live


def test_a_refused_new_practice_leaves_nothing_behind(admin_client, site_tree):
    parent = factories.index(PracticeIndexPage)
    address = reverse("wagtailadmin_pages:add", args=["practices", "practicepage", parent.pk])
    data = values_of(admin_client.get(address), "form[data-edit-form]")
    data.update({"title": "Nowa", "slug": "nowa", "action-publish": "true"})
    response = admin_client.post(address, data)
    assert required() in text_of(response)
    assert not PracticePage.objects.filter(slug="nowa").exists()
    assert not PracticeState.objects.exists()


def test_a_complete_practice_is_published_from_the_form(admin_client, site_tree):
    page = factories.practice(published=False)
    response = edit_page(admin_client, page, "action-publish")
    assert response.status_code == 302
    page.refresh_from_db()
    assert page.live


def test_submitting_to_a_moderator_is_refused_as_publishing_is(admin_client, incomplete):
    response = edit_page(admin_client, incomplete, "action-submit")
    assert required() in text_of(response)
    assert incomplete.current_workflow_state is None


def submitted(page, user):
    """Start the workflow, then let the page lose what it needs, as a raised level does."""
    return Workflow.objects.get().start(page, user)


def test_a_moderator_cannot_approve_what_lacks_something(admin_client, administrator, incomplete):
    submitted(incomplete, administrator)
    state = incomplete.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[incomplete.pk, "approve", state.pk]
    )
    response = admin_client.post(address, follow=True)
    said = text_of(response)
    assert "„Ogrody”" in said
    assert names("lead")[0] in said
    incomplete.refresh_from_db()
    assert not incomplete.live
    assert incomplete.current_workflow_state is not None


def test_the_moderators_dialogue_is_led_to_the_message(admin_client, administrator, incomplete):
    submitted(incomplete, administrator)
    state = incomplete.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[incomplete.pk, "approve", state.pk]
    )
    headers = {"X-Requested-With": "XMLHttpRequest"}
    answer = admin_client.post(address, {"comment": "Dobrze"}, headers=headers).json()
    assert answer["step"] == "success"
    assert names("lead")[0] in text_of(admin_client.get(answer["redirect"]))


def test_a_moderator_may_send_an_incomplete_page_back(admin_client, administrator, incomplete):
    submitted(incomplete, administrator)
    response = edit_page(
        admin_client,
        incomplete,
        "action-workflow-action",
        **{"workflow-action-name": "reject", "workflow-action-extra-data": "{}"},
    )
    assert response.status_code == 302
    assert incomplete.current_workflow_state.status == "needs_changes"


def test_what_saves_itself_presses_no_button_of_the_workflow(admin_client, site_tree):
    page = factories.practice(published=False)
    Workflow.objects.get().start(page, factories.user())
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = values_of(admin_client.get(address), "form[data-edit-form]")
    data |= {"action-workflow-action": "true", "workflow-action-name": "approve"}
    answer = admin_client.post(address, data, headers={"accept": "application/json"})
    page.refresh_from_db()
    assert answer.status_code == 400
    assert not page.live
    admin_client.post(address, data)
    page.refresh_from_db()
    assert page.live
    # The editor's own saving comes after the approval as often as before it.
    late = admin_client.post(address, data, headers={"accept": "application/json"})
    assert late.status_code == 400


def test_bulk_publishing_says_of_each_page_what_it_lacks(admin_client, incomplete):
    second = factories.draft(PracticePage, factories.index(PracticeIndexPage), title="Parkingi")
    complete = factories.practice(published=False)
    pages = [incomplete, second, complete]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    response = admin_client.post(f"{address}?{query}", follow=True)
    said = text_of(response)
    assert "„Ogrody” –" in said
    assert "„Parkingi” –" in said
    assert names("lead")[0] in said
    assert not Page.objects.filter(pk__in=[page.pk for page in pages], live=True).exists()


def scheduled(user=None, **fields):
    """A complete practice whose publication is set for an hour from now."""
    page = factories.practice(published=False, **fields).get_latest_revision_as_object()
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision(user=user)
    revision.publish(user=user)
    return PracticePage.objects.get(pk=page.pk), Revision.objects.get(pk=revision.pk)


def test_a_schedule_that_cannot_be_kept_is_taken_off_and_told(administrator, site_tree):
    UserProfile.objects.create(user=administrator, preferred_language="en")
    page, revision = scheduled(administrator, level="short", challenge="")
    other, _revision = scheduled()
    # Meanwhile the level is raised, and the record lacks what a full one needs.
    PracticeState.objects.filter(translation_key=page.translation_key).update(level="full")
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled", stdout=StringIO())

    page.refresh_from_db()
    other.refresh_from_db()
    revision.refresh_from_db()
    assert not page.live
    assert other.live, "one refusal must not stop the pages after it"
    assert revision.approved_go_live_at is None
    entries = PageLogEntry.objects.filter(page=page.pk, action="base.schedule.missed")
    assert names("challenge")[0] in entries.get().message
    assert mail.outbox[0].to == [administrator.email]
    with translation.override("en"):
        # Of the history each reads in their own language, and the author has chosen English.
        assert names("challenge")[0] in entries.get().message
        assert names("challenge")[0] in mail.outbox[0].body


def test_scheduling_what_lacks_something_is_refused_at_once(incomplete):
    incomplete.go_live_at = timezone.now() + timedelta(hours=1)
    with pytest.raises(PublicationRefused):
        incomplete.save_revision().publish()


def test_creating_below_the_english_home_is_refused_with_a_message(admin_client, site_tree):
    english = factories.index(PracticeIndexPage).english
    address = reverse("wagtailadmin_pages:add", args=["practices", "practicepage", english.pk])
    response = admin_client.get(address, follow=True)
    expected = gettext(
        "Pages are written in Polish first. Create the page below the Polish one and translate."
    )
    assert expected in text_of(response)


def test_asking_for_a_child_of_an_english_page_is_answered_with_the_message(
    admin_client, site_tree
):
    english = factories.index(PracticeIndexPage).english
    address = reverse("wagtailadmin_pages:add_subpage", args=[english.pk])
    response = admin_client.get(address, follow=True)
    expected = gettext(
        "Pages are written in Polish first. Create the page below the Polish one and translate."
    )
    assert expected in text_of(response)


def test_translating_below_a_page_without_english_is_refused_with_a_message(
    admin_client, site_tree
):
    network = factories.network()
    network.english and network.english.delete()
    meeting = factories.meeting(parent=network)
    address = reverse("wagtail_localize:submit_page_translation", args=[meeting.pk])
    locale = factories.index(PracticeIndexPage).english.locale_id
    response = admin_client.post(address, {"locales": [locale]}, follow=True)
    expected = gettext("Translate the page above first: “%(title)s” has no English version.")
    assert expected % {"title": network.title} in text_of(response)
    assert meeting.english is None


def test_an_untranslated_page_shows_its_polish_title_and_says_so(admin_client, site_tree):
    practice = factories.practice(title="Ogrody deszczowe")
    locale = factories.index(PracticeIndexPage).english.locale_id
    address = reverse("wagtail_localize:submit_page_translation", args=[practice.pk])
    admin_client.post(address, {"locales": [locale]})
    english = practice.english
    expected = gettext("%(title)s (not yet translated)") % {"title": "Ogrody deszczowe"}
    assert english.get_admin_display_title() == expected
    listing = admin_client.get(reverse("wagtailadmin_explore", args=[english.get_parent().pk]))
    assert expected in text_of(listing)


def test_the_message_leads_to_the_page(admin_client: Client, administrator, incomplete):
    submitted(incomplete, administrator)
    state = incomplete.current_workflow_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[incomplete.pk, "approve", state.pk]
    )
    response = admin_client.post(address, follow=True)
    assert reverse("wagtailadmin_pages:edit", args=[incomplete.pk]) in response.content.decode()
