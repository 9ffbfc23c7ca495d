"""The mail of workflows: to the right people only, once, in their language, leading to the page."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from base import access
from base.models.records import Who
from home.roles import EDITORS, MODERATORS, TRANSLATORS
from practices.models import PracticePage
from tests import factories
from tests.admin.forms import edit_page, text_of

ADDRESS = re.compile(r"http://[^/\s]+(/\S+)")


@pytest.fixture
def page(site_tree):
    return factories.practice(title="Ogrody przy szkołach", published=False)


def somebody(role=None, **fields):
    user = factories.user(**fields)
    if role is not None:
        user.groups.add(Group.objects.get(name=role.name))
    return user


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def decide(user, page, action: str, comment: str = "") -> None:
    state = PracticePage.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    assert signed_in(user).post(address, {"comment": comment}).status_code in (200, 302)


@pytest.fixture
def writer(page):
    return somebody(EDITORS, first_name="Ewa", last_name="Zielińska")


@pytest.fixture
def submitted(page, writer):
    """The page, waiting for a moderator; what was mailed of that is forgotten."""
    edit_page(signed_in(writer), page, "action-submit")
    mail.outbox.clear()
    return page


def test_what_is_submitted_is_mailed_once_to_each_who_may_decide(page, writer, postbox):
    polish, english = somebody(MODERATORS), somebody(MODERATORS)
    administrator = factories.administrator()
    for other in (EDITORS, TRANSLATORS, None):
        somebody(other)
    UserProfile.objects.create(user=english, preferred_language="en")
    client = signed_in(writer)

    edit_page(client, page, "action-submit")

    arrived = [postbox.get(timeout=10) for _number in range(3)]
    messages = {message["To"]: message for _to, message in arrived}
    assert postbox.empty()
    assert set(messages) == {polish.email, english.email, administrator.email}
    said = messages[polish.email].get_content()
    assert messages[polish.email]["Subject"].strip().startswith("Strona „Ogrody przy szkołach”")
    assert "Ewa Zielińska" in said
    assert "Witaj" in said
    assert "has been submitted" in messages[english.email]["Subject"]
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert edit in ADDRESS.findall(said)
    assert "Ogrody przy szkołach" in text_of(signed_in(polish).get(edit))


def test_who_has_chosen_no_language_is_written_to_in_polish_by_whoever_presses(page, writer):
    somebody(MODERATORS)
    UserProfile.objects.create(user=writer, preferred_language="en")

    edit_page(signed_in(writer), page, "action-submit")

    (message,) = mail.outbox
    assert message.subject.startswith("Strona „Ogrody przy szkołach”")


def test_an_administrator_who_submits_is_not_told_of_it(page):
    administrator, other = factories.administrator(), factories.administrator()

    edit_page(signed_in(administrator), page, "action-submit")

    assert [message.to for message in mail.outbox] == [[other.email]]


def test_approval_is_mailed_to_who_asked_with_the_address_of_the_page(submitted, writer, client):
    moderator = somebody(MODERATORS)

    decide(moderator, submitted, "approve")

    (message,) = mail.outbox
    assert message.to == [writer.email]
    assert "zaakceptowana" in message.subject
    assert client.get(ADDRESS.search(message.body)[1]).status_code == 200


def test_approval_of_what_appears_later_says_when_and_gives_no_dead_address(
    submitted, writer, client
):
    later = timezone.now() + timedelta(days=3)
    draft = submitted.get_latest_revision_as_object()
    draft.go_live_at = later
    draft.save_revision()

    decide(somebody(MODERATORS), submitted, "approve")

    (message,) = mail.outbox
    with translation.override("pl"):
        assert f"{timezone.localtime(later):%H:%M}" in message.body
    assert ADDRESS.search(message.body)[1].startswith("/admin/")


def test_rejection_is_mailed_to_who_asked_with_the_reason(submitted, writer):
    decide(somebody(MODERATORS), submitted, "reject", "Brakuje źródła danych & podpisu.")

    (message,) = mail.outbox
    assert message.to == [writer.email]
    assert "odrzucona" in message.subject
    assert "Brakuje źródła danych & podpisu." in message.body
    assert reverse("wagtailadmin_pages:edit", args=[submitted.pk]) in message.body


def test_who_may_no_longer_edit_a_closed_page_is_not_told_its_title(submitted, writer):
    access.set_audience(submitted, Who.LEADERS)
    writer.groups.clear()

    decide(somebody(MODERATORS), submitted, "approve")

    assert mail.outbox == []


def test_a_server_that_takes_no_mail_stops_no_work(page, writer, settings):
    somebody(MODERATORS)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "no-such-host.invalid"

    assert edit_page(signed_in(writer), page, "action-submit").status_code == 302

    assert PracticePage.objects.get(pk=page.pk).current_workflow_state is not None


def test_a_title_with_line_breaks_is_mailed_in_a_subject_of_one_line(page, writer):
    PracticePage.objects.filter(pk=page.pk).update(title="Ogrody\r\nBcc: obcy@example.org")
    page.refresh_from_db()
    page.save_revision()
    somebody(MODERATORS)
    page.get_workflow().start(page, writer)

    (message,) = mail.outbox
    assert "Ogrody Bcc: obcy@example.org" in message.subject
    assert message.bcc == []
